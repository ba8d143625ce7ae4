import { create, createRegistry, type DescFile, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { type FileDescriptorProto, FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import {
  ServerReflection,
  type ServerReflectionRequest,
  type ServerReflectionResponse,
  ServerReflectionResponseSchema,
} from './generated/grpc/reflection/v1/reflection_pb.js';
import { grpcService, type Service } from './grpc.js';
import { withImports } from './registry.js';

type Answer = NonNullable<MessageInitShape<typeof ServerReflectionResponseSchema>['messageResponse']>;

/** gRPC's server reflection (grpc.reflection.v1) for the services of some files, so that `grpcurl` finds them. */
export function reflectionService(files: readonly DescFile[], names: readonly string[]): Service {
  const all = withImports([...files, ...ServerReflection.file.dependencies, ServerReflection.file]);
  const byName = new Map(all.map((file) => [file.proto.name, file]));
  const registry = createRegistry(...all);
  const services = [...names, ServerReflection.typeName].sort();

  const answer = ({ messageRequest }: ServerReflectionRequest): Answer => {
    switch (messageRequest.case) {
      case 'listServices':
        return { case: 'listServicesResponse', value: { service: services.map((name) => ({ name })) } };
      case 'fileByFilename':
        return describe(byName.get(messageRequest.value));
      case 'fileContainingSymbol':
        return describe(fileOf(messageRequest.value));
      case 'fileContainingExtension': {
        const { containingType, extensionNumber } = messageRequest.value;
        const message = registry.getMessage(containingType);
        return describe(message && registry.getExtensionFor(message, extensionNumber)?.file);
      }
      default:
        return failure(status.UNIMPLEMENTED, 'this request is not known here');
    }
  };
  // A symbol is a service, a message, an enum, or a method or field of one.
  const fileOf = (symbol: string): DescFile | undefined =>
    registry.get(symbol)?.file ?? registry.get(symbol.slice(0, Math.max(0, symbol.lastIndexOf('.'))))?.file;

  return grpcService(ServerReflection, {
    serverReflectionInfo: (call: ServerDuplexStream<ServerReflectionRequest, ServerReflectionResponse>) => {
      call.on('data', (request: ServerReflectionRequest) => {
        const messageResponse = answer(request);
        const { host: validHost } = request;
        const response = { validHost, originalRequest: request, messageResponse };
        // A client that asks without reading gets no more answers until it reads.
        if (!call.write(create(ServerReflectionResponseSchema, response))) {
          call.pause();
          call.once('drain', () => call.resume());
        }
      });
      call.on('end', () => call.end());
      call.on('error', () => {});
    },
  });
}

function describe(file: DescFile | undefined): Answer {
  if (file === undefined) return failure(status.NOT_FOUND, 'there is no such file or symbol');
  const encode = (proto: FileDescriptorProto) => toBinary(FileDescriptorProtoSchema, proto);
  // The file itself comes first, then what it imports.
  const fileDescriptorProto = [...withImports([file])].reverse().map(({ proto }) => encode(proto));
  return { case: 'fileDescriptorResponse', value: { fileDescriptorProto } };
}

function failure(errorCode: status, errorMessage: string): Answer {
  return { case: 'errorResponse', value: { errorCode, errorMessage } };
}

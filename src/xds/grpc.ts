import { type DescMethod, type DescService, fromBinary, type Message, toBinary } from '@bufbuild/protobuf';
import type { ServiceDefinition, UntypedHandleCall } from '@grpc/grpc-js';

/** A service as @grpc/grpc-js takes it. */
export interface Service {
  readonly name: string;
  readonly definition: ServiceDefinition;
  readonly implementation: Record<string, UntypedHandleCall>;
}

/**
 * Makes a service from its generated description and a handler for each method that is served, by local name. With
 * `serialised` the handlers write bytes that are serialised already, else messages.
 */
export function grpcService(
  description: DescService,
  handlers: Readonly<Record<string, unknown>>,
  responses: 'messages' | 'serialised' = 'messages',
): Service {
  const served = description.methods.filter(({ localName }) => localName in handlers);
  const definitions = served.map((method) => [method.localName, methodDefinition(description, method, responses)]);
  const methods = served.map(({ localName }) => [localName, handlers[localName] as UntypedHandleCall]);
  return {
    name: description.typeName,
    definition: Object.fromEntries(definitions),
    implementation: Object.fromEntries(methods),
  };
}

/** `/package.Service/Method` */
export function methodPath({ typeName }: DescService, { name }: DescMethod): string {
  return `/${typeName}/${name}`;
}

function methodDefinition(
  description: DescService,
  method: DescMethod,
  responses: 'messages' | 'serialised',
): ServiceDefinition[string] {
  const { input, output, methodKind } = method;
  return {
    path: methodPath(description, method),
    requestStream: methodKind === 'bidi_streaming' || methodKind === 'client_streaming',
    responseStream: methodKind === 'bidi_streaming' || methodKind === 'server_streaming',
    requestSerialize: serverOnly,
    requestDeserialize: (bytes: Buffer): Message => fromBinary(input, bytes),
    responseSerialize:
      responses === 'serialised'
        ? (bytes: Buffer) => bytes
        : (message: Message) => Buffer.from(toBinary(output, message)),
    responseDeserialize: serverOnly,
  };
}

function serverOnly(): never {
  throw new Error('this definition is for a server');
}

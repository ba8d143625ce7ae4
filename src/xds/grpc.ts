import { type DescMethod, type DescService, fromBinary, type Message, toBinary } from '@bufbuild/protobuf';
import type { ServiceDefinition, UntypedHandleCall } from '@grpc/grpc-js';

/** A service as @grpc/grpc-js takes it. */
export interface Service {
  readonly name: string;
  readonly definition: ServiceDefinition;
  readonly implementation: Record<string, UntypedHandleCall>;
}

/**
 * Makes a service from its generated description and a handler for each method that is served, by local name. The
 * handlers read and write messages, or `bytes`: then they decode and serialise when and as often as they want.
 */
export function grpcService(
  description: DescService,
  handlers: Readonly<Record<string, unknown>>,
  form: 'messages' | 'bytes' = 'messages',
): Service {
  const served = description.methods.filter(({ localName }) => localName in handlers);
  const definitions = served.map((method) => [method.localName, methodDefinition(description, method, form)]);
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
  form: 'messages' | 'bytes',
): ServiceDefinition[string] {
  const { input, output, methodKind } = method;
  return {
    path: methodPath(description, method),
    requestStream: methodKind === 'bidi_streaming' || methodKind === 'client_streaming',
    responseStream: methodKind === 'bidi_streaming' || methodKind === 'server_streaming',
    requestSerialize: serverOnly,
    requestDeserialize: form === 'bytes' ? same : (bytes: Buffer): Message => fromBinary(input, bytes),
    responseSerialize: form === 'bytes' ? same : (message: Message) => Buffer.from(toBinary(output, message)),
    responseDeserialize: serverOnly,
  };
}

function same(bytes: Buffer): Buffer {
  return bytes;
}

function serverOnly(): never {
  throw new Error('this definition is for a server');
}

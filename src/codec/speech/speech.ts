import type { Attributes } from '../../match/attributes.js';
import type { Message } from '../codec.js';
import type { CodecName } from '../codecs.js';

/** What a client and a server of a protocol say of their own accord: requests with attributes, and answers with a text. */
export interface Speech {
  /**
   * A request that wants an answer. Attributes that the protocol cannot carry are left out; what it must have besides gets
   * a value that says nothing.
   */
  request(attributes: Attributes, id: bigint): Uint8Array;
  /** An answer that says that the request went well and carries `text`; undefined: the message wants none. */
  answer(request: Message, text: string): Uint8Array | undefined;
}

/** By the short name of the codec, each loaded when it is asked for. A private codec has none. */
export const speeches = {
  dubbo: async () => (await import('./dubbo.js')).dubboSpeech,
  thrift: async () => (await import('./thrift.js')).thriftSpeech,
  trpc: async () => (await import('./trpc.js')).trpcSpeech,
  brpc: async () => (await import('./brpc.js')).brpcSpeech,
} as const satisfies Record<CodecName, () => Promise<Speech>>;

/** The speech of the codec with that full name; undefined for a private one. */
export async function speechOf(codec: string): Promise<Speech | undefined> {
  const [, name] = /^aeraki\.meta_protocol\.codec\.(\w+)$/.exec(codec) ?? [];
  return name !== undefined && Object.hasOwn(speeches, name) ? speeches[name as CodecName]() : undefined;
}

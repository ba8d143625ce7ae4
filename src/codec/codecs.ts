import type { Codec } from './codec.js';

/** The codecs that are built in, by short name, each loaded when it is asked for. */
export const codecs = {
  dubbo: async () => (await import('./dubbo/dubbo.js')).dubbo,
  thrift: async () => (await import('./thrift/thrift.js')).thrift,
  trpc: async () => (await import('./trpc/trpc.js')).trpc,
  brpc: async () => (await import('./brpc/brpc.js')).brpc,
} as const satisfies Record<string, () => Promise<Codec>>;

export type CodecName = keyof typeof codecs;

export const codecNames = Object.keys(codecs) as readonly CodecName[];

/**
 * The codec with that full name (`aeraki.meta_protocol.codec.dubbo`, as a filter names it): one of `own` first, then a
 * built-in one; undefined when there is none.
 */
export async function codecWithFullName(codec: string, own: readonly Codec[] = []): Promise<Codec | undefined> {
  const given = own.find((one) => one.codec === codec);
  if (given !== undefined) return given;
  const name = codecNames.find((known) => codec === `aeraki.meta_protocol.codec.${known}`);
  return name === undefined ? undefined : codecs[name]();
}

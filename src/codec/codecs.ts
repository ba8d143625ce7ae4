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

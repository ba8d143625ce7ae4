import type { Codec } from './codec.js';

/** The codecs that are built in, by short name, each loaded when it is asked for. */
export const codecs = {
  dubbo: async () => (await import('./dubbo/dubbo.js')).dubbo,
} as const satisfies Record<string, () => Promise<Codec>>;

export type CodecName = keyof typeof codecs;

export const codecNames = Object.keys(codecs) as readonly CodecName[];

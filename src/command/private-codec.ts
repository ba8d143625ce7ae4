import type { Codec } from '../codec/codec.js';
export async function loadCodec(name: string, file: string): Promise<Codec> {
  throw new Error(`${name} ${file}`);
}

import type { Codec } from '../codec/codec.js';
import { codecNames } from '../codec/codecs.js';
import { UsageError } from './errors.js';

/** Loads the codecs of `--codec NAME=FILE`. Raises `UsageError` and `DiagnosedError`. */
export async function loadCodecs(specs: readonly string[]): Promise<readonly Codec[]> {
  const codecs = new Map<string, Codec>();
  for (const spec of specs) {
    const [, name, file] = /^([a-z0-9][a-z0-9._-]*)=(.+)$/i.exec(spec) ?? [];
    if (name === undefined || file === undefined) {
      throw new UsageError(`--codec ${spec} is not NAME=FILE. Write for example --codec mine=./codec.mjs.`);
    }
    if (name === 'auto' || codecNames.some((known) => known === name)) {
      throw new UsageError(`--codec ${spec}: the name ${name} is taken. Choose another.`);
    }
    if (codecs.has(name)) throw new UsageError(`--codec gives ${name} twice. Keep one.`);
    const { loadCodec } = await import('./private-codec.js');
    codecs.set(name, await loadCodec(name, file));
  }
  return [...codecs.values()];
}

import { basename, extname } from 'node:path';
import type { Codec } from '../../../codec/codec.js';
import { codecNames } from '../../../codec/codecs.js';
import { UsageError } from '../../shell/errors.js';
import { isCodecDocument } from './codec-flag.js';

/**
 * Loads the codecs of `--codec NAME=FILE`. A document may stand without a name, which is then its own
 * (`metadata.name`, else that of the file). Raises `UsageError` and `DiagnosedError`.
 */
export async function loadCodecs(specs: readonly string[]): Promise<readonly Codec[]> {
  const codecs = new Map<string, Codec>();
  for (const spec of specs) {
    const [, name, file] = /^([a-z0-9][a-z0-9._-]*)=(.+)$/i.exec(spec) ?? (await ownName(spec));
    if (name === undefined || file === undefined) {
      throw new UsageError(
        `--codec ${spec} is not NAME=FILE. Write for example --codec mine=./codec.mjs, or the file of a document of kind Codec alone.`,
      );
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

/** The name that a document gives itself; an ES module has none. In the form of a match of NAME=FILE. */
async function ownName(spec: string): Promise<readonly (string | undefined)[]> {
  if (spec.includes('=') || !isCodecDocument(spec)) return [];
  const { readFile } = await import('node:fs/promises');
  const { parseYaml } = await import('../../../load/parse-yaml.js');
  const text = await readFile(spec, 'utf8').catch(() => '');
  let document: unknown;
  try {
    document = parseYaml(text.replace(/^\uFEFF/, ''));
  } catch {
    // Loading it says what is wrong, in the name of its file.
  }
  const { metadata } = (document ?? {}) as { readonly metadata?: { readonly name?: unknown } };
  const name = metadata?.name;
  return [spec, typeof name === 'string' && name !== '' ? name : basename(spec, extname(spec)), spec];
}

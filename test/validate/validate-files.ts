import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { load } from '../../src/load/load.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import { type ChosenLayer, layers, validate } from '../../src/validate/validate.js';

/** The diagnostics of all layers (or the given ones) for files or directories, as `aeraki validate` finds them. */
export async function validateFiles(
  paths: readonly string[],
  chosen: readonly ChosenLayer[] = layers,
): Promise<readonly Diagnostic[]> {
  const loaded = await load(paths, { namespace: 'default', exclude: [] });
  const judged = loaded.documents.flatMap((document) => (document.status === 'resource' ? [document.resource] : []));
  const options = { layers: new Set(chosen), translate: defaultTranslateOptions, parseYaml };
  return diagnose([...loaded.findings, ...(await validate({ judged, known: [] }, options))], loaded.locate);
}

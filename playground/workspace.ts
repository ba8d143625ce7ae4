import type { Finding } from '../src/diagnostics/diagnostic.js';
import type { Schema } from '../src/explain/field.js';
import { Places } from '../src/index/places.js';
import { Workspace } from '../src/language/workspace.js';
import type { Loaded } from '../src/load/loaded.js';
import { translateLoaded } from '../src/pipeline.js';
import { defaultTranslateOptions } from '../src/translate/options.js';
import { schemas } from './schemas.js';

/** What the language server knows of one text. */
export function workspaceOf(loaded: Loaded, findings: readonly Finding[]): Workspace {
  const workspace = new Workspace({
    translate: defaultTranslateOptions,
    namespace: 'default',
    schemaOf: (kind) => schemas[kind.toLowerCase()] as Schema | undefined,
    translated: translateLoaded,
  });
  workspace.update({ loaded, findings: [findings], places: new Places(), diagnostics: [] }, []);
  return workspace;
}

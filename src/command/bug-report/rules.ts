import { redact } from '../../envoy/redact.js';
import type { Loaded } from '../../load/loaded.js';
import { parseYaml } from '../../load/parse-yaml.js';
import { withoutProxyKinds } from '../../load/without-proxy-kinds.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { json } from '../../output/json.js';
import { toYaml } from '../../output/yaml.js';
import { translateLoaded } from '../../pipeline.js';
import { defaultTranslateOptions } from '../../translate/options.js';
import { saidOnce } from '../../validate/once.js';
import { makeValidation } from '../../validate/results.js';
import { layers, validate } from '../../validate/validate.js';
import type { Contents } from './contents.js';

/** Of rules: themselves, what `validate` says of them, and what becomes of them. */
export async function addRules(contents: Contents, all: Loaded, rootNamespace: string): Promise<void> {
  const loaded = withoutProxyKinds(all);
  const options = { ...defaultTranslateOptions, rootNamespace };
  const judged = loaded.documents.flatMap((document) => (document.status === 'resource' ? [document.resource] : []));
  const found = await validate({ judged, known: [] }, { layers: new Set(layers), parseYaml, translate: options });
  const validation = makeValidation(loaded, [...loaded.findings, ...saidOnce(found)], 'info');
  const { summary, results } = validation;
  contents.addMade('rules/findings.json', 'what `aeraki validate` says', json({ summary, results }));
  const { translation } = await translateLoaded(loaded, options);
  const made = [...translation.envoyFilters, ...translation.virtualServices] as unknown as readonly JsonObject[];
  contents.addMade('rules/resources.yaml', 'the rules that were read', documents(loaded.resources.map(objectOf)));
  contents.addMade('rules/translation.yaml', 'what `aeraki translate` makes of them', documents(made));
  const routes = translation.metaRouteConfigurations as unknown as Json;
  contents.addMade('rules/routes.json', 'the routes that Aeraki serves over RDS', json(redact(routes)));
}

function objectOf({ object }: Loaded['resources'][number]): JsonObject {
  return object as unknown as JsonObject;
}

function documents(objects: readonly JsonObject[]): string {
  return objects.map((each) => toYaml(redact(each))).join('---\n');
}

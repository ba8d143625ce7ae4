import { traitsOf } from '../src/behaviour/traits.js';
import { defaultProxyVersion, type ProxyVersion } from '../src/behaviour/version.js';
import type { Diagnostic, Finding } from '../src/diagnostics/diagnostic.js';
import { assemble } from '../src/load/assemble.js';
import { createFastParser } from '../src/load/fast-parse.js';
import type { Loaded } from '../src/load/loaded.js';
import { parseFile } from '../src/load/parse.js';
import { parseYaml } from '../src/load/parse-yaml.js';
import { withoutProxyKinds } from '../src/load/without-proxy-kinds.js';
import { AttributeBuilder } from '../src/match/attributes.js';
import { choose, type Decision, decisionOf } from '../src/match/decision.js';
import { withoutSecrets } from '../src/match/decision-shown.js';
import { findService } from '../src/match/find-service.js';
import { mergeRules, rulesFromTranslation } from '../src/match/from-translation.js';
import { compileRules } from '../src/match/service.js';
import { json } from '../src/output/json.js';
import { translationJson } from '../src/output/translation/json.js';
import { select, type TranslationView, translationKinds } from '../src/output/translation/view.js';
import { translateLoaded } from '../src/pipeline.js';
import { codecsByRoute } from '../src/translate/metaprotocol/codec.js';
import { defaultTranslateOptions, type TranslateOptions } from '../src/translate/options.js';
import { saidOnce } from '../src/validate/once.js';
import { makeValidation, type Validation } from '../src/validate/results.js';
import { layers, validate } from '../src/validate/validate.js';

/**
 * The pure stages as the program runs them, for one text: load, schema, index, translate, validate, route. Nothing here
 * touches a file, the network or the clock, so the same code runs in a browser.
 */
export interface Settings {
  readonly fixed: boolean;
  readonly namespace: string;
  readonly rootNamespace: string;
  readonly proxyVersion: ProxyVersion;
}

export const defaultSettings: Settings = {
  fixed: false,
  namespace: 'default',
  rootNamespace: 'istio-system',
  proxyVersion: defaultProxyVersion,
};

/** What `aeraki translate -o json` and `aeraki validate -o json` would say of the text. */
export interface Result {
  readonly translation: TranslationView & { readonly diagnostics: readonly Diagnostic[] };
  readonly validation: Validation;
  /** What the answers were made of: the corrections are worked out from it. */
  readonly loaded: Loaded;
  readonly findings: readonly Finding[];
  readonly services: readonly { readonly host: string; readonly port: number }[];
  route(
    host: string,
    port: number | undefined,
    attributes: Readonly<Record<string, string>>,
  ): Decision | { readonly problem: string };
}

export function loadText(text: string, name: string, namespace: string): Loaded {
  const file = parseFile(text, name, { namespace, fast: createFastParser() });
  return assemble([file], [], []);
}

const optionsOf = ({ fixed, rootNamespace }: Settings): TranslateOptions => ({
  ...defaultTranslateOptions,
  rootNamespace,
  fixed,
});

/** The bytes of `aeraki translate -o json`. */
export async function translatedJson(
  text: string,
  name: string,
  settings: Settings = defaultSettings,
): Promise<string> {
  const loaded = withoutProxyKinds(loadText(text, name, settings.namespace));
  const translated = await translateLoaded(loaded, optionsOf(settings), { refusals: true });
  return translationJson(select(translated.translation, translationKinds), translated.diagnostics);
}

/** The bytes of `aeraki validate -o json`. */
export async function validatedJson(text: string, name: string, settings: Settings = defaultSettings): Promise<string> {
  const { validation } = await run(text, name, settings);
  return json({ summary: validation.summary, results: validation.results });
}

/** Everything that the page shows of a text. */
export async function run(text: string, name: string, settings: Settings): Promise<Result> {
  const options = optionsOf(settings);
  const loaded = withoutProxyKinds(loadText(text, name, settings.namespace));
  const { translation, index, diagnostics } = await translateLoaded(loaded, options, { refusals: true });
  const judged = loaded.documents.flatMap((document) => (document.status === 'resource' ? [document.resource] : []));
  const found = await validate({ judged, known: [] }, { layers: new Set(layers), parseYaml, translate: options });
  const findings = [...loaded.findings, ...saidOnce(found)];
  const rules = compileRules(mergeRules([rulesFromTranslation(translation, codecsByRoute(index))]));
  return {
    translation: { ...select(translation, translationKinds), diagnostics },
    validation: makeValidation(loaded, findings, 'info'),
    loaded,
    findings,
    services: [...rules.byHost].flatMap(([host, services]) => services.map(({ port }) => ({ host, port }))),
    route(host, port, attributes) {
      const service = findService(rules, host, port);
      if (!('service' in service)) return { problem: service.message };
      const given = new AttributeBuilder();
      for (const [key, value] of Object.entries(attributes)) given.set(key, value);
      const { attributes: asked, spelt } = given;
      const choice = choose(service.service, asked, {
        spelt,
        kind: undefined,
        traits: traitsOf(settings.proxyVersion),
      });
      return withoutSecrets(decisionOf(rules, choice));
    },
  };
}

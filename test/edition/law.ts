import { deepStrictEqual } from 'node:assert/strict';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { Teller } from '../../src/diagnostics/teller.js';
import { liveTranslate } from '../../src/edition/live-translation.js';
import { LiveValidation } from '../../src/edition/validation.js';
import { buildIndex } from '../../src/index/build.js';
import { LiveIndex } from '../../src/index/live.js';
import { LiveMeshConfig } from '../../src/index/live-mesh-config.js';
import { meshConfigOf } from '../../src/index/mesh-config.js';
import { Places } from '../../src/index/places.js';
import { Assembly, assemble } from '../../src/load/assemble.js';
import type { Loaded } from '../../src/load/loaded.js';
import { type ParsedFile, parseFile } from '../../src/load/parse.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import { translateLoaded } from '../../src/pipeline.js';
import { IncrementalTranslation } from '../../src/translate/incremental.js';
import { defaultTranslateOptions, type TranslateOptions } from '../../src/translate/options.js';
import type { Translation } from '../../src/translate/protocol.js';
import { translate } from '../../src/translate/translate.js';
import { Judge } from '../../src/validate/judge.js';
import { layers, validate } from '../../src/validate/validate.js';

/** The files of one state, in their order. */
export type State = readonly (readonly [name: string, text: string])[];

const namespace = 'default';

/** Brought from state to state as a watch does it, and held against a run from scratch after each. */
export class Subject {
  readonly #assembly = new Assembly();
  readonly #parsed = new Map<string, ParsedFile>();
  readonly #judge = new Judge(new Set());
  readonly #index = new LiveIndex();
  readonly #translation: IncrementalTranslation;
  readonly #validation: LiveValidation;
  readonly #live = liveTranslate();
  readonly #mesh = new LiveMeshConfig();
  readonly #places = { translate: new Places(), validate: new Places() };
  readonly #told = { translate: new Teller(), validate: new Teller() };

  constructor(readonly options: TranslateOptions = defaultTranslateOptions) {
    this.#translation = new IncrementalTranslation(options);
    this.#validation = new LiveValidation({ layers: new Set(layers), translate: options, parseYaml });
  }

  async edit(state: State): Promise<void> {
    const loaded = this.#load(state);
    const scratch = assemble(state.map(([name, text]) => parseFile(text, name, { namespace })));
    deepStrictEqual(comparable(loaded), comparable(scratch));
    deepStrictEqual(await this.#translated(loaded), await translatedAnew(scratch, this.options));
    const refusals = { refusals: true };
    const live = await this.#live(loaded, this.options, refusals);
    const once = await translateLoaded(scratch, this.options, refusals);
    deepStrictEqual(result(live.translation, live.diagnostics), result(once.translation, once.diagnostics));
    deepStrictEqual(await this.#validated(loaded), await validatedAnew(scratch, this.options));
  }

  #load(state: State): Loaded {
    const parsed = state.map(([name, text]) => {
      const made = parseFile(text, name, { namespace, previous: this.#parsed.get(name) });
      this.#parsed.set(name, made);
      return made;
    });
    return this.#assembly.put(parsed, [], []);
  }

  async #translated(loaded: Loaded) {
    const judged = await this.#judge.judge(loaded.resources);
    const sound = loaded.resources.filter((_, at) => judged[at]?.sound !== false);
    const mesh = this.#mesh.update(sound, this.options.rootNamespace, parseYaml);
    const { index, change } = this.#index.update(sound, { ...this.options, meshConfig: mesh.config });
    const translation = this.#translation.translate(index, change);
    const places = this.#places.translate.update(loaded.resources);
    const told = this.#told.translate.tell([mesh.findings, translation.findings], loaded.locate, places);
    return result(translation, told);
  }

  async #validated(loaded: Loaded): Promise<readonly Diagnostic[]> {
    const findings = await this.#validation.next({ judged: loaded.resources, known: [] });
    return this.#told.validate.tell(findings, loaded.locate, this.#places.validate.update(loaded.resources));
  }
}

async function translatedAnew(loaded: Loaded, options: TranslateOptions) {
  const judged = await new Judge(new Set()).judge(loaded.resources);
  const sound = loaded.resources.filter((_, at) => judged[at]?.sound !== false);
  const mesh = meshConfigOf(sound, options.rootNamespace, parseYaml);
  const translation = translate(buildIndex(sound, { ...options, meshConfig: mesh.config }), options);
  return result(translation, diagnose([...mesh.findings, ...translation.findings], loaded.locate));
}

async function validatedAnew(loaded: Loaded, options: TranslateOptions): Promise<readonly Diagnostic[]> {
  const findings = await validate(
    { judged: loaded.resources, known: [] },
    { layers: new Set(layers), translate: options, parseYaml },
  );
  return diagnose(findings, loaded.locate);
}

function result(translation: Translation, diagnostics: readonly Diagnostic[]) {
  const { envoyFilters, virtualServices, routeConfigurations, metaRouteConfigurations } = translation;
  return { envoyFilters, virtualServices, routeConfigurations, metaRouteConfigurations, diagnostics };
}

function comparable({ documents, resources, findings, locate }: Loaded) {
  return { documents, resources, diagnostics: diagnose(findings, locate) };
}

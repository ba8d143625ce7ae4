import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js';
import { Teller } from '../diagnostics/teller.js';
import { Places } from '../index/places.js';
import type { Loaded, LoadedDocument } from '../load/loaded.js';
import { WithoutProxyKinds } from '../load/without-proxy-kinds.js';
import type { Resource } from '../model/resource.js';
import { Sieve } from '../patch/left.js';
import { SaidOnce } from '../validate/once.js';
import { Heard, type Suppression } from '../validate/suppress.js';
import type { ValidateOptions } from '../validate/validate.js';
import { LiveValidation } from './validation.js';

/** All that `validate` says of one state of the inputs. */
export interface Told {
  /** The inputs as `validate` sees them. */
  readonly loaded: Loaded;
  /** What was found, in lists; the `Resource` of a finding may be an older one of the same object. */
  readonly findings: readonly (readonly Finding[])[];
  /** Where the objects stand now. */
  readonly places: Places;
  /** The same, sorted by place, of every severity. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What `validate` says, again and again, for the price of what changed. */
export class LiveDiagnostics {
  readonly #validation: LiveValidation;
  readonly #places = new Places();
  readonly #teller = new Teller();
  readonly #plain = new WithoutProxyKinds();
  readonly #said = new SaidOnce();
  readonly #heard: Heard;
  readonly #judged = new Sieve<LoadedDocument, Resource>();

  constructor(
    readonly options: ValidateOptions,
    suppressions: readonly Suppression[],
  ) {
    this.#validation = new LiveValidation(options);
    this.#heard = new Heard(suppressions);
  }

  /** @param known what is around and not judged; it counts for the analysis alone */
  async next(all: Loaded, known: readonly Resource[]): Promise<Told> {
    const loaded = this.#plain.of(all);
    const judged = this.#judged.of(loaded.documents, resourceOf);
    const around = this.options.layers.has('analysis') ? known : [];
    const found = await this.#validation.next({ judged, known: around });
    const findings = this.#heard.of([loaded.findings, ...this.#said.in(found)]);
    const places = this.#places.update(judged);
    return { loaded, findings, places, diagnostics: this.#teller.tell(findings, loaded.locate, places) };
  }
}

function resourceOf(document: LoadedDocument): Resource | undefined {
  return document.status === 'resource' ? document.resource : undefined;
}

import type { Finding } from '../diagnostics/diagnostic.js';
import type { Told } from '../edition/live-diagnostics.js';
import type { Translate } from '../edition/live-translation.js';
import type { Schema } from '../explain/field.js';
import type { Rules } from '../inspect/describe/rules.js';
import type { FileText } from '../load/file-text.js';
import type { LoadedDocument } from '../load/loaded.js';
import { rulesFromTranslation } from '../match/from-translation.js';
import { type CompiledRules, compileRules } from '../match/service.js';
import type { Resource } from '../model/resource.js';
import { codecsByRoute } from '../translate/metaprotocol/codec.js';
import type { TranslateOptions } from '../translate/options.js';
import type { Translation } from '../translate/protocol.js';
import { aboutHosts } from './about-hosts.js';
import { Symbols } from './symbols.js';
import { Syntaxes } from './syntax.js';

export interface WorkspaceOptions {
  readonly translate: TranslateOptions;
  /** Namespace of objects that have none. */
  readonly namespace: string;
  /** The shipped schema of a kind. */
  readonly schemaOf: (kind: string) => Schema | undefined;
  /** Translates again and again, for the price of what changed. */
  readonly translated: Translate;
}

/** What the rules of a workspace do. */
export interface Effects {
  readonly rules: Rules;
  readonly translation: Translation;
  /** The routes of these hosts alone, and the limits of their services: of many services few are asked about. */
  compiled(hosts: ReadonlySet<string>): CompiledRules;
}

/** One state of all files and buffers, and what editors ask about it. What no question needs is not worked out. */
export class Workspace {
  readonly syntaxes = new Syntaxes();
  readonly #symbols: Symbols;
  #told: Told | undefined;
  #known: readonly Resource[] = [];
  #all: readonly Resource[] = [];
  #documents: ReadonlyMap<string, readonly LoadedDocument[]> | undefined;
  #effects: Promise<Effects> | undefined;

  constructor(readonly options: WorkspaceOptions) {
    this.#symbols = new Symbols(options.translate.clusterDomain);
  }

  get namespace(): string {
    return this.options.namespace;
  }

  /** Takes the next state. @param known what is around and not judged */
  update(told: Told, known: readonly Resource[]): void {
    const { resources } = told.loaded;
    if (this.#told?.loaded.resources !== resources || this.#known !== known) {
      this.#all = known.length === 0 ? resources : [...resources, ...known];
    }
    this.#told = told;
    this.#known = known;
    this.#documents = undefined;
    this.#effects = undefined;
  }

  get told(): Told | undefined {
    return this.#told;
  }

  get resources(): readonly Resource[] {
    return this.#all;
  }

  get symbols(): Symbols {
    this.#symbols.update(this.#all);
    return this.#symbols;
  }

  textOf(file: string): FileText | undefined {
    return this.#told?.loaded.textOf?.(file);
  }

  /** The documents of a file. */
  documentsIn(file: string): readonly LoadedDocument[] {
    this.#documents ??= byFile(this.#told?.loaded.documents ?? []);
    return this.#documents.get(file) ?? [];
  }

  /** The objects of a document: several in a List. */
  resourcesIn(file: string, document?: number): readonly Resource[] {
    return this.documentsIn(file).flatMap((each) => {
      if (each.status !== 'resource') return [];
      return document === undefined || each.resource.source.document === document ? [each.resource] : [];
    });
  }

  /** Where the object of a resource stands now. */
  placeOf(resource: Resource): Resource {
    return this.#told?.places.get(resource.object) ?? resource;
  }

  /** What the rules do, worked out when it is first asked for. */
  effects(): Promise<Effects> {
    this.#effects ??= this.#work();
    return this.#effects;
  }

  async #work(): Promise<Effects> {
    const told = this.#told;
    if (told === undefined) throw new Error('no state yet');
    const resources = this.#all;
    const { index, translation, findings } = await this.options.translated(
      { ...told.loaded, resources },
      this.options.translate,
    );
    const { causesOnly } = await import('../validate/causes.js');
    // The look-ups know each object by a resource of their own, which may be an older one.
    const own = (found: Finding): Finding => {
      const { resource } = found;
      const known = resource && index.byId.get(`${resource.kind} ${resource.namespace}/${resource.name}`);
      return known === undefined || known === resource || known.object !== resource?.object
        ? found
        : { ...found, resource: known };
    };
    const rules: Rules = { index, translation, findings: causesOnly([...findings, ...told.findings.flat()].map(own)) };
    const known = new Map<string, CompiledRules>();
    const compiled = (hosts: ReadonlySet<string>): CompiledRules => {
      const key = JSON.stringify([...hosts].sort());
      const before = known.get(key);
      if (before !== undefined) return before;
      const made = compileRules(rulesFromTranslation(aboutHosts(translation, hosts), codecsByRoute(index)));
      known.set(key, made);
      return made;
    };
    return { rules, translation, compiled };
  }
}

function byFile(documents: readonly LoadedDocument[]): ReadonlyMap<string, readonly LoadedDocument[]> {
  const files = new Map<string, LoadedDocument[]>();
  for (const each of documents) {
    const { file } = each.status === 'resource' ? each.resource.source : each.source;
    const list = files.get(file);
    if (list === undefined) files.set(file, [each]);
    else list.push(each);
  }
  return files;
}

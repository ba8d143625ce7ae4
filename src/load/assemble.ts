import { join } from 'node:path';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';
import { sameEnds, withBetween } from '../patch/ends.js';
import { refused } from './document.js';
import type { FileText } from './file-text.js';
import { groupOf } from './kinds.js';
import { kustomizationAround } from './kustomize.js';
import type { Loaded, LoadedDocument } from './loaded.js';
import { createLocator } from './locate.js';
import type { ParsedFile } from './parse.js';
import { passedOver, passedOverNote } from './passed-over.js';

/**
 * Puts the files together: of two resources with the same group, kind, namespace and name the first counts, and the
 * second is an error that names both places.
 *
 * @param findings what was found while looking for files
 * @param paths every file and directory that was read
 */
export function assemble(
  parsed: readonly ParsedFile[],
  findings: readonly Finding[] = [],
  paths: readonly string[] = [],
): Loaded {
  return new Assembly().put(parsed, findings, paths);
}

/** What of a result follows from the files alone. */
function withFiles(files: ReadonlyMap<string, FileText>): Pick<Loaded, 'files' | 'locate' | 'textOf'> {
  return { files: files.size, locate: createLocator(files), textOf: (file) => files.get(file) };
}

/** Puts the same files together again and again, each time for the price of those that are others. */
export class Assembly {
  /** How many resources there are of each identity. */
  readonly #count = new Map<string, number>();
  /** Those of which there is more than one. */
  readonly #repeated = new Set<string>();
  #known: ReadonlyMap<ParsedFile, Content> = new Map();
  /** What `#plain` gave. */
  #last:
    | (Pick<Loaded, 'documents' | 'resources' | 'findings'> & { readonly parsed: readonly ParsedFile[] })
    | undefined;
  readonly #refused = new WeakMap<Resource, { readonly before: Resource; readonly document: LoadedDocument }>();

  /** As `assemble`. */
  put(parsed: readonly ParsedFile[], findings: readonly Finding[], paths: readonly string[]): Loaded {
    this.#recount(parsed);
    const documents: LoadedDocument[] = [];
    const resources: Resource[] = [];
    const found: Finding[] = [...findings];
    const duplicates: Finding[] = [];
    const first = new Map<string, Resource>();
    const files = new Map<string, FileText>();
    const kustomizations = parsed.flatMap((each) => each.kustomizations ?? []);
    const patches = new Set(kustomizations.flatMap((each) => [...each.passedOver]));
    const directories = new Set(kustomizations.map(({ directory }) => join(directory)));
    if (this.#repeated.size === 0 && kustomizations.length === 0) return this.#plain(parsed, findings, paths);
    this.#last = undefined;
    for (const each of parsed) {
      if (each.file !== undefined) files.set(each.file.name, each.file);
      if (each.file !== undefined && patches.size > 0 && patches.has(join(each.file.name))) {
        // What is wrong with a patch alone is nobody's business.
        documents.push(...each.documents.map((document) => passedOver(document, 'patch')));
        continue;
      }
      for (const one of each.findings) found.push(one);
      for (const document of each.documents) {
        const placed = this.#placed(document, { first, directories });
        documents.push(placed);
        if (placed.status === 'resource') resources.push(placed.resource);
        else if (placed !== document && placed.status === 'invalid') duplicates.push(...placed.findings);
      }
    }
    for (const one of duplicates) found.push(one);
    found.push(...passedOverNote(documents));
    return { documents, resources, findings: found, paths, ...withFiles(files) };
  }

  /** Where no document depends on another: what is between files that are as they were is put in their place. */
  #plain(parsed: readonly ParsedFile[], findings: readonly Finding[], paths: readonly string[]): Loaded {
    const last = this.#last ?? { parsed: [], documents: [], resources: [], findings: [] };
    const [head, tail] = sameEnds(last.parsed, parsed);
    const between = parsed.slice(head, parsed.length - tail);
    const before = { documents: 0, resources: 0, findings: 0 };
    const after = { documents: 0, resources: 0, findings: 0 };
    let passes = false;
    for (const [at, file] of parsed.entries()) {
      const { resources, passesOver } = this.#known.get(file) ?? contentOf(file);
      passes ||= passesOver;
      const counts = at < head ? before : at >= parsed.length - tail ? after : undefined;
      if (counts === undefined) continue;
      counts.documents += file.documents.length;
      counts.resources += resources.length;
      counts.findings += file.findings.length;
    }
    const put = <T>(
      part: 'documents' | 'resources' | 'findings',
      list: readonly T[],
      of: (file: ParsedFile) => readonly T[],
    ) => withBetween(list, before[part], together(between, of), after[part]);
    const documents = put('documents', last.documents, (file) => file.documents);
    const resources = put('resources', last.resources, (file) => (this.#known.get(file) ?? contentOf(file)).resources);
    const own = put('findings', last.findings, (file) => file.findings);
    this.#last = { parsed, documents, resources, findings: own };
    const files = new Map<string, FileText>();
    for (const { file } of parsed) if (file !== undefined) files.set(file.name, file);
    const found = [...findings, ...own, ...(passes ? passedOverNote(documents) : [])];
    return { documents, resources, findings: found, paths, ...withFiles(files) };
  }

  /** The document, or the error that it repeats one of `first`. */
  #placed(
    document: LoadedDocument,
    { first, directories }: { readonly first: Map<string, Resource>; readonly directories: ReadonlySet<string> },
  ): LoadedDocument {
    const identity = identityOf(document);
    if (identity === undefined || document.status !== 'resource' || !this.#repeated.has(identity)) return document;
    const { resource } = document;
    const before = first.get(identity);
    if (before === undefined) {
      first.set(identity, resource);
      return document;
    }
    if (areOverlays(resource, before, directories)) return passedOver(document, 'overlay');
    const known = this.#refused.get(resource);
    if (known?.before === before) return known.document;
    const made = refused(resource, duplicateOf(resource, before));
    this.#refused.set(resource, { before, document: made });
    return made;
  }

  /** Counts what changed: of a file that has another text now, what is between its equal ends. */
  #recount(parsed: readonly ParsedFile[]): void {
    const now = new Map<ParsedFile, Content>();
    for (const file of parsed) now.set(file, this.#known.get(file) ?? contentOf(file));
    const gone = new Map<string | undefined, ParsedFile[]>();
    for (const file of this.#known.keys()) {
      if (now.has(file)) continue;
      const list = gone.get(file.file?.name);
      if (list === undefined) gone.set(file.file?.name, [file]);
      else list.push(file);
    }
    for (const file of now.keys()) {
      if (this.#known.has(file)) continue;
      this.#between(gone.get(file.file?.name)?.shift()?.documents ?? [], file.documents);
    }
    for (const list of gone.values()) for (const file of list) this.#between(file.documents, []);
    this.#known = now;
  }

  #between(before: readonly LoadedDocument[], now: readonly LoadedDocument[]): void {
    const [head, tail] = sameEnds(before, now, areOneObject);
    for (const each of before.slice(head, before.length - tail)) this.#add(identityOf(each), -1);
    for (const each of now.slice(head, now.length - tail)) this.#add(identityOf(each), 1);
  }

  #add(identity: string | undefined, by: 1 | -1): void {
    if (identity === undefined) return;
    const count = (this.#count.get(identity) ?? 0) + by;
    if (count === 0) this.#count.delete(identity);
    else this.#count.set(identity, count);
    if (count > 1) this.#repeated.add(identity);
    else this.#repeated.delete(identity);
  }
}

interface Content {
  readonly resources: readonly Resource[];
  /** It has documents about which `passedOverNote` has something to say. */
  readonly passesOver: boolean;
}

function contentOf({ documents }: ParsedFile): Content {
  const resources: Resource[] = [];
  let passesOver = false;
  for (const each of documents) {
    if (each.status === 'resource') resources.push(each.resource);
    else if (each.status === 'skipped' && each.passedOver !== undefined) passesOver = true;
  }
  return { resources, passesOver };
}

/** What is of all files; that of one alone, which may be a large one, is not copied. */
function together<T>(files: readonly ParsedFile[], of: (file: ParsedFile) => readonly T[]): readonly T[] {
  const [first] = files;
  return first !== undefined && files.length === 1 ? of(first) : files.flatMap(of);
}

function areOneObject(a: LoadedDocument, b: LoadedDocument): boolean {
  return a.status === 'resource' && b.status === 'resource' && a.resource.object === b.resource.object;
}

/** Two overlays may each have a whole resource: they are never applied together. */
function areOverlays(one: Resource, other: Resource, directories: ReadonlySet<string>): boolean {
  if (directories.size === 0) return false;
  const [here, there] = [one, other].map(({ source }) => kustomizationAround(source.file, directories));
  return here !== undefined && there !== undefined && here !== there;
}

/** What two resources must not share; undefined where that is nothing: the API server would make the name. */
function identityOf(document: LoadedDocument): string | undefined {
  if (document.status !== 'resource' || document.resource.name === '') return undefined;
  const { apiVersion, kind, namespace, name } = document.resource;
  // None of them may hold a line end and be a valid name, so two identities never make the same key.
  return `${groupOf(apiVersion)}\n${kind}\n${namespace}\n${name}`;
}

function duplicateOf(resource: Resource, before: Resource): Finding {
  const { kind, namespace, name, source } = resource;
  const args = {
    kind,
    name: namespace === '' ? name : `${namespace}/${name}`,
    place: `${source.file}:${source.line}`,
    first: `${before.source.file}:${before.source.line}`,
  };
  return finding('AER0013', args, { resource, pointer: '/metadata/name' });
}

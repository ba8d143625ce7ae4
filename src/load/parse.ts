import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Source } from '../model/resource.js';
import { isFields, toDocument } from './document.js';
import { ambiguityFindings, isOurs, itemLines, lineEndFinding, toFinding } from './exact.js';
import { createFastParser, type FastParser } from './fast-parse.js';
import { FileText, firstLine } from './file-text.js';
import { hasPatchDirective, isJsonPatch, type Kustomization, kustomizationOf } from './kustomize.js';
import { expandList } from './list.js';
import type { LoadedDocument } from './loaded.js';
import { moved, sameSlices } from './moved.js';
import { findOddCharacters, type OddCharacters } from './odd-characters.js';
import { type PassedOver, passedOver } from './passed-over.js';
import { readSlice } from './read-slice.js';
import type { Slice } from './split.js';

export interface ParsedFile {
  /** undefined: the file has no text that could be read. */
  readonly file: FileText | undefined;
  readonly documents: readonly LoadedDocument[];
  readonly findings: readonly Finding[];
  /** What it says as a file of Kustomize. */
  readonly kustomizations?: readonly Kustomization[];
  /** What each slice of the file came to, for `ParseOptions.previous`. */
  readonly parts?: readonly ParsedSlice[];
}

/** What one slice of a file came to: its documents, and warnings about it. */
export interface ParsedSlice {
  readonly documents: readonly LoadedDocument[];
  readonly warnings: readonly Finding[];
  readonly kustomization?: Kustomization | undefined;
}

export interface ParseOptions {
  /** Namespace of namespaced resources that have none. */
  readonly namespace: string;
  /** Whether Pods, Namespaces, Endpoints and Deployments are read too. */
  readonly workloads?: boolean | undefined;
  /** Kept between files, because making it is not free; one of its own otherwise. */
  readonly fast?: FastParser;
  /** Reads everything with positions, as if everything had something to report. For tests. */
  readonly exact?: boolean;
  /**
   * What this file came to before it was changed, read with the same options: a document whose text is the same is not
   * parsed again, and its objects are the same objects.
   */
  readonly previous?: ParsedFile | undefined;
}

/**
 * Reads the text of one file: pure, so that tests, watchers and servers can use it without a file.
 *
 * @param text as `decode` gives it: no BOM, lines ended by LF or CRLF
 * @param name the file as the user named it
 */
export function parseFile(text: string, name: string, options: ParseOptions): ParsedFile {
  const { previous } = options;
  const usable = previous?.file?.name === name && previous.parts !== undefined ? previous : undefined;
  const { file, from = 0, to = text.length } = usable?.file?.edited(text) ?? { file: new FileText(name, text) };
  const fast = options.exact ? undefined : (options.fast ?? createFastParser());
  // Of a file that is kept nothing is odd, so only what is new may be.
  const oddities = findOddCharacters(to - from === text.length ? text : text.slice(from, to));
  // With odd characters what is said of one document depends on those before it.
  if (!isPlain(oddities)) return whole(file, partsOf(file, fast, findOddCharacters(text), options, undefined), false);
  return whole(file, partsOf(file, fast, oddities, options, usable && sameSlices(usable, file)), true);
}

function isPlain({ control, lineEnds }: OddCharacters): boolean {
  return control === undefined && lineEnds.length === 0;
}

function partsOf(
  file: FileText,
  fast: FastParser | undefined,
  oddities: OddCharacters,
  options: ParseOptions,
  known: ReturnType<typeof sameSlices>,
): readonly ParsedSlice[] {
  return file.slices.map((slice, index): ParsedSlice => {
    const before = known?.(index);
    if (before !== undefined) return moved(before.part, index - before.index, slice.line - before.line);
    if (known === undefined) return parseSlice(file, slice, index, slice, fast, oddities, options);
    const own = file.detach(slice);
    return parseSlice(own, own.slices[0] ?? slice, index, slice, fast, oddities, options);
  });
}

function whole(file: FileText, parts: readonly ParsedSlice[], plain: boolean): ParsedFile {
  const kustomizations: Kustomization[] = [];
  const documents: LoadedDocument[] = [];
  const warnings: Finding[] = [];
  for (const part of parts) {
    for (const each of part.documents) documents.push(each);
    for (const each of part.warnings) warnings.push(each);
    if (part.kustomization !== undefined) kustomizations.push(part.kustomization);
  }
  const kept = oneForTheFile(documents);
  const findings: Finding[] = [];
  for (const one of kept) if (one.status === 'invalid') findings.push(...one.findings);
  for (const each of warnings) findings.push(each);
  return {
    file,
    documents: kept,
    findings,
    ...(plain && { parts }),
    ...(kustomizations.length > 0 && { kustomizations }),
  };
}

/** @param slice where the document is in `file`; `place` where it is in the whole file */
function parseSlice(
  file: FileText,
  slice: Slice,
  index: number,
  place: Slice,
  fast: FastParser | undefined,
  oddities: OddCharacters,
  { namespace, workloads }: ParseOptions,
): ParsedSlice {
  const reading = readSlice(file, slice, fast, oddities);
  if (reading === undefined) return { documents: [], warnings: [] };
  const line = firstLine(file, { ...slice, line: place.line });
  const template = templateOf(file.text, slice);
  const source: Source = {
    file: file.name,
    document: index,
    pointer: '',
    line,
    ...(template !== undefined && { template }),
  };
  if (slice.unread) {
    const reason = 'it stands behind a line of `...`';
    const warning = finding('AER0051', {}, { file: file.name, line, column: 1 });
    return { documents: [{ status: 'skipped', source, id: {}, reason }], warnings: [warning] };
  }
  if ('problems' in reading) {
    const findings = reading.problems.map((one) => toFinding(one, file));
    return { documents: [{ status: 'invalid', source, id: {}, findings }], warnings: [] };
  }
  const kustomization = kustomizationOf(reading.value, file.name);
  const other = notAResource(reading.value, file.text, slice);
  if (other !== undefined) {
    return { documents: [passedOver({ status: 'skipped', source, id: {}, reason: '' }, other)], warnings: [] };
  }
  const items = expandList(reading.value);
  const lines = items[0]?.pointer === '' ? undefined : itemLines(file, slice, items, reading.starts);
  const documents = items.map(({ value, pointer }) =>
    toDocument(value, { ...source, pointer, line: lines?.get(pointer) ?? line }, namespace, workloads),
  );
  const warnings: Finding[] = [];
  const lineEnd = oddities.lineEnds.find((at) => at >= slice.start && at < slice.end);
  if (lineEnd !== undefined && documents.some(isOurs)) warnings.push(lineEndFinding(file, lineEnd));
  if (reading.ambiguous) warnings.push(...ambiguityFindings(file, slice, documents));
  return { documents, warnings, kustomization };
}

const SOURCE_COMMENT = /^(?:---\s*|\s*#[^\n]*\n|\s*\n)*# Source: (\S+)/;

/** The comment with which Helm begins each document that it renders. */
function templateOf(text: string, { start, end }: Slice): string | undefined {
  // Sought in this document alone: in a large file without comments each of them would be read to the end of the file.
  if (!text.slice(start, Math.min(end, start + 501)).includes('#')) return undefined;
  return SOURCE_COMMENT.exec(text.slice(start, Math.min(end, start + 2000)))?.[1];
}

/** What a document is that has to do with resources, or might be taken for one. */
function notAResource(value: unknown, text: string, { start, end }: Slice): PassedOver | undefined {
  if (isJsonPatch(value) || hasPatchDirective(text, start, end)) return 'patch';
  // A playbook, or values; a list of resources is a mistake.
  if (Array.isArray(value)) {
    const plain = value.every((each) => isFields(each) && each.apiVersion === undefined);
    return plain && value.length > 0 ? 'list' : undefined;
  }
  return isFields(value) && isFields(value.sops) && 'mac' in value.sops ? 'encrypted' : undefined;
}

/**
 * A file in which nothing can be parsed and nothing is left is no YAML at all (a Helm template): one result for it, with
 * what is wrong first. Beside documents that are fine each broken one is a result of its own.
 */
function oneForTheFile(documents: readonly LoadedDocument[]): readonly LoadedDocument[] {
  const broken = documents.every((one) => one.status === 'invalid' && one.findings.every(({ code }) => isSyntax(code)));
  return broken ? documents.slice(0, 1) : documents;
}

function isSyntax(code: string): boolean {
  return code === 'AER0004' || code === 'AER0009' || code === 'AER0010';
}

import type { Finding } from '../diagnostics/diagnostic.js';
import type { Source } from '../model/resource.js';
import { toDocument } from './document.js';
import { ambiguityFindings, isOurs, itemLines, lineEndFinding, toFinding } from './exact.js';
import { createFastParser, type FastParser } from './fast-parse.js';
import { FileText, firstLine } from './file-text.js';
import { expandList } from './list.js';
import type { LoadedDocument } from './loaded.js';
import { findOddCharacters } from './odd-characters.js';
import { readSlice } from './read-slice.js';

export interface ParsedFile {
  /** undefined: the file has no text that could be read. */
  readonly file: FileText | undefined;
  readonly documents: readonly LoadedDocument[];
  readonly findings: readonly Finding[];
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
}

/**
 * Reads the text of one file: pure, so that tests, watchers and servers can use it without a file.
 *
 * @param text as `decode` gives it: no BOM, lines ended by LF or CRLF
 * @param name the file as the user named it
 */
export function parseFile(text: string, name: string, options: ParseOptions): ParsedFile {
  const file = new FileText(name, text);
  const fast = options.exact ? undefined : (options.fast ?? createFastParser());
  const oddities = findOddCharacters(text);
  const documents: LoadedDocument[] = [];
  const warnings: Finding[] = [];
  file.slices.forEach((slice, index) => {
    const reading = readSlice(file, slice, fast, oddities);
    if (reading === undefined) return;
    const line = firstLine(file, slice);
    const source: Source = { file: name, document: index, pointer: '', line };
    if ('problems' in reading) {
      documents.push({
        status: 'invalid',
        source,
        id: {},
        findings: reading.problems.map((one) => toFinding(one, file)),
      });
      return;
    }
    const items = expandList(reading.value);
    const lines = items[0]?.pointer === '' ? undefined : itemLines(file, slice, items, reading.starts);
    const ours = items.map(({ value, pointer }) =>
      toDocument(
        value,
        { ...source, pointer, line: lines?.get(pointer) ?? line },
        options.namespace,
        options.workloads,
      ),
    );
    documents.push(...ours);
    const lineEnd = oddities.lineEnds.find((at) => at >= slice.start && at < slice.end);
    if (lineEnd !== undefined && ours.some(isOurs)) warnings.push(lineEndFinding(file, lineEnd));
    if (reading.ambiguous) warnings.push(...ambiguityFindings(file, slice, ours));
  });
  const kept = oneForTheFile(documents);
  return {
    file,
    documents: kept,
    findings: [...kept.flatMap((one) => (one.status === 'invalid' ? one.findings : [])), ...warnings],
  };
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

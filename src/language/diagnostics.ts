import { DiagnosticSeverity, type Diagnostic as EditorDiagnostic, type Range } from 'vscode-languageserver-types';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { pageOf } from '../diagnostics/documentation.js';
import type { FileText } from '../load/file-text.js';
import type { LoadedDocument } from '../load/loaded.js';
import { offsetOf } from './place.js';

export const source = 'aeraki';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/**
 * Whether a file is one that we have a word on: it has an object of a kind that we read, or names one of our groups where
 * it cannot be read. Everything else is left to other servers, which say themselves what is wrong with it.
 */
export function isOurs(text: string, documents: () => readonly LoadedDocument[]): boolean {
  // The text first: to find the documents of one file those of all are gone through.
  return /\b(?:aeraki|istio)\.io\b/.test(text) || documents().some(({ status }) => status === 'resource');
}

/** A diagnostic as editors take it. `file`: its text, to see how far the word reaches that it is about. */
export function toEditor(diagnostic: Diagnostic, file: FileText | undefined): EditorDiagnostic {
  const { code, severity, message, path } = diagnostic;
  const page = pageOf(code);
  return {
    range: rangeOf(diagnostic, file),
    severity: severities[severity],
    code,
    source,
    message,
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(path !== undefined && { data: { path } }),
  };
}

/** A quoted text, or a plain word up to what ends it: a colon, a comma, a bracket, a comment, the line. */
const word =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|(?:[^\s,:#{}[\]]|:(?=[^\s,{}[\]])|(?<=\S)#|[ \t]+(?=[^\s#:,{}[\]]))+/y;

function rangeOf({ line = 1, column = 1 }: Diagnostic, file: FileText | undefined): Range {
  const start = { line: line - 1, character: column - 1 };
  if (file === undefined) return { start, end: start };
  const offset = offsetOf(file.text, start);
  word.lastIndex = offset;
  const length = word.test(file.text) ? word.lastIndex - offset : 0;
  return { start, end: { line: start.line, character: start.character + Math.max(1, length) } };
}

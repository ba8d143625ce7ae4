import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ValidationResult } from '../../validate/results.js';
import { palette } from '../colour.js';
import { diagnosticText } from '../log.js';
import { slashed } from '../slashed.js';
import { escapeXml } from '../xml.js';
import type { ValidationFormat } from './formats.js';

/**
 * JUnit's XML, as CI systems read it: a suite for each file, a case for each document. A case with an error has failed;
 * its other diagnostics are its output.
 */
export const validationJunit: ValidationFormat = ({ results }) => {
  const suites = new Map<string, ValidationResult[]>();
  for (const result of results) {
    const file = slashed(result.file);
    const list = suites.get(file);
    if (list === undefined) suites.set(file, [result]);
    else list.push(result);
  }
  const totals = counts(results);
  const body = [...suites].map(([file, list]) => suite(file, list)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="aeraki validate" ${totals}>\n${body}</testsuites>\n`;
};

function counts(results: readonly ValidationResult[]): string {
  const failures = results.filter(({ status }) => status === 'invalid').length;
  const skipped = results.filter(({ status }) => status === 'skipped').length;
  return `tests="${results.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function suite(file: string, results: readonly ValidationResult[]): string {
  const cases = results.map((result) => testCase(file, result)).join('');
  return `  <testsuite name="${escapeXml(file)}" ${counts(results)}>\n${cases}  </testsuite>\n`;
}

function testCase(file: string, { kind, namespace, name, line, status, diagnostics }: ValidationResult): string {
  const id = name === undefined ? `line ${line}` : namespace ? `${namespace}/${name}` : name;
  const title = escapeXml(kind === undefined ? id : `${kind} ${id}`);
  const head = `    <testcase classname="${escapeXml(file)}" name="${title}" file="${escapeXml(file)}" line="${line}"`;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const rest = diagnostics.filter(({ severity }) => severity !== 'error');
  const parts = [
    ...(status === 'skipped' ? ['      <skipped/>\n'] : []),
    // JUnit allows one failure for a case; its message is the first error, its text all of them.
    ...(status === 'invalid' ? [failure(errors)] : []),
    ...(rest.length > 0 ? [`      <system-out>${texts(rest)}</system-out>\n`] : []),
  ];
  return parts.length === 0 ? `${head}/>\n` : `${head}>\n${parts.join('')}    </testcase>\n`;
}

function failure(errors: readonly Diagnostic[]): string {
  const [first] = errors;
  const attributes = `message="${escapeXml(first?.message ?? 'not valid')}" type="${first?.code ?? 'error'}"`;
  return `      <failure ${attributes}>${texts(errors)}</failure>\n`;
}

function texts(diagnostics: readonly Diagnostic[]): string {
  const style = { palette: palette(false) };
  return diagnostics.map((diagnostic) => escapeXml(diagnosticText(diagnostic, style))).join('\n');
}

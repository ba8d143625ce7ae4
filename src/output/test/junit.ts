import { slashed } from '../slashed.js';
import { escapeXml } from '../xml.js';
import type { TestReport } from './report.js';

/** JUnit's XML: a suite for each file, a test case for each case; diagnostics with an error fail a suite of their own. */
export function testJunit(report: TestReport): string {
  const files = new Map<string, string[]>();
  const failed = new Map<string, number>();
  for (const result of report.results) {
    const file = slashed(result.test.source.file);
    const cases = files.get(file) ?? [];
    files.set(file, cases);
    const head = `    <testcase name="${escapeXml(result.name)}" classname="${escapeXml(file)}" file="${escapeXml(file)}" time="0"`;
    if (result.passed) {
      cases.push(`${head}/>\n`);
      continue;
    }
    // Positions cost a second reading of the file, so only failures have one.
    const line = report.lineOf(result);
    failed.set(file, (failed.get(file) ?? 0) + 1);
    const message = escapeXml(result.failures[0] ?? '');
    cases.push(
      `${head} line="${line}">\n      <failure message="${message}">${result.failures.map(escapeXml).join('\n')}</failure>\n    </testcase>\n`,
    );
  }
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  const suites = [...files].map(([file, cases]) => suite(file, cases, failed.get(file) ?? 0));
  if (errors.length > 0) {
    const cases = errors.map(({ code, message, file: path = '', line }) => {
      const file = slashed(path);
      const at = line === undefined ? file : `${file}:${line}`;
      return `    <testcase name="${code}" classname="${escapeXml(file)}" time="0">\n      <failure message="${escapeXml(message)}">${escapeXml(`${at} ${message}`)}</failure>\n    </testcase>\n`;
    });
    suites.push(suite('diagnostics', cases, errors.length));
  }
  const total = report.summary.total + errors.length;
  const failures = report.summary.failed + errors.length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="aeraki test" tests="${total}" failures="${failures}">\n${suites.join('')}</testsuites>\n`;
}

function suite(name: string, cases: readonly string[], failures: number): string {
  return `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}">\n${cases.join('')}  </testsuite>\n`;
}

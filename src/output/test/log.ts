import { percentage } from '../../routetest/coverage.js';
import { diagnosticsText, type Style } from '../log.js';
import { printable } from '../printable.js';
import { effectLines } from '../route/text.js';
import type { TestReport } from './report.js';

/** What a person reads: every case with its failures, then what is not covered, then the sums. */
export function testLog(report: TestReport, style: Style): string {
  const { palette } = style;
  const out: string[] = [diagnosticsText(report.diagnostics, style)];
  let file: string | undefined;
  for (const result of report.results) {
    if (result.test.source.file !== file) {
      file = result.test.source.file;
      out.push(`${palette.bold(printable(file))}\n`);
    }
    if (!result.passed) {
      out.push(
        `  ${palette.error('FAIL')} ${printable(result.name)} ${palette.dim(`(line ${report.lineOf(result)})`)}\n`,
      );
      out.push(...result.failures.map((failure) => `       ${printable(failure)}\n`));
      continue;
    }
    out.push(`  ok   ${printable(result.name)}\n`);
    if (!result.expects) out.push(...actualLines(result).map((line) => `       ${printable(line)}\n`));
  }
  return out.join('') + coverageText(report, style);
}

function actualLines({ decision }: TestReport['results'][number]): readonly string[] {
  const actual = decision();
  if (actual === null) return [];
  return actual.route === null ? ['no route'] : [`route ${actual.route}`, ...effectLines(actual)];
}

function coverageText({ summary, coverage, routes }: TestReport, { palette }: Style): string {
  const missing = routes.flatMap(({ host, route, covered, matchers }) => {
    if (!covered) return [`${host} ${route}`];
    return matchers.flatMap((each) =>
      each.covered ? [] : [`${host} ${route}: ${each.attribute} ${each.matcher} ${JSON.stringify(each.expected)}`],
    );
  });
  const list = missing.length === 0 ? '' : `Not covered:\n${missing.map((each) => `  ${printable(each)}\n`).join('')}`;
  const share = (what: string, count: { total: number; covered: number }): string =>
    `${what} ${count.covered} of ${count.total} (${Math.floor(percentage(count))} %)`;
  const verdict = summary.failed === 0 ? `${summary.passed} passed` : palette.error(`${summary.failed} failed`);
  const both = summary.failed === 0 ? verdict : `${summary.passed} passed, ${verdict}`;
  return `${list}${summary.total} ${summary.total === 1 ? 'case' : 'cases'}: ${both}. Covered: ${share('routes', coverage.routes)}, ${share('matchers', coverage.matchers)}.\n`;
}

import { json } from '../json.js';
import type { TestReport } from './report.js';

/** cli.md section 6, `test -o json`. */
export function testJson({ summary, coverage, results }: TestReport): string {
  return json({
    summary,
    coverage,
    results: results.map((result) => ({
      file: result.test.source.file,
      name: result.name,
      passed: result.passed,
      actual: result.decision(),
      failures: result.failures,
    })),
  });
}

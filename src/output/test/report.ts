import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { TestRun } from '../../routetest/suite.js';

/** What a run of `aeraki test` has to say. */
export interface TestReport extends TestRun {
  /** Of the tests and their rules. */
  readonly diagnostics: readonly Diagnostic[];
  /** Line (from 1) of a case in its file. */
  lineOf(result: TestRun['results'][number]): number;
}

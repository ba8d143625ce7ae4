import type { Style } from '../log.js';
import type { TestReport } from './report.js';

/** The formats of `aeraki test -o`; each is loaded when it is asked for. */
export const testFormats = {
  log: async () => (await import('./log.js')).testLog,
  json: async () => (await import('./json.js')).testJson,
  junit: async () => (await import('./junit.js')).testJunit,
} as const satisfies Record<string, () => Promise<(report: TestReport, style: Style) => string>>;

export type TestFormatName = keyof typeof testFormats;
export const testFormatNames = Object.keys(testFormats) as readonly TestFormatName[];

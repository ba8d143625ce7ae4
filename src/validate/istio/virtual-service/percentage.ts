import type { Report } from '../rule.js';
import type { Percent } from '../spec.js';

/** AER1146: 0, or 0.0001–100 percent of the requests that a fault is for. */
export function checkPercentage(percent: Percent | undefined, pointer: string, report: Report): void {
  const { value = 0 } = percent ?? {};
  if (value < 0 || value > 100 || (value > 0 && value < 0.0001)) {
    report('AER1146', `${pointer}/value`, { found: value, wanted: '0, or between 0.0001 and 100' });
  }
}

/** AER1146: 0–100 percent of the requests that are mirrored. */
export function checkMirrorPercentage(value: number | undefined, pointer: string, report: Report): void {
  if (value !== undefined && !(value >= 0 && value <= 100)) {
    report('AER1146', pointer, { found: value, wanted: 'between 0 and 100' });
  }
}

/** A status that Envoy can answer with; istiod lets 600 pass. */
export function isStatus(status: number): boolean {
  return status >= 200 && status <= 600;
}

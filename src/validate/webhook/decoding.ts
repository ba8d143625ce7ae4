import { parseDuration } from '../../envoy/duration/parse.js';
import { fieldName } from '../../schema/errors.js';
import type { Report } from './rule.js';

const uint32 = 2 ** 32;

/** A duration that cannot be decoded, or one that is too short; an absent one is the business of other rules. */
export function checkDuration(
  value: string | undefined,
  pointer: string,
  report: Report,
  least: 'any' | 'not negative' | 'positive' = 'any',
): void {
  if (value === undefined) return;
  const { reason, nanoseconds } = parseDuration(value);
  const field = fieldName(pointer);
  if (reason !== undefined) {
    report('AER0229', pointer, { field, found: JSON.stringify(value), why: reason });
    return;
  }
  if (least === 'any' || nanoseconds > 0n || (least === 'not negative' && nanoseconds === 0n)) return;
  report('AER0233', pointer, { field, found: value, least: least === 'positive' ? 'longer than 0' : 'at least 0' });
}

/** A number that the control plane decodes into 32 bits without a sign. */
export function checkUnsigned(value: number | undefined, pointer: string, report: Report): void {
  if (value === undefined || (value >= 0 && value < uint32)) return;
  report('AER0230', pointer, { field: fieldName(pointer), found: value, range: 'between 0 and 4294967295' });
}

/** A port that may be left out or 0, where the control plane then finds one itself. */
export function checkOptionalPort(value: number | undefined, pointer: string, report: Report): void {
  if (value === undefined || (value >= 0 && value <= 65535)) return;
  report('AER0207', pointer, { found: `${value}` });
}

/** A share in percent, 0 to 100; 0 is allowed and does nothing. */
export function checkPercentage(
  share: { readonly value?: number },
  pointer: string,
  what: string,
  report: Report,
): void {
  const { value = 0 } = share;
  if (value < 0 || value > 100) report('AER0212', `${pointer}/value`, { what, found: value });
  else if (value === 0) report('AER0234', share.value === undefined ? pointer : `${pointer}/value`, { what });
}

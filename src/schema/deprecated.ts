import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { escapePointer } from '../diagnostics/pointer.js';
import type { Resource } from '../model/resource.js';
import { fieldName } from './errors.js';

/** How a deprecated field is written today (facts: the comments of Istio's API). */
export interface Replacement {
  /** The field in its place. */
  readonly to: string;
  /** The value goes into this field of a mapping there. */
  readonly wrap?: string;
}

const fields: Readonly<Record<string, Readonly<Record<string, Replacement>>>> = {
  VirtualService: {
    mirror_percent: { to: 'mirrorPercentage', wrap: 'value' },
    mirrorPercent: { to: 'mirrorPercentage', wrap: 'value' },
  },
  DestinationRule: {
    consecutiveErrors: { to: 'consecutive5xxErrors' },
    warmupDurationSecs: { to: 'warmup', wrap: 'duration' },
    minimumRingSize: { to: 'ringHash', wrap: 'minimumRingSize' },
  },
};

/** The fields below which the same name is the new one. */
const newPlace: Readonly<Record<string, string>> = { minimumRingSize: 'ringHash' };

const none: readonly Deprecated[] = [];

export interface Deprecated {
  readonly pointer: string;
  readonly replacement: Replacement | { readonly value: string };
}

/** Every deprecated spelling in a resource whose replacement is not there already. */
export function deprecatedIn(resource: Resource): readonly Deprecated[] {
  const table = fields[resource.kind];
  if (table === undefined) return none;
  const found: Deprecated[] = [];
  const visit = (value: unknown, pointer: string, parent: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const at = `${pointer}/${escapePointer(key)}`;
      const replacement = Array.isArray(value) || !Object.hasOwn(table, key) ? undefined : table[key];
      if (replacement !== undefined && parent !== newPlace[key] && !Object.hasOwn(value, replacement.to)) {
        found.push({ pointer: at, replacement });
      }
      if (key === 'simple' && child === 'LEAST_CONN' && resource.kind === 'DestinationRule') {
        found.push({ pointer: at, replacement: { value: 'LEAST_REQUEST' } });
      }
      visit(child, at, Array.isArray(value) ? parent : key);
    }
  };
  visit(resource.object.spec, '/spec', 'spec');
  return found;
}

/** Adds what to write in place of each deprecated spelling. */
export function checkDeprecated(resource: Resource, findings: Finding[]): void {
  for (const { pointer, replacement } of deprecatedIn(resource)) {
    const isValue = 'value' in replacement;
    const now = isValue
      ? replacement.value
      : replacement.wrap
        ? `${replacement.to}.${replacement.wrap}`
        : replacement.to;
    const args = { field: fieldName(pointer), now };
    findings.push(finding('AER0118', args, { resource, pointer, at: isValue ? 'value' : 'key' }));
  }
}

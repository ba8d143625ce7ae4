import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { TrackedIndex, Unit } from '../index/tracked.js';
import type { TranslateOptions } from './options.js';
import type { Context } from './protocol.js';

/** What was made of something, and what there is to say about it. */
export interface Made<T> extends Unit {
  result: T;
  findings: readonly Finding[];
}

/** Nothing yet: it is to be made. */
export function made<T>(result: T): Made<T> {
  return { reads: new Set(), stale: true, result, findings: [] };
}

/** Makes what is stale of a unit anew, and notes what it looks at. */
export function remake<T>(
  tracked: TrackedIndex,
  options: TranslateOptions,
  unit: Made<T>,
  make: (context: Context) => T,
): void {
  if (!unit.stale) return;
  const findings: Finding[] = [];
  const memo = new Map<unknown, unknown>();
  unit.result = tracked.run(unit, (index) => {
    const context: Context = {
      index,
      options,
      routeConfigurations: new Map(),
      // Only within the unit: what it looks at has to be noted for each one that needs it.
      once: <V>(of: (context: Context) => V): V => {
        if (!memo.has(of)) memo.set(of, of(context));
        return memo.get(of) as V;
      },
      report: (code, args, place) => {
        findings.push(finding(code, args, place));
      },
    };
    return make(context);
  });
  // What is said as before is the same, for whoever compares.
  if (!saySame(unit.findings, findings)) unit.findings = findings;
}

function saySame(before: readonly Finding[], now: readonly Finding[]): boolean {
  return (
    before.length === now.length &&
    now.every((each, at) => {
      const other = before[at];
      return (
        other !== undefined &&
        each.code === other.code &&
        each.message === other.message &&
        each.severity === other.severity &&
        each.resource?.object === other.resource?.object &&
        each.pointer === other.pointer &&
        each.at === other.at &&
        each.file === other.file &&
        each.line === other.line &&
        each.column === other.column
      );
    })
  );
}

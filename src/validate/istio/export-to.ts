import { type IstioContext, items } from './rule.js';
import { isLabel } from './values/domain.js';

export interface ExportToOptions {
  /** Whether `~` (nobody) may be there: in a ServiceEntry. */
  readonly mayBeNone?: boolean;
  /** A DestinationRule for some workloads of its namespace stays in it. */
  readonly onlyOwn?: boolean;
}

/** AER1102: exportTo of any kind. `.` and the object's own namespace are the same entry. */
export function checkExportTo(
  exportTo: readonly string[] | undefined,
  { resource, report }: IstioContext,
  { mayBeNone = false, onlyOwn = false }: ExportToOptions = {},
): void {
  const { namespace } = resource;
  const list = items(exportTo, '/spec/exportTo');
  const seen = new Set<string>();
  for (const [entry, pointer] of list) {
    const key = entry === '.' ? namespace : entry;
    if (seen.has(key)) report('AER1102', pointer, { why: `"${entry}" is there twice`, cure: 'Remove one' });
    else if (key === '*' || key === '.' || (key === '~' && mayBeNone) || isLabel(key)) seen.add(key);
    else if (key === '~') {
      report('AER1102', pointer, { why: '"~" is for ServiceEntries only', cure: 'Write "." for its own namespace' });
    } else {
      report('AER1102', pointer, {
        why: `"${entry}" is no namespace`,
        cure: 'Write ".", "*" or the name of a namespace',
      });
    }
  }
  if (onlyOwn && seen.size > (seen.has(namespace) ? 1 : 0)) {
    report('AER1102', '/spec/exportTo', {
      why: 'a DestinationRule with a workloadSelector is for its own namespace only',
      cure: 'Write "." alone',
    });
  }
  if (list.length < 2) return;
  for (const all of ['*', '~']) {
    if (!seen.has(all)) continue;
    report('AER1102', '/spec/exportTo', {
      why: `"${all}" stands beside other entries`,
      cure: all === '*' ? 'Leave "*" alone, for it is everyone' : 'Leave "~" alone, for it is no one, or remove it',
    });
  }
}

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { part, table } from './frame.js';
import { type Change, namesOf } from './history.js';
import { type Html, html } from './html.js';

/** What a page says of the rules in force besides what they do. */
export interface RuleNews {
  /** What the last edit was found to have. */
  readonly findings: readonly Diagnostic[];
  /** Newest first. */
  readonly changes: readonly Change[];
}

/** What was found in the last edit, with the places. */
export function findingPart(findings: readonly Diagnostic[]): Html {
  const content = findings.length === 0 ? html`<p class="empty">Nothing was found.</p>` : findingTable(findings);
  return part('findings-part', 'Findings of the last edit', content);
}

/** What changed when, newest first. */
export function changePart(changes: readonly Change[]): Html {
  const content = changes.length === 0 ? html`<p class="empty">Nothing yet.</p>` : changeTable(changes);
  return part('changes-part', 'What changed when', content);
}

/** How the number of findings is shown. */
export function worstOf(findings: readonly Diagnostic[]): 'error' | 'warning' | '' {
  if (findings.some(({ severity }) => severity === 'error')) return 'error';
  return findings.length > 0 ? 'warning' : '';
}

function findingTable(findings: readonly Diagnostic[]): Html {
  const columns = [
    { name: 'Severity', kind: 'state' },
    { name: 'Code', kind: 'code' },
    { name: 'Place', kind: 'code' },
    { name: 'Object' },
    { name: 'What' },
  ] as const;
  const rows = findings.map(({ severity, code, file, line, column, resource, message }) => ({
    cells: [
      html`<span class="${severity}">${severity}</span>`,
      code,
      [file, line, column].filter((each) => each !== undefined).join(':'),
      resource === undefined ? '' : `${resource.kind} ${[resource.namespace, resource.name].filter(Boolean).join('/')}`,
      message,
    ],
  }));
  return table('findings', 'findings', columns, rows);
}

function changeTable(changes: readonly Change[]): Html {
  const columns = [
    { name: 'Time' },
    { name: 'Version', kind: 'code' },
    { name: 'Added' },
    { name: 'Changed' },
    { name: 'Removed' },
  ] as const;
  const rows = changes.map(({ time, version, added, changed, removed }) => ({
    cells: [
      html`<time>${new Date(time).toISOString().slice(0, 19)}Z</time>`,
      version,
      namesOf(added),
      namesOf(changed),
      namesOf(removed),
    ],
  }));
  return table('changes', 'changes', columns, rows);
}

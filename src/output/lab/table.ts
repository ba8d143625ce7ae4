import { parseClusterName } from '../../envoy/cluster-name.js';
import type { Style } from '../log.js';
import { cellWidth } from '../narrow.js';
import { printable } from '../printable.js';
import { formatTable } from '../table.js';
import type { LabState } from './result.js';
import { attributesText, percent, routeRows, versionText } from './rows.js';

/** Lines that a table of the live view has at most; the page and `-o json` have all. */
const mostRows = 10;
const mostRecent = 4;

/** What a lab has counted, as text. `live`: it goes on, so only what fits a terminal is shown. */
export function labText(state: LabState, { palette, width }: Style, live: boolean): string {
  const { counts, seconds } = state;
  const { requests, errors } = counts;
  const limited = counts.workloads.reduce((sum, each) => sum + each.limited, 0);
  const copies = [...counts.mirrors.values()].reduce((sum, count) => sum + count, 0);
  const numbers = [
    `${requests} ${requests === 1 ? 'request' : 'requests'} in ${seconds.toFixed(1)} s`,
    errors === 0 ? 'no errors' : palette.error(`${errors} ${errors === 1 ? 'error' : 'errors'}`),
    `${limited} limited`,
    `${copies} mirrored`,
    ...(counts.faults > 0 ? [palette.warning(`${counts.faults} with a fault of ours`)] : []),
    ...(state.edits > 0 ? [`rules edited ${state.edits === 1 ? 'once' : `${state.edits} times`}`] : []),
  ];
  const parts = [`${numbers.join(', ')}\n`];
  const rows = routeRows(counts).map((row) => [
    ...[row.service, row.route, row.version, String(row.requests), percent(row.share), String(row.errors)],
  ]);
  parts.push(table(['SERVICE', 'ROUTE', 'VERSION', 'REQUESTS', 'SHARE', 'ERRORS'], rows, width, live));
  const workloads = counts.workloads.map(({ name, service, requests: came, limited: refused }) => [
    ...[name, service, String(came), refused === 0 ? '0' : String(refused)],
  ]);
  parts.push(table(['WORKLOAD', 'SERVICE', 'RECEIVED', 'LIMITED'], workloads, width, live));
  const mirrors = [...counts.mirrors].map(([cluster, count]) => [hostOf(cluster), versionText(cluster), String(count)]);
  if (mirrors.length > 0) parts.push(table(['MIRRORED TO', 'VERSION', 'COPIES'], mirrors, width, live));
  if (live) parts.push(recent(state, { palette, width }));
  return parts.filter((part) => part !== '').join('\n');
}

function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
  live: boolean,
): string {
  if (rows.length === 0) return '';
  const shown = live ? rows.slice(0, mostRows) : rows;
  const more = rows.length - shown.length;
  const rest = more > 0 ? `and ${more} more, on the page\n` : '';
  return `${formatTable(headings, shown, { width })}${rest}`;
}

/** The last requests, one a line, and what went wrong. */
function recent({ counts, notes }: LabState, { palette, width }: Style): string {
  const lines = counts.recent.slice(0, mostRecent).map((each) => {
    const way = each.route === undefined ? 'no route' : `${each.route} -> ${each.version || '(all)'}`;
    const copies =
      each.mirrors.length === 0 ? '' : `, copy to ${each.mirrors.map((name) => name || '(all)').join(' ')}`;
    const text = printable(`${each.time} ${attributesText(each) || '(no attributes)'} -> ${way}${copies}`);
    const result = each.ok ? 'ok' : each.result;
    const room = width === undefined ? text : cut(text, Math.max(20, width - cellWidth(result) - 1));
    return `${room} ${each.ok ? palette.good(result) : palette.error(printable(result))}`;
  });
  const said = notes.slice(0, 3).map((note) => palette.warning(width === undefined ? note : cut(note, width)));
  return [...lines, ...said].map((line) => `${line}\n`).join('');
}

function cut(text: string, most: number): string {
  if (cellWidth(text) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (cellWidth(kept + character) > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function hostOf(cluster: string): string {
  const { port, host } = parseClusterName(cluster) ?? { port: '', host: cluster };
  return `${host}:${port}`;
}

import { parseClusterName } from '../../envoy/cluster-name.js';
import type { LabState } from '../../output/lab/result.js';
import { attributesText, percent, type RouteRow, routeRows, versionText } from '../../output/lab/rows.js';
import { callDrawing, callLegend, callTable } from '../../output/sidecar/drawing.js';
import { breakable, table } from '../../xds/admin/frame.js';
import { Html, html } from '../../xds/admin/html.js';
import { changePart, findingPart, type RuleNews } from '../../xds/admin/parts.js';
import type { RecentRequest } from '../tally.js';

/** The part of the page that changes. */
export function pageContent(state: LabState, { findings, changes }: RuleNews): string {
  const { counts, listeners } = state;
  const limited = counts.workloads.reduce((sum, each) => sum + each.limited, 0);
  const copies = [...counts.mirrors.values()].reduce((sum, count) => sum + count, 0);
  const rows = routeRows(counts);
  return html`<dl class="sums">${sum('requests', counts.requests)}${sum('errors', counts.errors, counts.errors > 0 ? 'bad' : '')}${sum('limited', limited, limited > 0 ? 'warn' : '')}${sum('mirrored', copies)}${counts.faults > 0 ? sum('with a fault', counts.faults, 'warn') : html``}<div><dt>seconds</dt><dd>${state.seconds.toFixed(0)}</dd></div></dl>
${state.notes.length === 0 ? html`` : html`<ul class="notes" role="alert">${state.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
<section><h2>Routes</h2>${rows.length === 0 ? html`<p class="empty">No request yet. Call one of the addresses below.</p>` : routes(rows)}</section>
<div class="pair"><section><h2>Workloads</h2>${workloads(state)}</section>
<section><h2>Mirrors</h2>${mirrors(state)}</section></div>
<section id="calls"><h2>Who calls whom</h2>${calls(state)}</section>
<section><h2>Last requests</h2>${counts.recent.length === 0 ? html`<p class="empty">None yet.</p>` : recent(counts.recent)}</section>
<section><h2>Call it yourself</h2><ul class="addresses">${listeners.map(({ consumer, service, address }) => html`<li><code>${address}</code><span>${service}</span><small>as ${consumer}</small></li>`)}</ul></section>
${findingPart(findings)}
${changePart(changes)}`.text;
}

function sum(name: string, value: number, kind = ''): Html {
  return html`<div class="${kind}"><dt>${name}</dt><dd>${value.toLocaleString('en-US')}</dd></div>`;
}

function routes(rows: readonly RouteRow[]): Html {
  const columns = [
    { name: 'Service' },
    { name: 'Route' },
    { name: 'Version' },
    { name: 'Requests', kind: 'number' },
    { name: 'Share', kind: 'share' },
    { name: 'Errors', kind: 'number' },
  ] as const;
  return table(
    'routes',
    'routes',
    columns,
    rows.map((row) => ({
      cells: [
        row.service,
        html`<b>${breakable(row.route)}</b>`,
        html`<span class="version">${row.version}</span>`,
        row.requests,
        html`${bar(row.share)}<b>${percent(row.share)}</b>`,
        html`<span class="${row.errors > 0 ? 'error' : ''}">${row.errors}</span>`,
      ],
    })),
  );
}

/** Attributes, not styles: the policy of the page allows none that come later. */
function bar(share: number): Html {
  const width = (share * 100).toFixed(1);
  return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="8"/><rect class="part" width="${width}" height="8"/></svg>`;
}

function workloads({ counts }: LabState): Html {
  return html`<table><thead><tr><th>Workload</th><th class="number">Received</th><th class="number">Limited</th></tr></thead><tbody>${counts.workloads.map(
    ({ name, requests, limited }) =>
      html`<tr><td data-name="Workload">${breakable(name)}</td><td data-name="Received" class="number">${requests}</td><td data-name="Limited" class="number${limited > 0 ? ' warn' : ''}">${limited}</td></tr>`,
  )}</tbody></table>`;
}

function mirrors({ counts }: LabState): Html {
  if (counts.mirrors.size === 0) return html`<p class="empty">No request was copied.</p>`;
  return html`<table><thead><tr><th>Service</th><th>Version</th><th class="number">Copies</th></tr></thead><tbody>${[
    ...counts.mirrors,
  ].map(([cluster, count]) => {
    const { port, host } = parseClusterName(cluster) ?? { port: '', host: cluster };
    return html`<tr><td data-name="Service" class="host">${breakable(`${host}:${port}`)}</td><td data-name="Version"><span class="version">${versionText(cluster)}</span></td><td data-name="Copies" class="number">${count}</td></tr>`;
  })}</tbody></table>`;
}

/** What the drawing says is escaped where it is made. */
function calls({ calls }: LabState): Html {
  if (calls.length === 0) return html`<p class="empty">No call was seen, and no Sidecar allows any.</p>`;
  return new Html(`${callLegend(calls)}${callDrawing(calls)}${callTable(calls)}`);
}

function recent(requests: readonly RecentRequest[]): Html {
  return html`<ol class="recent">${requests.map((each) => {
    const way = each.route ?? 'no route';
    const copies = each.mirrors.map((name) => html` <span class="copy">copy to ${name || '(all)'}</span>`);
    return html`<li><time>${each.time}</time><span class="said">${breakable(attributesText(each) || '(no attributes)')}</span><span class="way"><b>${breakable(way)}</b>${each.version === undefined ? html`` : html` <span class="version">${each.version || '(all)'}</span>`}${copies}</span><span class="${each.ok ? 'good' : 'bad'}">${each.ok ? `${each.duration.toFixed(1)} ms` : each.result}</span></li>`;
  })}</ol>`;
}

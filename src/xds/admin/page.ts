import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ClientResourceView, ClientView, RouteView } from '../views.js';
import { breakable, part, type Row, sums, table } from './frame.js';
import { type Change, namesOf } from './history.js';
import { type Html, html } from './html.js';

/** What the page shows. */
export interface PageState {
  readonly version: string;
  readonly stopping: boolean;
  readonly routes: readonly RouteView[];
  readonly clients: readonly ClientView[];
  /** Clients that there are beyond those in `clients`. */
  readonly more: number;
  /** Why an edit is not served, as text; empty when the last one is. */
  readonly held: readonly string[];
  /** What the last edit was found to have. */
  readonly findings: readonly Diagnostic[];
  /** Newest first. */
  readonly changes: readonly Change[];
}

/** The part of the page that changes. */
export function pageContent(state: PageState): string {
  const { clients, findings, changes, more } = state;
  const refusals = clients.flatMap(({ resources }) => resources).filter((each) => each.state === 'refused').length;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const routes = new Set(state.routes.map(({ configuration }) => configuration)).size;
  return html`${sums([
    ['streams', clients.length + more],
    ['route configurations', routes],
    ['refused', refusals, refusals > 0 ? 'error' : ''],
    ['findings', findings.length, errors > 0 ? 'error' : findings.length > 0 ? 'warning' : ''],
    ['version', state.version || 'none', 'code'],
    ...(state.stopping ? [['state', 'stopping', 'warning'] as const] : []),
  ])}
${state.held.length === 0 ? html`` : held(state.held)}
${part('clients-part', 'Clients', clients.length === 0 ? html`<p class="empty">No client is connected.</p>` : clientTable(clients), beyond(more))}
${part('routes-part', 'Routes', state.routes.length === 0 ? html`<p class="empty">There are no routes.</p>` : routeTable(state.routes))}
${part('findings-part', 'Findings of the last edit', findings.length === 0 ? html`<p class="empty">Nothing was found.</p>` : findingTable(findings))}
${part('changes-part', 'What changed when', changes.length === 0 ? html`<p class="empty">Nothing yet.</p>` : changeTable(changes))}`
    .text;
}

function held(lines: readonly string[]): Html {
  return html`<div class="alert" id="held" role="alert"><p>The last edit is not served:</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`;
}

function beyond(more: number): Html {
  return more === 0 ? html`` : html`<p>And ${more} more; <a href="/clients">/clients</a> has all of them.</p>`;
}

function clientTable(views: readonly ClientView[]): Html {
  const columns = [
    { name: 'Client' },
    { name: 'Node' },
    { name: 'Protocol' },
    { name: 'Route configuration' },
    { name: 'State', kind: 'state' },
    { name: 'Accepted', kind: 'code' },
    { name: 'Refused' },
  ] as const;
  const rows = views.flatMap((view) =>
    view.resources.length === 0 ? [clientRow(view, undefined)] : view.resources.map((each) => clientRow(view, each)),
  );
  return table('clients', 'clients', columns, rows);
}

function clientRow(view: ClientView, resource: ClientResourceView | undefined): Row {
  const refused = resource?.refused ?? undefined;
  const words = refused === undefined ? '' : html`<code>${refused.version}</code> ${breakable(refused.error)}`;
  const { client, node, protocol, subscriptions } = view;
  const name = resource?.name ?? subscriptions.join(', ');
  const state = resource?.state ?? 'nothing asked for';
  return {
    kind: resource?.state ?? 'waiting',
    cells: [client, node ?? '', protocol, name, state, resource?.accepted ?? '', words],
  };
}

function routeTable(views: readonly RouteView[]): Html {
  const columns = [
    { name: 'Route configuration' },
    { name: 'Route' },
    { name: 'Match' },
    { name: 'Destination' },
    { name: 'Version', kind: 'code' },
  ] as const;
  const rows = views.map(({ configuration, route, match, destination, version }) => ({
    cells: [configuration, route, match, destination, version],
  }));
  return table('routes', 'routes', columns, rows);
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

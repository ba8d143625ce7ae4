import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ClientResourceView, ClientView, RouteView } from '../views.js';
import { breakable, part, type Row, sums, table } from './frame.js';
import type { Change } from './history.js';
import { type Html, html } from './html.js';
import { changePart, findingPart, worstOf } from './parts.js';

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
  const routes = new Set(state.routes.map(({ configuration }) => configuration)).size;
  return html`${sums([
    ['streams', clients.length + more],
    ['route configurations', routes],
    ['refused', refusals, refusals > 0 ? 'error' : ''],
    ['findings', findings.length, worstOf(findings)],
    ['version', state.version || 'none', 'code'],
    ...(state.stopping ? [['state', 'stopping', 'warning'] as const] : []),
  ])}
${state.held.length === 0 ? html`` : held(state.held)}
${part('clients-part', 'Clients', clients.length === 0 ? html`<p class="empty">No client is connected.</p>` : clientTable(clients), beyond(more))}
${part('routes-part', 'Routes', state.routes.length === 0 ? html`<p class="empty">There are no routes.</p>` : routeTable(state.routes))}
${findingPart(findings)}
${changePart(changes)}`.text;
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

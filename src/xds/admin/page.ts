import type { ClientResourceView, ClientView, RouteView } from '../views.js';
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
}

/** The part of the page that changes. */
export function pageContent(state: PageState): string {
  return html`<p class="sum"><b>${state.clients.length + state.more}</b> ${plural(state.clients.length + state.more, 'stream')},
<b>${new Set(state.routes.map(({ configuration }) => configuration)).size}</b> route configurations, version <code>${state.version || 'none'}</code>${state.stopping ? ' – stopping' : ''}</p>
${state.held.length === 0 ? '' : held(state.held)}
<h2>Clients</h2>
${state.clients.length === 0 ? html`<p>No client is connected.</p>` : clients(state.clients)}
${state.more === 0 ? '' : html`<p>And ${state.more} more; <a href="/clients">/clients</a> has all of them.</p>`}
<h2>Routes</h2>
${state.routes.length === 0 ? html`<p>There are no routes.</p>` : routes(state.routes)}`.text;
}

function held(lines: readonly string[]): Html {
  return html`<div class="refused" role="alert"><p>The last edit is not served:</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`;
}

function clients(views: readonly ClientView[]): Html {
  return html`<table id="clients"><thead><tr><th>Client</th><th>Node</th><th>Protocol</th><th>Route configuration</th><th>State</th><th>Accepted</th><th>Refused</th></tr></thead>
<tbody>${views.flatMap((view) => (view.resources.length === 0 ? [clientRow(view, undefined)] : view.resources.map((resource) => clientRow(view, resource))))}</tbody></table>`;
}

function clientRow(view: ClientView, resource: ClientResourceView | undefined): Html {
  const refused = resource?.refused ?? undefined;
  return html`<tr class="${resource?.state ?? 'waiting'}"><td>${view.client}</td><td>${view.node ?? ''}</td><td>${view.protocol}</td><td>${resource?.name ?? view.subscriptions.join(', ')}</td><td class="state">${resource?.state ?? 'nothing asked for'}</td><td><code>${resource?.accepted ?? ''}</code></td><td>${refused === undefined ? '' : html`<code>${refused.version}</code> ${refused.error}`}</td></tr>`;
}

function routes(views: readonly RouteView[]): Html {
  return html`<table id="routes"><thead><tr><th>Route configuration</th><th>Route</th><th>Match</th><th>Destination</th><th>Version</th></tr></thead>
<tbody>${views.map((view) => html`<tr><td>${view.configuration}</td><td>${view.route}</td><td>${view.match}</td><td>${view.destination}</td><td><code>${view.version}</code></td></tr>`)}</tbody></table>`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

/** The whole page. `nonce` is that of the Content-Security-Policy it is sent with. */
export function page(state: PageState, nonce: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>aeraki rds</title><meta name="viewport" content="width=device-width">
<style nonce="${nonce}">
body{font:15px/1.4 system-ui,sans-serif;margin:1.5rem;color:#222;background:#fff}
h1{font-size:1.3rem}h2{font-size:1.05rem;margin-top:1.5rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #ddd;vertical-align:top;overflow-wrap:anywhere}
th{background:#f4f4f4}code{font-size:.9em}.refused{background:#fdecea}.accepted .state{color:#18632c}.refused .state{color:#a11;font-weight:bold}
#live{float:right;color:#666}
</style></head><body><span id="live" role="status">not live</span><h1>aeraki rds</h1><main>${pageContent(state)}</main>
<script nonce="${nonce}">
const live = document.getElementById('live');
const source = new EventSource('/events');
source.onopen = () => { live.textContent = 'live'; };
source.onerror = () => { live.textContent = 'connection lost'; };
source.onmessage = ({ data }) => { document.querySelector('main').innerHTML = JSON.parse(data); };
</script></body></html>
`;
}

import type { ProxyRoute } from '../../model/envoy.js';
import { framed, part, type Row, sums, table } from '../../xds/admin/frame.js';
import { html } from '../../xds/admin/html.js';
import { changePart, findingPart, worstOf } from '../../xds/admin/parts.js';
import { clusterText, destinationText, matchText } from '../../xds/views.js';
import { hostKey } from '../balance/balancer.js';
import type { RouteConfiguration } from '../config.js';
import { mergedClusters } from '../stats/proxy-stats.js';
import { type AdminView, listenerName } from './view.js';

/** The page for people: listeners, routes as rules with what they got, endpoints. The rest of the admin port is for programs. */
export function proxyPage(view: AdminView): { readonly page: string; readonly policy: string } {
  return framed({ title: 'aeraki proxy', content: proxyContent(view), live: 'ask' });
}

/** The part of the page that changes. */
export function proxyContent(view: AdminView): string {
  const configurations = [...view.routes().byName.values()];
  const endpoints = endpointRows(view);
  const listeners = listenerRows(view);
  const refused = configurations.filter((each) => each.refused !== undefined);
  const findings = view.rules?.findings() ?? [];
  const minutes = Math.floor((Date.now() - view.startedAt) / 60_000);
  return html`${sums([
    ['state', view.state().toLowerCase().replaceAll('_', ' ')],
    ['listeners', listeners.length],
    ['route configurations', configurations.length],
    ['refused', refused.length, refused.length > 0 ? 'error' : ''],
    ...(view.rules === undefined ? [] : [['findings', findings.length, worstOf(findings)] as const]),
    ['minutes', minutes],
  ])}
${refused.length === 0 ? html`` : html`<div class="alert" id="held" role="alert"><p>A later version is not in force:</p><ul>${refused.map(({ name, refused: why }) => html`<li>${name}: ${why?.reason ?? ''}</li>`)}</ul></div>`}
${part(
  'routes-part',
  'Routes',
  table(
    'routes',
    'routes',
    [
      { name: 'Route configuration' },
      { name: 'Route' },
      { name: 'Match' },
      { name: 'Destination' },
      { name: 'Requests', kind: 'number' },
      { name: 'Errors', kind: 'number' },
    ],
    configurations.flatMap((each) => routeRows(each, view)),
  ),
)}
${part('listeners-part', 'Listeners', table('listeners', 'listeners', [{ name: 'Listener' }, { name: 'Address', kind: 'code' }, { name: 'Service' }, { name: 'Protocol' }], listeners))}
${part('endpoints-part', 'Endpoints', endpoints.length === 0 ? html`<p class="empty">No service has an endpoint.</p>` : table('endpoints', 'endpoints', [{ name: 'Cluster' }, { name: 'Address', kind: 'code' }, { name: 'State', kind: 'state' }, { name: 'Requests', kind: 'number' }, { name: 'Errors', kind: 'number' }, { name: 'From' }], endpoints))}
${
  view.rules === undefined
    ? html``
    : html`${findingPart(findings)}
${changePart(view.rules.changes())}`
}
<p id="more">For programs: <a href="/help">/help</a> names all pages.</p>`.text;
}

function routeRows({ name, routes }: RouteConfiguration, { hits }: AdminView): readonly Row[] {
  return (routes.routes ?? []).map((route: ProxyRoute) => {
    const { requests, errors } = hits.of(name, route.name ?? '');
    const match = matchText(route.match?.metadata ?? []);
    return { cells: [name, route.name ?? '', match, destinationText(route.route), requests, errors] };
  });
}

function listenerRows({ listeners, mesh }: AdminView): readonly Row[] {
  if (mesh !== undefined) return mesh.gates().map(({ gate, address }) => ({ cells: [gate.name, hostKey(address)] }));
  return listeners().map((state) => {
    const { service, applicationProtocol } = state.listener;
    return {
      cells: [listenerName(state), hostKey(state.address), `${service.host}:${service.port}`, applicationProtocol],
    };
  });
}

function endpointRows({ clusters }: AdminView): readonly Row[] {
  return mergedClusters(clusters()).flatMap(({ cluster, endpoints }) =>
    endpoints.map(({ endpoint, healthy, requests, errors }) => ({
      kind: healthy ? 'accepted' : 'refused',
      cells: [
        clusterText(cluster.name),
        hostKey(endpoint.address),
        healthy ? 'healthy' : 'passed over',
        requests,
        errors,
        cluster.source,
      ],
    })),
  );
}

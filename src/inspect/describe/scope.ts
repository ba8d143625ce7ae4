import { type Mesh, scopeOf } from '../../scope/scope.js';
import type { Workload } from '../../scope/sidecar.js';
import { serviceFor } from '../../traffic/calls.js';
import { broken, type Description, good, inOrder, type Link } from './link.js';

/** Adds to each port whether a workload sees it at all. */
export function withScope(description: Description, mesh: Mesh, workload: Workload): Description {
  const { host, ports } = description;
  return {
    host,
    ports: ports.map(({ port, links }) => ({
      port,
      links: inOrder([...links, scopeLink(mesh, workload, host, port)]),
    })),
  };
}

function scopeLink(mesh: Mesh, workload: Workload, host: string, port: number): Link {
  const scope = scopeOf(mesh, workload);
  const name = `${workload.namespace}/${workload.name}`;
  const sidecar =
    scope.sidecar === undefined
      ? 'no Sidecar counts for it'
      : `by Sidecar ${scope.sidecar.namespace}/${scope.sidecar.name}`;
  const seen = scope.services.find((service) => service.host === host);
  if (seen !== undefined && (port === 0 || seen.ports.some(({ number }) => number === port))) {
    return good('scope', `${name} sees it (${sidecar})`);
  }
  const service = serviceFor(mesh, host, workload.namespace);
  if (service === undefined) {
    const reason = `${name} cannot see it: it is not exported to namespace ${workload.namespace}`;
    return broken('scope', reason, `Add ${workload.namespace} to exportTo of the service.`);
  }
  const reason = `${name} does not see it (${sidecar}): it has no listener, cluster or route there`;
  return broken('scope', reason, `Add "${service.namespace}/${host}" to the egress hosts of that Sidecar.`);
}

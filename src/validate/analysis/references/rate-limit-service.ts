import { outboundCluster, parseOutboundCluster } from '../../../envoy/cluster-name.js';
import type { MeshIndex } from '../../../index/mesh-index.js';
import type { AnalysisRule } from '../rule.js';
import { namespaceOfHost, severityOutside } from './outside.js';

const general = 'use outbound|PORT||HOST of the rate-limit service';

/** The cluster of the rate-limit service is there: else every request is refused (data-plane.md, Global rate limit). */
export const rateLimitService: AnalysisRule = {
  codes: ['AER0326'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const cluster = router.object.spec?.globalRateLimit?.rateLimitService ?? '';
      if (cluster === '') continue;
      const pointer = '/spec/globalRateLimit/rateLimitService';
      const parts = parseOutboundCluster(cluster);
      if (parts === undefined) {
        const written = writtenAsHost(cluster, router.namespace, index);
        // A cluster of the proxy's bootstrap has a name of its own, which no resource shows.
        const why = written === undefined ? 'it has not the form outbound|PORT||HOST' : 'it is a host, not a cluster';
        const cure = written === undefined ? general : `write ${written}`;
        const severity = written === undefined ? 'info' : 'warning';
        report('AER0326', router, pointer, { cluster, why, cure }, { severity });
        continue;
      }
      const { port, host } = parts;
      const services = index.servicesByHost.get(host);
      if (services === undefined) {
        const severity = severityOutside(index, namespaceOfHost(host, router.namespace));
        report(
          'AER0326',
          router,
          pointer,
          { cluster, why: `no service has the host ${host}`, cure: general },
          { severity },
        );
      } else if (!services.some(({ ports }) => ports.some(({ number }) => number === port))) {
        report('AER0326', router, pointer, { cluster, why: `${host} has no port ${port}`, cure: general });
      }
    }
  },
};

/** The port that Envoy's rate-limit service listens on. */
const usualPort = 8081;

/** The cluster that was meant by `HOST`, `HOST:PORT` or a short name; undefined for what is no host. */
function writtenAsHost(text: string, namespace: string, index: MeshIndex): string | undefined {
  const [, name = '', port] = /^([a-zA-Z0-9.-]+?)(?::(\d+))?$/.exec(text) ?? [];
  if (name === '') return undefined;
  const forms = [name, `${name}.${namespace}.svc.cluster.local`, `${name}.svc.cluster.local`, `${name}.cluster.local`];
  const host = forms.find((each) => index.servicesByHost.has(each));
  if (host === undefined && port === undefined && !name.includes('.')) return undefined;
  const ports = (index.servicesByHost.get(host ?? name) ?? []).flatMap((service) => service.ports);
  const likely = ports.find((each) => each.name.startsWith('grpc')) ?? ports[0];
  return outboundCluster(host ?? name, port ?? likely?.number ?? usualPort);
}

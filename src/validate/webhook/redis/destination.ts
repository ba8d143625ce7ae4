import type { RedisDestinationSpec } from '../../../model/aeraki.js';
import { checkDuration, checkUnsigned } from '../decoding.js';
import { whyNoDomainName } from '../domain-name.js';
import { items, type WebhookRule } from '../rule.js';
import { checkAuth } from './auth.js';

/** A RedisDestination is about a host. */
export const destinationHost: WebhookRule<RedisDestinationSpec> = {
  kind: 'RedisDestination',
  check({ host }, { report }) {
    const why = whyNoDomainName(host ?? '');
    if (host === undefined) report('AER0202', '/spec', { host: '', why: 'it is missing' });
    else if (why !== undefined) report('AER0202', '/spec/host', { host, why });
  },
};

/** Discovery endpoints are `host` or `host:port`, and used in cluster mode only. */
export const discoveryEndpoints: WebhookRule<RedisDestinationSpec> = {
  kind: 'RedisDestination',
  check({ trafficPolicy }, { report }) {
    const redis = trafficPolicy?.connectionPool?.redis;
    const pointer = '/spec/trafficPolicy/connectionPool/redis';
    for (const [endpoint, at] of items(redis?.discoveryEndpoints, `${pointer}/discoveryEndpoints`)) {
      const why = whyNoEndpoint(endpoint);
      if (why !== undefined) report('AER0251', at, { endpoint, why });
    }
    if ((redis?.discoveryEndpoints?.length ?? 0) > 0 && redis?.mode !== 'CLUSTER') {
      report('AER0252', `${pointer}/discoveryEndpoints`, {}, 'key');
    }
    checkAuth(redis?.auth, `${pointer}/auth`, report);
  },
};

/** Why a text is no `host[:port]`; an IPv6 address needs brackets (translation.md section 14). */
function whyNoEndpoint(endpoint: string): string | undefined {
  const parts = /^(\[[0-9a-fA-F:.]+\]|[^:[\]]*)(?::([^:]*))?$/.exec(endpoint);
  if (parts === null) return 'an IPv6 address must stand in brackets';
  const [, host = '', port] = parts;
  if (host === '') return 'its host is empty';
  if (port === undefined) return undefined;
  if (!/^\d+$/.test(port)) return port === '' ? 'its port is empty' : `its port "${port}" is no number`;
  return Number(port) >= 1 && Number(port) <= 65535 ? undefined : `its port ${port} is not between 1 and 65535`;
}

/** Settings of connections that the control plane and the proxy take. */
export const tcpSettings: WebhookRule<RedisDestinationSpec> = {
  kind: 'RedisDestination',
  check({ trafficPolicy }, { report }) {
    const tcp = trafficPolicy?.connectionPool?.tcp;
    const pointer = '/spec/trafficPolicy/connectionPool/tcp';
    checkUnsigned(tcp?.maxConnections, `${pointer}/maxConnections`, report);
    checkDuration(tcp?.connectTimeout, `${pointer}/connectTimeout`, report, 'positive');
    checkDuration(tcp?.tcpKeepalive?.time, `${pointer}/tcpKeepalive/time`, report, 'positive');
    checkDuration(tcp?.tcpKeepalive?.interval, `${pointer}/tcpKeepalive/interval`, report, 'positive');
    checkUnsigned(tcp?.tcpKeepalive?.probes, `${pointer}/tcpKeepalive/probes`, report);
  },
};

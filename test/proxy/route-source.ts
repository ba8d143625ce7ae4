import type { RouteConfiguration } from '../../src/model/envoy.js';
import type { RouteSource } from '../../src/proxy/config.js';

/** Refused by Envoy's own checks: an empty prefix. */
export const badMatch = (name: string): RouteConfiguration => ({
  name,
  virtualHosts: [
    {
      name: 'dummy',
      domains: ['*'],
      routes: [
        {
          name: 'bad',
          match: { prefix: '/', headers: [{ name: 'method', prefixMatch: '' }] },
          route: { cluster: 'x' },
        },
      ],
    },
  ],
});

/** What a source told. */
export function listener() {
  const troubles: string[] = [];
  let changes = 0;
  return {
    troubles,
    changes: () => changes,
    events: {
      trouble: (message: string) => void troubles.push(message),
      changed: () => {
        changes += 1;
      },
    },
  };
}

export const clusterOf = (source: RouteSource, name: string) =>
  source.current.byName.get(name)?.routes.routes?.[0]?.route.cluster;

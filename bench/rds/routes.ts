import type { RouteConfiguration } from '../../src/model/envoy.js';

/** The names and routes of bench/rds/go/server.go: 50 route configurations of 5 routes. */
export function configurations(marks: readonly string[]): readonly RouteConfiguration[] {
  return marks.map((mark, i) => ({
    name: `service-${i}.bench.svc.cluster.local_20880`,
    virtualHosts: [
      {
        name: 'dummy',
        domains: ['*'],
        routes: Array.from({ length: 5 }, (_, j) => ({
          name: `route-${j}`,
          match: { prefix: '/', headers: [{ name: 'method', exactMatch: `method-${j}` }] },
          route: { cluster: `outbound|20880|${mark}|service-${i}.bench.svc.cluster.local` },
        })),
      },
    ],
  }));
}

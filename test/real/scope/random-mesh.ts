import { parseFile } from '../../../src/load/parse.js';
import type { Resource } from '../../../src/model/resource.js';
import type { KubeObject } from '../parts/kube-client.js';

/** Numbers below 1, the same for a seed. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomMesh {
  readonly objects: readonly KubeObject[];
  readonly pods: readonly {
    readonly name: string;
    readonly namespace: string;
    readonly app: string;
    readonly ip: string;
  }[];
}

const NAMESPACES = 5;
const PORTS = ['http', 'tcp', 'tcp-metaprotocol-dubbo', 'grpc', 'redis', 'tcp-redis', 'https', 'other'];

/**
 * A mesh of `count` workloads, each with a Sidecar of its own, over Services, ServiceEntries, VirtualServices and
 * DestinationRules with every form of host, exportTo and port. Ports of HTTP and of TCP are not mixed on one number.
 */
export function randomMesh(random: Random, round: number, count: number): RandomMesh {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;
  const names = Array.from({ length: NAMESPACES }, (_, at) => `r${round}-${at}`);
  const hosts: { host: string; namespace: string; ports: number[] }[] = [];
  const exportTo = () => pick([undefined, ['*'], ['.'], [pick(names)], ['.', pick(names)]]);
  const ports = () =>
    [...new Set([pick(PORTS), pick(PORTS), pick(PORTS)].slice(0, 1 + Math.floor(random() * 3)))].map((name) => ({
      name: `${name}`,
      number: 7000 + PORTS.indexOf(name),
    }));
  const objects: KubeObject[] = [];
  for (let at = 0; at < 12; at++) {
    const namespace = pick(names);
    const own = ports();
    const to = exportTo();
    hosts.push({ host: `s${at}.${namespace}.svc.cluster.local`, namespace, ports: own.map(({ number }) => number) });
    objects.push({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: `s${at}`,
        namespace,
        ...(to !== undefined && { annotations: { 'networking.istio.io/exportTo': to.join() } }),
      },
      spec: {
        // Assigned by hand, so that our reading of the objects needs no second look into the cluster.
        clusterIP: `10.96.${round + 1}.${at + 1}`,
        ports: own.map(({ name, number }) => ({ name, port: number })),
      },
    });
  }
  for (let at = 0; at < 10; at++) {
    const namespace = pick(names);
    const own = ports();
    const to = exportTo();
    const shared = `twice-${round}.example.com`;
    // Which of two entries of one namespace, host and second counts is left to chance in istiod.
    const isFree = !hosts.some((each) => each.host === shared && each.namespace === namespace);
    const host =
      chance(0.2) && isFree ? shared : `e${at}-${round}.${pick(['example.com', 'test.example.com', 'example.org'])}`;
    hosts.push({ host, namespace, ports: own.map(({ number }) => number) });
    objects.push({
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata: { name: `e${at}`, namespace },
      spec: {
        hosts: [host],
        addresses: [`240.240.${round + 1}.${at + 1}`],
        location: 'MESH_INTERNAL',
        resolution: 'STATIC',
        ports: own.map(({ name, number }) => ({
          name,
          number,
          protocol: name === 'http' || name === 'grpc' ? name.toUpperCase() : 'TCP',
        })),
        endpoints: [{ address: '10.0.0.1' }],
        ...(to !== undefined && { exportTo: to }),
      },
    });
  }
  for (let at = 0; at < 8; at++) {
    const target = pick(hosts);
    const named = pick(hosts);
    const short = named.host.endsWith('svc.cluster.local') && chance(0.3);
    const to = exportTo();
    objects.push({
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: `v${at}`, namespace: short ? named.namespace : pick(names) },
      spec: {
        hosts: [short ? (named.host.split('.')[0] ?? '') : named.host],
        http: [
          {
            route: [
              {
                destination: {
                  host: target.host,
                  ...(chance(0.5) && { port: { number: pick([...target.ports, 7001]) } }),
                },
              },
            ],
          },
        ],
        ...(to !== undefined && { exportTo: to }),
      },
    });
  }
  for (let at = 0; at < 4; at++) {
    const { host, namespace } = pick(hosts);
    objects.push({
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: `d${at}`, namespace: chance(0.5) ? namespace : pick(names) },
      spec: {
        host,
        subsets: [{ name: `v${at}`, labels: { version: `v${at}` } }],
        ...(chance(0.3) && { exportTo: ['.'] }),
      },
    });
  }
  const egressHost = () => {
    const { host, namespace } = pick(hosts);
    return pick([
      `${namespace}/${host}`,
      `./${host}`,
      `*/${host}`,
      `${pick(names)}/${host}`,
      `${namespace}/*`,
      './*',
      `*/*.example.com`,
      `${namespace}/*.example.com`,
      `*/*.${namespace}.svc.cluster.local`,
      `~${pick(names)}/${host}`,
      `~${namespace}/*`,
    ]);
  };
  const pods = Array.from({ length: count }, (_, at) => {
    const namespace = pick(names);
    const app = `w${at}`;
    const egress = [
      ...(chance(0.3)
        ? [
            {
              port: { number: 7000 + Math.floor(random() * PORTS.length), protocol: 'TCP', name: 'one' },
              hosts: [egressHost(), egressHost()],
            },
          ]
        : []),
      ...(chance(0.9) ? [{ hosts: Array.from({ length: 1 + Math.floor(random() * 3) }, egressHost) }] : []),
    ];
    if (egress.length > 0) {
      objects.push({
        apiVersion: 'networking.istio.io/v1',
        kind: 'Sidecar',
        metadata: { name: app, namespace },
        spec: { workloadSelector: { labels: { app } }, egress },
      });
    }
    return { name: app, namespace, app, ip: `10.${100 + round}.${Math.floor(at / 250)}.${(at % 250) + 1}` };
  });
  return { objects, pods };
}

/** The objects as our program reads them. */
export function asResources(objects: readonly KubeObject[]): readonly Resource[] {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return parseFile(text, 'mesh', { namespace: 'default' }).documents.flatMap((each) =>
    each.status === 'resource' ? [each.resource] : [],
  );
}

import { escapePointer } from '../diagnostics/pointer.js';
import { parseClusterName } from '../envoy/cluster-name.js';
import type { KubernetesObject, ResourceId } from '../model/resource.js';

/** What has a name that other objects use. */
export type SymbolKind = 'host' | 'subset' | 'port' | 'gateway' | 'protocol' | 'route' | 'secret';

/** One place where a symbol is named. */
export interface Occurrence {
  readonly kind: SymbolKind;
  /** What it is, the same wherever it is named: a host in full, `HOST SUBSET`, `HOST PORT`, `NAMESPACE/GATEWAY`. */
  readonly symbol: string;
  /** The host that a subset, port or route is of. */
  readonly host?: string;
  readonly role: 'definition' | 'reference';
  readonly pointer: string;
  readonly at: 'key' | 'value';
  /** The part of the scalar's text that names it. */
  readonly written: string;
  /** Where that part begins in the scalar's text. */
  readonly from: number;
}

/** What of a resource its names depend on. */
export interface Named extends ResourceId {
  readonly object: KubernetesObject;
}

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** Collects the occurrences of one object. */
class Collector {
  readonly found: Occurrence[] = [];

  constructor(
    readonly namespace: string,
    readonly domain: string,
  ) {}

  /** A host in full: a name without a dot is one of the object's own namespace. */
  full(host: string): string {
    return host.includes('.') || host === '' ? host : `${host}.${this.namespace}.svc.${this.domain}`;
  }

  add(kind: SymbolKind, symbol: string, pointer: string, written: string, rest: Partial<Occurrence> = {}): void {
    if (written === '') return;
    this.found.push({ kind, symbol, role: 'reference', pointer, at: 'value', written, from: 0, ...rest });
  }

  host(value: unknown, pointer: string, rest: Partial<Occurrence> = {}): string {
    const written = textOf(value) ?? '';
    const host = this.full(written);
    if (!written.includes('*')) this.add('host', host, pointer, written, rest);
    return host;
  }

  hosts(value: unknown, pointer: string, rest: Partial<Occurrence> = {}): void {
    for (const [index, each] of list(value).entries()) this.host(each, `${pointer}/${index}`, rest);
  }

  /** `host`, `subset` and `port.number` of a destination. */
  destination(value: unknown, pointer: string): void {
    const { host: written, subset, port } = fields(value);
    const host = this.host(written, `${pointer}/host`);
    this.subset(host, subset, `${pointer}/subset`);
    const { number } = fields(port);
    this.port(host, number, `${pointer}/port/number`);
  }

  subset(host: string, value: unknown, pointer: string, rest: Partial<Occurrence> = {}): void {
    const name = textOf(value);
    if (name !== undefined) this.add('subset', `${host} ${name}`, pointer, name, { host, ...rest });
  }

  port(host: string, value: unknown, pointer: string, rest: Partial<Occurrence> = {}): void {
    const number = textOf(value);
    if (number !== undefined) this.add('port', `${host} ${number}`, pointer, number, { host, ...rest });
  }

  /** The host, port and subset in the name of a cluster. */
  cluster(value: unknown, pointer: string, rest: Partial<Occurrence> = {}): void {
    const name = textOf(value);
    const parts = name === undefined ? undefined : parseClusterName(name);
    if (name === undefined || parts === undefined) return;
    const { host, subset } = parts;
    this.add('host', host, pointer, host, { ...rest, from: name.length - host.length });
    if (subset === '') return;
    const from = name.length - host.length - 1 - subset.length;
    this.add('subset', `${host} ${subset}`, pointer, subset, { ...rest, host, from });
  }

  gateways(value: unknown, pointer: string): void {
    for (const [index, each] of list(value).entries()) {
      const name = textOf(each) ?? '';
      if (name === 'mesh') continue;
      const symbol = name.includes('/') ? name : `${this.namespace}/${name}`;
      const from = name.indexOf('/') + 1;
      this.add('gateway', symbol, `${pointer}/${index}`, name.slice(from), { from });
    }
  }
}

type Collect = (spec: Fields, into: Collector, named: Named) => void;

const definition = { role: 'definition' } as const;

const collectors: Readonly<Record<string, Collect>> = {
  ServiceEntry(spec, into) {
    into.hosts(spec.hosts, '/spec/hosts', definition);
    const host = textOf(list(spec.hosts)[0]) ?? '';
    for (const [index, port] of list(spec.ports).entries()) {
      const { number, name } = fields(port);
      into.port(host, number, `/spec/ports/${index}/number`, definition);
      portName(name, `/spec/ports/${index}/name`, into);
    }
  },
  Service(spec, into, { name, namespace }) {
    const host = `${name}.${namespace}.svc.${into.domain}`;
    into.add('host', host, '/metadata/name', name, definition);
    for (const [index, port] of list(spec.ports).entries()) {
      const { port: number, name: called } = fields(port);
      into.port(host, number, `/spec/ports/${index}/port`, definition);
      portName(called, `/spec/ports/${index}/name`, into);
    }
  },
  MetaRouter(spec, into) {
    into.hosts(spec.hosts, '/spec/hosts');
    into.gateways(spec.gateways, '/spec/gateways');
    const host = into.full(textOf(list(spec.hosts)[0]) ?? '');
    for (const [index, each] of list(spec.routes).entries()) {
      const route = fields(each);
      const pointer = `/spec/routes/${index}`;
      const name = textOf(route.name);
      if (name !== undefined) into.add('route', `${host} ${name}`, `${pointer}/name`, name, { host, ...definition });
      routes(route.route, `${pointer}/route`, into);
      into.destination(route.mirror, `${pointer}/mirror`);
    }
    into.cluster(fields(spec.globalRateLimit).rateLimitService, '/spec/globalRateLimit/rateLimitService');
  },
  VirtualService(spec, into) {
    into.hosts(spec.hosts, '/spec/hosts');
    into.gateways(spec.gateways, '/spec/gateways');
    for (const part of ['http', 'tcp', 'tls']) {
      for (const [index, each] of list(spec[part]).entries()) {
        const pointer = `/spec/${part}/${index}`;
        routes(fields(each).route, `${pointer}/route`, into);
        into.destination(fields(each).mirror, `${pointer}/mirror`);
      }
    }
  },
  DestinationRule(spec, into) {
    const host = into.host(spec.host, '/spec/host');
    for (const [index, each] of list(spec.subsets).entries()) {
      into.subset(host, fields(each).name, `/spec/subsets/${index}/name`, definition);
    }
  },
  Gateway(_, into, { name, namespace }) {
    into.add('gateway', `${namespace}/${name}`, '/metadata/name', name, definition);
  },
  Secret(_, into, { name, namespace }) {
    into.add('secret', `${namespace}/${name}`, '/metadata/name', name, definition);
  },
  ApplicationProtocol(spec, into) {
    const protocol = textOf(spec.protocol) ?? '';
    into.add('protocol', protocol, '/spec/protocol', protocol, definition);
  },
  RedisService(spec, into) {
    into.hosts(spec.host, '/spec/host');
    for (const [index, each] of list(spec.redis).entries()) {
      const { route, mirror } = fields(each);
      redisTarget(route, `/spec/redis/${index}/route`, into);
      for (const [at, one] of list(mirror).entries()) {
        redisTarget(fields(one).route, `/spec/redis/${index}/mirror/${at}/route`, into);
      }
    }
    secret(fields(spec.settings).auth, '/spec/settings/auth', into);
  },
  RedisDestination(spec, into) {
    into.host(spec.host, '/spec/host');
    const pool = fields(fields(spec.trafficPolicy).connectionPool);
    secret(fields(pool.redis).auth, '/spec/trafficPolicy/connectionPool/redis/auth', into);
  },
  Sidecar(spec, into) {
    for (const [index, each] of list(spec.egress).entries()) {
      for (const [at, value] of list(fields(each).hosts).entries()) {
        const text = textOf(value) ?? '';
        const from = text.indexOf('/') + 1;
        const host = text.slice(from);
        const pointer = `/spec/egress/${index}/hosts/${at}`;
        if (!host.includes('*')) into.add('host', host, pointer, host, { from });
      }
    }
  },
  EnvoyFilter(spec, into) {
    for (const [index, each] of list(spec.configPatches).entries()) {
      const { cluster } = fields(fields(each).match);
      const pointer = `/spec/configPatches/${index}/match/cluster`;
      const { service, subset } = fields(cluster);
      const host = into.host(service, `${pointer}/service`);
      into.subset(host, subset, `${pointer}/subset`);
    }
  },
  RouteTest(spec, into) {
    for (const [index, each] of list(spec.cases).entries()) {
      const one = fields(each);
      const pointer = `/spec/cases/${index}`;
      const host = into.host(one.host, `${pointer}/host`);
      into.port(host, one.port, `${pointer}/port`);
      const expect = fields(one.expect);
      const route = textOf(expect.route);
      if (route !== undefined) into.add('route', `${host} ${route}`, `${pointer}/expect/route`, route, { host });
      into.cluster(expect.cluster, `${pointer}/expect/cluster`);
      for (const cluster of Object.keys(fields(expect.clusters))) {
        into.cluster(cluster, `${pointer}/expect/clusters/${escapePointer(cluster)}`, { at: 'key' });
      }
      for (const [at, mirror] of list(expect.mirrors).entries()) {
        into.cluster(fields(mirror).cluster, `${pointer}/expect/mirrors/${at}/cluster`);
      }
    }
  },
};

function routes(value: unknown, pointer: string, into: Collector): void {
  for (const [index, each] of list(value).entries()) {
    into.destination(fields(each).destination, `${pointer}/${index}/destination`);
  }
}

function redisTarget(value: unknown, pointer: string, into: Collector): void {
  const { host: written, port } = fields(value);
  const host = into.host(written, `${pointer}/host`);
  into.port(host, port, `${pointer}/port`);
}

function secret(value: unknown, pointer: string, into: Collector): void {
  const name = textOf(fields(fields(value).secret).name) ?? '';
  into.add('secret', `${into.namespace}/${name}`, `${pointer}/secret/name`, name);
}

/** The application protocol in the name of a port: `tcp-metaprotocol-dubbo`. */
function portName(value: unknown, pointer: string, into: Collector): void {
  const [, before = '', protocol = ''] = /^([^-]*-metaprotocol-)([^-]+)/i.exec(textOf(value) ?? '') ?? [];
  into.add('protocol', protocol, pointer, protocol, { from: before.length });
}

/** Whether objects of this kind name anything. */
export function hasOccurrences(kind: string): boolean {
  return Object.hasOwn(collectors, kind);
}

/**
 * All places of an object that name something which another object may name too. Its shape need not be sound: whatever is
 * not as it should be names nothing.
 *
 * @param domain of the hosts of Services
 */
export function occurrencesOf(named: Named, domain: string): readonly Occurrence[] {
  const collect = hasOccurrences(named.kind) ? collectors[named.kind] : undefined;
  if (collect === undefined) return [];
  const into = new Collector(named.namespace, domain);
  collect(fields(named.object.spec), into, named);
  return into.found;
}

import type { RegistryState } from '../model.js';
import { Collector } from './collect.js';
import { ApplicationLevel } from './dubbo-application.js';
import { dubboInstance, parseDubboUrl } from './dubbo-url.js';

/** A node of ZooKeeper or a pair of etcd: both hold Dubbo's registry as paths. */
export interface TreeNode {
  readonly path: string;
  readonly data: string;
}

export interface TreeOptions {
  readonly registry: 'zookeeper' | 'etcd';
  readonly registryName: string;
  /** Where Dubbo's registry is, `/dubbo` by default. */
  readonly root: string;
  /** Where applications are, `/services` by default. */
  readonly servicesRoot: string;
  readonly level: 'interface' | 'application' | 'both';
}

/** Folders below the root that are no interfaces. */
const reserved: ReadonlySet<string> = new Set(['config', 'metadata', 'mapping']);
/** Providers that nobody can reach from another process. */
const unreachable: ReadonlySet<string> = new Set(['injvm', 'registry', 'service-discovery-registry', 'empty', 'mock']);

/** Reads Dubbo's registry, interface level and application level, and Spring Cloud's. Nodes in the registry's order. */
export function readDubboTree(nodes: Iterable<TreeNode>, options: TreeOptions): RegistryState {
  const into = new Collector(options.registry, options.registryName);
  const root = withSlash(options.root);
  const servicesRoot = withSlash(options.servicesRoot);
  const applications = new ApplicationLevel(into);
  for (const { path, data } of nodes) {
    if (options.level !== 'interface' && path.startsWith(servicesRoot)) {
      applications.instance(path.slice(servicesRoot.length), data);
      continue;
    }
    if (!path.startsWith(root)) continue;
    const below = path.slice(root.length);
    const [node = '', folder, name] = below.split('/');
    if (node === 'mapping') applications.mapping(below.slice('mapping/'.length), data);
    else if (node === 'metadata') applications.metadata(below.slice('metadata/'.length), data);
    if (folder === 'consumers' && name !== undefined && !reserved.has(node)) readConsumer(into, node, name);
    if (folder !== 'providers') continue;
    const key = below.slice(node.length + '/providers/'.length);
    if (name === undefined || name === '') into.list(node);
    else if (options.level !== 'application') readProvider(into, node, key);
  }
  if (options.level !== 'interface') applications.finish();
  return into.state();
}

function readProvider(into: Collector, node: string, name: string): void {
  into.list(node);
  const url = parseDubboUrl(name);
  if (url === undefined) {
    into.unread(node, 'not-understood', 'its name is no URL of Dubbo');
    return;
  }
  const { parameters, protocol } = url;
  const named = parameters.interface || (url.path.split('/').at(-1) ?? '');
  if (named === '') {
    into.unread(node, 'not-understood', 'it names no interface');
    return;
  }
  if (protocol === 'consumer' || parameters.side === 'consumer' || (parameters.category ?? '').startsWith('consumer')) {
    into.unread(named, 'consumer', url.address);
    return;
  }
  if (unreachable.has(protocol) || protocol === 'override' || protocol === 'route') {
    into.unread(named, 'not-a-provider', `${protocol}://`);
    return;
  }
  if (url.hasCredentials) into.unread(named, 'credentials', `${url.address}:${url.port}`);
  into.instance(
    { style: 'dubbo', name: named, group: parameters.group ?? '', version: parameters.version ?? '', scope: [] },
    dubboInstance({ address: url.address, port: url.port, protocol, level: 'interface' }, parameters),
  );
}

function readConsumer(into: Collector, node: string, name: string): void {
  const url = parseDubboUrl(name);
  if (url === undefined) return;
  const { parameters, address } = url;
  into.consumer(parameters.interface || node, {
    address,
    application: parameters.application ?? '',
    group: parameters.group ?? '',
    version: parameters.version ?? '',
  });
}

function withSlash(root: string): string {
  return `/${root.replace(/^\/+|\/+$/g, '')}/`.replace(/^\/\/$/, '/');
}

import { type Into, noScope } from './collect.js';
import { dubboInstance, parseDubboUrl } from './dubbo-url.js';

/** Folders below the root that are no interfaces. */
const reserved: ReadonlySet<string> = new Set(['config', 'metadata', 'mapping']);
/** Providers that nobody can reach from another process. */
const unreachable: ReadonlySet<string> = new Set(['injvm', 'registry', 'service-discovery-registry', 'empty', 'mock']);

const providers = '/providers/';

/**
 * Reads what stands below an interface of Dubbo's registry: `/providers/<url>`, `/consumers/<url>`.
 *
 * @param nodes paths below the interface, in the order of the registry
 */
export function readInterfaceNode(
  into: Into,
  node: string,
  nodes: Iterable<readonly [key: string, data: string]>,
  withProviders: boolean,
): void {
  for (const [key] of nodes) {
    if (key.startsWith(providers) && key.length > providers.length) {
      if (withProviders) readProvider(into, node, key.slice(providers.length));
      continue;
    }
    const [, folder, name] = key.split('/', 3);
    if (folder === 'consumers' && name !== undefined && !reserved.has(node)) readConsumer(into, node, name);
    if (folder === 'providers') into.list(node);
  }
}

function readProvider(into: Into, node: string, name: string): void {
  into.list(node);
  const url = parseDubboUrl(name);
  if (url === undefined) {
    into.unread(node, 'not-understood', 'its name is no URL of Dubbo');
    return;
  }
  const { protocol } = url;
  const named = url.parameter('interface') || (url.path.split('/').at(-1) ?? '');
  if (named === '') {
    into.unread(node, 'not-understood', 'it names no interface');
    return;
  }
  if (
    protocol === 'consumer' ||
    url.parameter('side') === 'consumer' ||
    url.parameter('category').startsWith('consumer')
  ) {
    into.unread(named, 'consumer', url.address);
    return;
  }
  if (unreachable.has(protocol) || protocol === 'override' || protocol === 'route') {
    into.unread(named, 'not-a-provider', `${protocol}://`);
    return;
  }
  if (url.hasCredentials) into.unread(named, 'credentials', `${url.address}:${url.port}`);
  into.instance(
    { style: 'dubbo', name: named, group: url.parameter('group'), version: url.parameter('version'), scope: noScope },
    () => dubboInstance({ address: url.address, port: url.port, protocol, level: 'interface' }, url.parameters),
  );
}

function readConsumer(into: Into, node: string, name: string): void {
  const url = parseDubboUrl(name);
  if (url === undefined) return;
  into.consumer(url.parameter('interface') || node, {
    address: url.address,
    application: url.parameter('application'),
    group: url.parameter('group'),
    version: url.parameter('version'),
  });
}

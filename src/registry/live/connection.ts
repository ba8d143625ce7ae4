import { hostPort } from '../../envoy/address.js';
import type { RegistryKind } from '../dump/dump.js';

export interface Server {
  readonly host: string;
  readonly port: number;
}

/** Where a registry is and how it is asked. */
export interface Connection {
  readonly kind: RegistryKind;
  /** The URL without secrets, for messages. */
  readonly name: string;
  readonly servers: readonly Server[];
  readonly tls: boolean;
  /** Path of the URL without a slash at its end: the chroot of ZooKeeper, the base path of HTTP; '' for none. */
  readonly path: string;
  /** Root of Dubbo's registry in ZooKeeper and etcd. */
  readonly root: string;
  /** How long a single answer may take, in milliseconds. */
  readonly timeout: number;
  readonly username?: string;
  readonly password?: string;
  readonly token?: string;
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Consul; none: that of the agent. */
  readonly datacenters: readonly string[];
  /** Nacos; none: all. */
  readonly namespaces: readonly string[];
  readonly groups: readonly string[];
}

export type ConnectionSettings = Pick<
  Connection,
  'root' | 'timeout' | 'username' | 'password' | 'token' | 'datacenters' | 'namespaces' | 'groups'
>;

/** Where Dubbo keeps its registry unless told otherwise. */
export const usualRoot = '/dubbo';

const kinds: Readonly<Record<string, readonly [kind: RegistryKind, port: number]>> = {
  zookeeper: ['zookeeper', 2181],
  zk: ['zookeeper', 2181],
  etcd: ['etcd', 2379],
  consul: ['consul', 8500],
  nacos: ['nacos', 8848],
  eureka: ['eureka', 8761],
};

/**
 * Reads `kind[+http|+https]://[user:password@]host[:port][,host…][/path][?parameters]`, with the parameters that Dubbo's own
 * registry addresses have (dubbo.registry.address). What `settings` say counts before them. A problem is told without what
 * might be a secret.
 */
export function parseConnection(
  url: string,
  settings: ConnectionSettings,
): { readonly connection: Connection } | { readonly problem: string } {
  const [, scheme = '', transport, authority = '', rest = ''] =
    /^([a-z]+)(?:\+([a-z]+))?:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? [];
  const known = Object.hasOwn(kinds, scheme.toLowerCase()) ? kinds[scheme.toLowerCase()] : undefined;
  if (known === undefined) {
    return {
      problem: `A registry URL begins with ${Object.keys(kinds).join('://, ')}://, not with ${scheme || 'that'}.`,
    };
  }
  if (transport !== undefined && !/^(?:http|https|tls)$/i.test(transport)) {
    return { problem: `The registry URL says +${transport}; there are +http and +https.` };
  }
  const [kind, usual] = known;
  const at = authority.lastIndexOf('@');
  const [beforeQuery = '', query] = [rest.split('?')[0], rest.split('?').slice(1).join('?')];
  const asked = parametersOf(query, kind, settings);
  if ('problem' in asked) return asked;
  const servers = serversOf([authority.slice(at + 1), ...asked.backup].join(','), usual);
  if (servers === undefined) return { problem: 'The registry URL names no host, or a port that is none.' };
  const tls = transport !== undefined && /^(?:https|tls)$/i.test(transport);
  const credentials = credentialsOf(at === -1 ? '' : authority.slice(0, at));
  const path = beforeQuery.replace(/\/+$/, '');
  const hosts = servers.map((server) => hostPort(server)).join(',');
  const connection: Connection = {
    ...settings,
    ...asked.settings,
    ...credentials,
    kind,
    name: `${kind}${tls ? '+https' : ''}://${hosts}${path}`,
    servers,
    tls,
    path,
  };
  return { connection };
}

/** Parameters that say how Dubbo uses a registry, not where it is and who asks. */
const ofDubboAlone = new Set([
  'timeout',
  'session',
  'client',
  'check',
  'register',
  'subscribe',
  'simplified',
  'dynamic',
  'protocol',
  'version',
]);

function parametersOf(
  query: string,
  kind: RegistryKind,
  settings: ConnectionSettings,
):
  | { readonly backup: readonly string[]; readonly settings: Partial<ConnectionSettings> }
  | { readonly problem: string } {
  const found: { -readonly [Key in keyof ConnectionSettings]?: ConnectionSettings[Key] } = {};
  const backup: string[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const list = value.split(',').filter((each) => each !== '');
    if (name === 'backup') backup.push(...list);
    else if (name === 'username' || name === 'password' || name === 'token') found[name] = settings[name] ?? value;
    else if (name === 'namespace' && kind === 'nacos')
      found.namespaces = settings.namespaces.length > 0 ? settings.namespaces : list;
    else if (name === 'group' && kind === 'nacos') found.groups = settings.groups.length > 0 ? settings.groups : list;
    // Dubbo calls the root of its registry in ZooKeeper and etcd a group.
    else if (name === 'group' && settings.root === usualRoot) found.root = `/${value.replace(/^\/+/, '')}`;
    else if (name === 'dc' && kind === 'consul')
      found.datacenters = settings.datacenters.length > 0 ? settings.datacenters : list;
    else if (name !== 'group' && !ofDubboAlone.has(name)) {
      const own =
        kind === 'nacos' ? 'namespace, group, ' : kind === 'consul' ? 'dc, ' : kind === 'eureka' ? '' : 'group, ';
      const shown = /^[\w.-]{1,40}$/.test(name) ? name : 'that';
      return {
        problem: `The registry URL has the parameter ${shown}; there are ${own}backup, username, password and token.`,
      };
    }
  }
  return { backup, settings: found };
}

function serversOf(text: string, usual: number): readonly Server[] | undefined {
  const servers: Server[] = [];
  for (const part of text.split(',')) {
    const [, bracketed, plain = '', digits] = /^(?:\[([^\]]+)\]|([^:\s]+))(?::(\d{1,5}))?$/.exec(part) ?? [];
    const host = bracketed ?? plain;
    const port = digits === undefined ? usual : Number(digits);
    if (host === '' || port < 1 || port > 65535) return undefined;
    servers.push({ host, port });
  }
  return servers;
}

function credentialsOf(text: string): { readonly username?: string; readonly password?: string } {
  if (text === '') return {};
  const colon = text.indexOf(':');
  const username = unescaped(colon === -1 ? text : text.slice(0, colon));
  return { username, ...(colon !== -1 && { password: unescaped(text.slice(colon + 1)) }) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

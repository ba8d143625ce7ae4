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

const kinds: Readonly<Record<string, readonly [kind: RegistryKind, port: number]>> = {
  zookeeper: ['zookeeper', 2181],
  zk: ['zookeeper', 2181],
  etcd: ['etcd', 2379],
  consul: ['consul', 8500],
  nacos: ['nacos', 8848],
  eureka: ['eureka', 8761],
};

/**
 * Reads `kind[+http|+https]://[user:password@]host[:port][,host…][/path]`. A problem is told without what might be a
 * secret.
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
  const servers = serversOf(authority.slice(at + 1), usual);
  if (servers === undefined) return { problem: 'The registry URL names no host, or a port that is none.' };
  const tls = transport !== undefined && /^(?:https|tls)$/i.test(transport);
  const credentials = credentialsOf(at === -1 ? '' : authority.slice(0, at));
  const path = (rest.split('?')[0] ?? '').replace(/\/+$/, '');
  const hosts = servers.map((server) => hostPort(server)).join(',');
  const connection: Connection = {
    ...settings,
    ...credentials,
    kind,
    name: `${kind}${tls ? '+https' : ''}://${hosts}${path}`,
    servers,
    tls,
    path,
  };
  return { connection };
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

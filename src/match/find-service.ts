import { nearest } from '../diagnostics/nearest.js';
import type { CompiledRules, MatchService } from './service.js';

/** The service that a host and a port name, or why there is none, in words that say what to do. */
export type FoundService =
  | { readonly service: MatchService }
  | { readonly problem: 'host' | 'port' | 'ports'; readonly message: string };

/** `port` may be left out when the host has one MetaProtocol port. */
export function findService(rules: CompiledRules, host: string, port: number | undefined): FoundService {
  const services = rules.byHost.get(host) ?? [];
  const ports = services.map((service) => service.port).sort((a, b) => a - b);
  // Native Dubbo, Thrift and Redis ports are asked in the same way.
  const kind = services.some(({ native }) => native) ? '' : 'metaprotocol ';
  if (services.length === 0) return { problem: 'host', message: unknownHost(rules, host) };
  if (port === undefined) {
    const [service] = services;
    if (services.length === 1 && service !== undefined) return { service };
    return { problem: 'ports', message: `${host} has the ${kind}ports ${ports.join(', ')}. Name one of them.` };
  }
  const service = services.find((one) => one.port === port);
  if (service !== undefined) return { service };
  const known = ports.length === 1 ? `port ${ports[0]} only` : `the ports ${ports.join(', ')}`;
  return { problem: 'port', message: `${host} has no ${kind}port ${port}: the rules know ${known}.` };
}

/** How many hosts a message lists. */
const LISTED = 5;

function unknownHost(rules: CompiledRules, host: string): string {
  const hosts = [...rules.byHost.keys()];
  if (hosts.length === 0) {
    return `the rules have no metaprotocol service at all, so none for ${host}. Name the files with its ServiceEntry or Service too.`;
  }
  const meant = nearest(host, hosts) ?? hosts.find((known) => known.startsWith(`${host}.`));
  if (meant !== undefined) return `the rules have no metaprotocol service ${host}. Did you mean ${meant}?`;
  const more = hosts.length > LISTED ? ` and ${hosts.length - LISTED} more` : '';
  return `the rules have no metaprotocol service ${host}. They know ${hosts.slice(0, LISTED).join(', ')}${more}.`;
}

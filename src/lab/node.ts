import { once } from 'node:events';
import type { Codec } from '../codec/codec.js';
import type { Address } from '../envoy/address.js';
import type { MeshIndex } from '../index/mesh-index.js';
import type { ProxyRules } from '../match/rules.js';
import type { EnvoyFilter } from '../model/envoy.js';
import type { Upstreams } from '../proxy/build/clusters.js';
import type { ProxySettings } from '../proxy/settings.js';
import type { World } from '../proxy/world.js';
import type { Consumer } from './consumers.js';
import type { LabPlan } from './plan.js';

/** One state of the rules, and what the lab makes of it. */
export interface LabEdition {
  readonly plan: LabPlan;
  readonly consumers: readonly Consumer[];
  readonly index: MeshIndex;
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly rules: ProxyRules;
  /** By full name, of every service of the plan. */
  readonly codecs: ReadonlyMap<string, Codec>;
}

/** What all nodes share. */
export interface LabWorld extends Omit<World, 'observe' | 'counts' | 'node'> {
  readonly settings: ProxySettings;
  readonly version: string;
  readonly upstreams: Upstreams;
}

/** The id of a node, as a sidecar's is made. */
export function nodeIdOf(name: string): string {
  const [namespace = 'default', workload = 'client'] = name.includes('/') ? name.split('/') : ['default', name];
  return `sidecar~127.0.0.1~${workload}.${namespace}~${namespace}.svc.cluster.local`;
}

/** Whether somebody else listens there. */
export async function isTaken({ host, port }: Address): Promise<boolean> {
  const { createServer } = await import('node:net');
  const server = createServer();
  server.listen({ host, port });
  try {
    await once(server, 'listening');
    return false;
  } catch {
    return true;
  } finally {
    server.close();
  }
}

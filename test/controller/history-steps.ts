import type { JsonObject } from '../../src/model/envoy.js';
import type { Random } from '../fuzz/random.js';
import type { Form } from './proxies.js';

/** One thing that happens in a cluster, to its API server, or to the controller. */
export type Step =
  | { readonly do: 'service' | 'remove' | 'rule' | 'unrule'; readonly at: number; readonly variant: number }
  /** Somebody changes, or deletes, one of the objects that were made. */
  | { readonly do: 'tamper' | 'take'; readonly at: number; readonly variant: number }
  | { readonly do: 'fail'; readonly how: 'refuse' | 'reset' | 'lose'; readonly count: number }
  | { readonly do: 'cut' | 'compact' | 'hold' | 'release' | 'restart' }
  /** A proxy comes in one of the forms, in place of the one that was there; `leave`: it goes. */
  | { readonly do: 'proxy'; readonly at: number; readonly form: Form; readonly of: number }
  | { readonly do: 'leave' | 'stall' | 'resume'; readonly at: number }
  | { readonly do: 'subscribe' | 'unsubscribe'; readonly at: number; readonly of: number }
  | { readonly do: 'refuse'; readonly at: number; readonly count: number }
  /** Another replica leads, or this one again. */
  | { readonly do: 'depose' | 'lead' }
  /** Whether the mesh config selects by the label of a Namespace, and whether the one of all services has it. */
  | { readonly do: 'select' | 'label'; readonly variant: number }
  | { readonly do: 'wait'; readonly turns: number };

export const services = 5;
const proxies = 4;

/** Half of all histories have proxies, a few a mesh that does not discover all. */
export function historyOf(random: Random, length = 30): readonly Step[] {
  const [hasProxies, isSelected] = [random.chance(0.5), random.chance(0.1)];
  return Array.from({ length: 5 + random.below(length) }, (): Step => {
    if (hasProxies && random.chance(0.4)) return proxyStep(random);
    if (isSelected && random.chance(0.2)) return { do: random.pick(['select', 'label']), variant: random.below(2) };
    if (random.chance(0.04)) return { do: random.pick(['depose', 'lead']) };
    const at = random.below(services);
    const variant = random.below(4);
    const kind = random.below(100);
    if (kind < 22) return { do: 'service', at, variant };
    if (kind < 32) return { do: 'remove', at, variant };
    if (kind < 50) return { do: 'rule', at, variant };
    if (kind < 56) return { do: 'unrule', at, variant };
    if (kind < 62) return { do: 'tamper', at, variant };
    if (kind < 66) return { do: 'take', at, variant };
    if (kind < 74) return { do: 'fail', how: random.pick(['refuse', 'reset', 'lose']), count: 1 + random.below(6) };
    if (kind < 84) return { do: random.pick(['cut', 'compact', 'hold', 'release', 'restart'] as const) };
    return { do: 'wait', turns: 1 + random.below(12) };
  });
}

function proxyStep(random: Random): Step {
  const at = random.below(proxies);
  const of = random.below(services);
  const kind = random.below(100);
  if (kind < 28) return { do: 'proxy', at, of, form: random.pick(['all', 'delta', 'sotw']) };
  if (kind < 34) return { do: 'leave', at };
  if (kind < 50) return { do: 'subscribe', at, of };
  if (kind < 60) return { do: 'unsubscribe', at, of };
  if (kind < 68) return { do: 'refuse', at, count: 1 + random.below(3) };
  if (kind < 74) return { do: 'stall', at };
  if (kind < 78) return { do: 'resume', at };
  if (kind < 83) return { do: 'restart' };
  // What is said goes over real sockets.
  return { do: 'wait', turns: 5 + random.below(25) };
}

export const host = (at: number): string => `s${at}.example.com`;
export const route = (at: number): string => `${host(at)}_20880`;
export const entry = (at: number, variant: number): JsonObject & { kind: string } => ({
  apiVersion: 'networking.istio.io/v1alpha3',
  kind: 'ServiceEntry',
  metadata: { name: `s${at}`, namespace: 'shop' },
  spec: {
    hosts: [host(at)],
    // Some have an address, one that another may have been given.
    ...(variant === 1 && { addresses: [`240.240.0.${at + 1}`] }),
    location: 'MESH_INTERNAL',
    resolution: 'STATIC',
    ports: [{ number: 20880, name: variant === 2 ? 'tcp-other' : 'tcp-metaprotocol-dubbo', protocol: 'TCP' }],
    workloadSelector: { labels: { app: `s${at}` } },
  },
});
export const rule = (at: number, variant: number): JsonObject & { kind: string } => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  // Now and then two of one host: the older one counts.
  metadata: { name: variant === 3 ? `r${at}-again` : `r${at}`, namespace: 'shop' },
  spec: {
    hosts: [host(at)],
    routes: [{ name: `v${variant}`, route: [{ destination: { host: host(at), subset: `v${variant}` } }] }],
    ...(variant > 1 && {
      localRateLimit: { tokenBucket: { maxTokens: variant, tokensPerFill: 1, fillInterval: '1s' } },
    }),
  },
});

export const meshConfig = (variant: number): JsonObject & { kind: string } => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio', namespace: 'istio-system' } },
  data: { mesh: variant === 0 ? '{}' : 'discoverySelectors: [{matchLabels: {mesh: member}}]' },
});
export const namespace = (variant: number): JsonObject & { kind: string } => ({
  ...{
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', labels: variant === 0 ? {} : { mesh: 'member' } },
  },
});

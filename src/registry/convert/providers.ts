import type { Instance } from '../model.js';
import { judge, type Verdict } from './judge.js';
import type { ChosenLabels, LabelChooser } from './labels.js';
import type { MergedService } from './merge.js';
import type { ConvertOptions } from './options.js';
import { type PortKind, portKind } from './ports.js';

/** An instance with all that was decided about it. */
export interface Provider {
  readonly instance: Instance;
  readonly registryName: string;
  readonly verdict: Verdict;
  readonly port: PortKind;
  readonly namespace: string;
  /** Whether the namespace is one that the instance itself says. */
  readonly saysNamespace: boolean;
  readonly chosen: ChosenLabels;
}

/** Judges every instance of a service. Of several with one address, port and protocol the newest stays. */
export function judgeProviders(
  { service, parts }: MergedService,
  options: ConvertOptions,
  isNamespace: (text: string) => boolean,
  labels: LabelChooser,
): readonly Provider[] {
  const all = parts.flatMap(({ instances, registryName }) => instances.map((instance) => ({ instance, registryName })));
  const protocols = declaredProtocols(all.map(({ instance }) => instance));
  const newest = new Map<string, Instance>();
  const providers = all.map(({ instance, registryName }): Provider => {
    const protocol = instance.protocol || (protocols.get(instance.port) ?? '');
    const said = instance.identity.namespace ?? '';
    const saysNamespace = said !== '' && isNamespace(said);
    const verdict = judge(instance, options);
    if (verdict === 'kept') keepNewest(newest, identity(instance, protocol), instance);
    return {
      instance,
      registryName,
      verdict,
      port: portKind(protocol, options.protocolMap),
      namespace: saysNamespace
        ? said
        : (options.namespaceFor?.(instance.identity.application ?? '', service.name) ?? options.defaultNamespace),
      saysNamespace,
      chosen: labels.choose(instance, registryName),
    };
  });
  return providers.map((provider) => {
    const { instance, verdict } = provider;
    if (verdict !== 'kept') return provider;
    const protocol = instance.protocol || (protocols.get(instance.port) ?? '');
    const best = newest.get(identity(instance, protocol));
    if (best === instance) return provider;
    const twice = best?.level === 'interface' && instance.level === 'application';
    return { ...provider, verdict: twice ? 'same-at-interface-level' : 'duplicate' };
  });
}

function identity({ address, port }: Instance, protocol: string): string {
  return `${protocol} ${port} ${address.toLowerCase()}`;
}

/** The interface level says more than the application level; else the later start counts. */
function keepNewest(newest: Map<string, Instance>, key: string, instance: Instance): void {
  const known = newest.get(key);
  if (known === undefined) {
    newest.set(key, instance);
    return;
  }
  const rank = (one: Instance): number => (one.level === 'interface' ? 1 : 0);
  const better =
    rank(instance) - rank(known) ||
    Number(instance.attributes.timestamp ?? 0) - Number(known.attributes.timestamp ?? 0) ||
    1;
  if (better >= 0) newest.set(key, instance);
}

/** Port → the protocol that instances on it declare, where they agree: those that declare none have the same. */
function declaredProtocols(instances: readonly Instance[]): ReadonlyMap<number, string> {
  const declared = new Map<number, Set<string>>();
  for (const { port, protocol } of instances) {
    if (protocol === '') continue;
    const known = declared.get(port);
    if (known === undefined) declared.set(port, new Set([protocol]));
    else known.add(protocol);
  }
  return new Map([...declared].flatMap(([port, names]) => (names.size === 1 ? [[port, [...names][0] ?? '']] : [])));
}

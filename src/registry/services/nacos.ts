import type { NacosHost, NacosService, NacosState } from '../dump/dump.js';
import type { Instance, RegistryState } from '../model.js';
import { Collector, plainService } from './collect.js';
import { ApplicationLevel } from './dubbo-application.js';
import { dubboInstance, identityOf } from './dubbo-url.js';

/** Group and namespace that have no part in the host, as in dubbo2istio. */
const defaults: ReadonlySet<string> = new Set(['', 'DEFAULT_GROUP', 'public']);

/** Reads services of Nacos: Dubbo's by interface, Dubbo's by application, and plain ones (Spring Cloud). */
export function readNacos(state: NacosState, registryName: string): RegistryState {
  const into = new Collector('nacos', registryName);
  const applications = new ApplicationLevel(into);
  for (const service of state.services) {
    const scope = [service.groupName, service.namespaceId].filter((part) => !defaults.has(part));
    const [category = '', named = '', version = '', group = ''] = service.name.split(':');
    if (category === 'consumers') into.list(named);
    else if (category === 'providers' && service.hosts.length === 0) {
      into.service({ style: 'dubbo', name: named, group, version, scope });
    }
    for (const host of service.hosts) readHost(into, applications, service, host, scope);
  }
  applications.finish();
  return into.state();
}

function readHost(
  into: Collector,
  applications: ApplicationLevel,
  service: NacosService,
  host: NacosHost,
  scope: readonly string[],
): void {
  const { metadata, ip: address, port } = host;
  const [category = '', ofName = '', version = '', group = ''] = service.name.split(':');
  const named = metadata.interface || (category === 'providers' ? ofName : '');
  const isConsumer =
    category === 'consumers' || metadata.side === 'consumer' || (metadata.category ?? '').startsWith('consumer');
  if (isConsumer) {
    const name = named || ofName;
    into.unread(name, 'consumer', address);
    into.consumer(name, {
      address,
      application: metadata.application ?? '',
      group: metadata.group ?? '',
      version: metadata.version ?? '',
    });
    return;
  }
  if (metadata['dubbo.metadata.revision'] !== undefined || metadata['dubbo.endpoints'] !== undefined) {
    applications.add(service.name, { address, port, metadata });
    return;
  }
  if (named !== '') {
    // The name of a service may say what the metadata does not.
    const instance = dubboInstance(
      { address, port, protocol: (metadata.protocol ?? 'dubbo').toLowerCase(), level: 'interface' },
      metadata,
    );
    const identified = {
      style: 'dubbo' as const,
      name: named,
      group: metadata.group ?? group,
      version: metadata.version ?? version,
      scope,
    };
    into.instance(identified, () => ({ ...instance, ...fitness(host, instance) }));
    return;
  }
  const instance: Instance = {
    address,
    port,
    protocol: (metadata.protocol ?? (metadata.secure === 'true' ? 'https' : 'http')).toLowerCase(),
    attributes: metadata,
    health: 'passing',
    disabled: false,
    identity: identityOf(metadata),
    external: false,
    level: 'interface',
  };
  into.instance(plainService(service.name, scope), () => ({ ...instance, ...fitness(host, instance) }));
}

/** Nacos' own switches count more than what the metadata says. */
function fitness(host: NacosHost, own: Instance): Pick<Instance, 'health' | 'disabled' | 'weight'> {
  const weight = host.weight === undefined || host.weight === 1 ? (own.weight ?? host.weight) : host.weight;
  return {
    health: host.healthy === false ? 'critical' : 'passing',
    disabled: host.enabled === false || own.disabled,
    ...(weight !== undefined && { weight }),
  };
}

import type { ConsulDump, ConsulInstance } from '../dump/dump.js';
import { ownValue } from '../dump/shape.js';
import type { Health, Instance, RegistryService, RegistryState } from '../model.js';
import { Collector, plainService } from './collect.js';
import { identityOf } from './dubbo-url.js';

/** Reads Consul's catalog with the health of each instance. Its own service and sidecar proxies are no services. */
export function readConsul(dump: ConsulDump, registryName: string): RegistryState {
  return new ConsulReader().read(dump, registryName);
}

/** What was made of the instances of a service. */
interface Known {
  readonly instances: readonly ConsulInstance[];
  readonly health: string;
  readonly service: RegistryService;
}

/** The same, again and again: a service whose list of instances is the same object, in the same health, stays as it was. */
export class ConsulReader {
  #known = new Map<string, Known>();

  read(dump: ConsulDump, registryName: string): RegistryState {
    const into = new Collector('consul', registryName);
    const known = new Map<string, Known>();
    const services: RegistryService[] = [];
    const all = dump.health ?? {};
    // Ids without the services around them are of all services: then nothing can be said of one alone.
    const flat = Object.entries(all).filter(([, status]) => typeof status === 'string');
    const ofAll = JSON.stringify(flat);
    for (const name of Object.keys(dump.catalogServices)) {
      const instances = ownValue(dump.catalogService, name) ?? [];
      if (isInfrastructure(name, instances)) {
        into.unread(name, 'infrastructure', name);
        continue;
      }
      into.list(name);
      const own = ownValue(all, name);
      const health = typeof own === 'object' ? JSON.stringify(own) : ofAll;
      const before = this.#known.get(name);
      const isSame =
        before?.instances === instances && before.health === health && before.service.registryName === registryName;
      const byId = typeof own === 'object' ? own : flat.length > 0 ? all : undefined;
      const now = isSame ? before : { instances, health, service: serviceOf(name, registryName, instances, byId) };
      known.set(name, now);
      services.push(now.service);
    }
    this.#known = known;
    return { ...into.state(), services };
  }
}

function serviceOf(
  name: string,
  registryName: string,
  instances: readonly ConsulInstance[],
  byId: Readonly<Record<string, unknown>> | undefined,
): RegistryService {
  const { style, group, version, scope } = plainService(name);
  return {
    ...{ registry: 'consul', registryName, style, name, group, version, scope },
    get instances() {
      return instances.map((each) => instanceOf(each, byId === undefined ? 'passing' : statusOf(each, byId)));
    },
  };
}

function isInfrastructure(name: string, instances: readonly ConsulInstance[]): boolean {
  if (name === 'consul' || name.endsWith('-sidecar-proxy')) return true;
  return instances.length > 0 && instances.every(({ ServiceKind }) => ServiceKind !== undefined && ServiceKind !== '');
}

function instanceOf(instance: ConsulInstance, status: string): Instance {
  const meta = instance.ServiceMeta ?? {};
  const zone = meta.zone ?? meta.availability_zone;
  const locality = [instance.Datacenter, zone].filter(Boolean).join('/');
  const own = meta.aeraki_meta_locality ?? locality;
  const weight = instance.ServiceWeights?.Passing;
  return {
    address: instance.ServiceAddress || instance.Address || '',
    port: instance.ServicePort ?? 0,
    protocol: (meta.protocol ?? '').toLowerCase(),
    attributes: meta,
    tags: labelsOf(instance.ServiceTags ?? []),
    health: healthOf(status),
    disabled: false,
    ...(weight !== undefined && { weight }),
    ...(own !== '' && { locality: own }),
    identity: identityOf(meta),
    external: /^(?:1|true|yes|on)$/i.test(meta.external ?? ''),
    level: 'interface',
  };
}

/** @param byId the health of a service's instances, or of all instances */
function statusOf({ Node = '', ServiceID = '' }: ConsulInstance, byId: Readonly<Record<string, unknown>>): string {
  const status = ownValue(byId, `${Node}/${ServiceID}`) ?? ownValue(byId, ServiceID);
  return typeof status === 'string' ? status : 'passing';
}

function healthOf(text: string): Health {
  return text === 'warning' || text === 'critical' || text === 'maintenance' ? text : 'passing';
}

/** Tags `key|value` and `key=value`; the value is all that comes after the first sign. A later one of a key wins. */
function labelsOf(tags: readonly string[]): Record<string, string> {
  const labels: Record<string, string> = Object.create(null);
  for (const tag of tags) {
    const [, key, value] = /^([^|=]*)[|=](.*)$/s.exec(tag) ?? [];
    if (key !== undefined && value !== undefined) labels[key] = value;
  }
  return labels;
}

import type { EurekaDump, EurekaInstance, EurekaPort } from '../dump/dump.js';
import type { Health, RegistryState } from '../model.js';
import { Collector, plainService } from './collect.js';
import { identityOf } from './dubbo-url.js';

/** Reads applications of Eureka. The names are in capitals there and in lower case here, as clients write them. */
export function readEureka(dump: EurekaDump, registryName: string): RegistryState {
  const into = new Collector('eureka', registryName);
  for (const { name, instance: instances } of dump.applications) {
    const service = plainService(name.toLowerCase());
    into.service(service);
    for (const instance of instances) {
      const { '@class': _type, ...attributes } = instance.metadata ?? {};
      const status = instance.overriddenstatus ?? instance.overriddenStatus ?? 'UNKNOWN';
      const current = status === 'UNKNOWN' ? (instance.status ?? 'UP') : status;
      const secure = isEnabled(instance.securePort);
      const zone = attributes.zone ?? instance.dataCenterInfo?.metadata?.['availability-zone'];
      const locality = attributes.aeraki_meta_locality ?? zone;
      const weight = Number(attributes.weight ?? Number.NaN);
      const ports = [
        ...(isEnabled(instance.port) || !secure ? [{ port: portOf(instance), protocol: 'http' }] : []),
        ...(secure ? [{ port: Number(instance.securePort?.$ ?? 443), protocol: 'https' }] : []),
      ];
      for (const { port, protocol } of ports) {
        into.instance(service, () => ({
          address: instance.ipAddr || instance.hostName || '',
          port,
          protocol: (protocol === 'http' ? (attributes.protocol ?? protocol) : protocol).toLowerCase(),
          attributes,
          health: healthOf(current),
          disabled: current === 'OUT_OF_SERVICE',
          ...(Number.isFinite(weight) && weight >= 0 && { weight }),
          ...(locality && { locality }),
          identity: identityOf(attributes),
          external: false,
          level: 'interface',
        }));
      }
    }
  }
  return into.state();
}

function isEnabled(port: EurekaPort | undefined): boolean {
  return String(port?.['@enabled'] ?? 'false') === 'true';
}

function portOf(instance: EurekaInstance): number {
  return Number(instance.port?.$ ?? 0);
}

function healthOf(status: string): Health {
  switch (status) {
    case 'UP':
      return 'passing';
    case 'OUT_OF_SERVICE':
      return 'maintenance';
    default:
      return 'critical';
  }
}

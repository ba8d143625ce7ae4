import { type IstioContext, type IstioRule, items } from '../rule.js';
import type { ServiceEntrySpec } from '../spec.js';
import { isPort } from '../values/address.js';
import { isLabel } from '../values/domain.js';
import { isKnownProtocol, isTcp, protocolNames } from '../values/protocol.js';

/** AER1118, AER1119, AER1107, AER1108, AER1109, AER1126: the ports. */
export const serviceEntryPorts: IstioRule<ServiceEntrySpec> = {
  kind: 'ServiceEntry',
  check(spec, context) {
    const { report } = context;
    const names = new Set<string>();
    const numbers = new Set<number>();
    const mayLackAddress = (spec.addresses ?? []).length > 0 || getsAddress(spec, context);
    for (const [port, pointer] of items(spec.ports, '/spec/ports')) {
      const { name = '', number = 0, protocol = '', targetPort = 0 } = port;
      if (names.has(name)) report('AER1118', `${pointer}/name`, { name });
      names.add(name);
      if (numbers.has(number)) report('AER1119', `${pointer}/number`, { number });
      numbers.add(number);
      if (targetPort !== 0 && !isPort(targetPort)) report('AER1107', `${pointer}/targetPort`, { found: targetPort });
      if (!mayLackAddress && (protocol === '' || protocol === 'TCP')) {
        report('AER1126', pointer, { name }, { severity: 'warning' });
      }
      if (!isLabel(name)) report('AER1108', `${pointer}/name`, { name });
      if (protocol !== '' && !isKnownProtocol(protocol)) {
        report('AER1109', `${pointer}/protocol`, { protocol, known: protocolNames });
      }
      if (!isPort(number)) report('AER1107', `${pointer}/number`, { found: number });
    }
  },
};

/** Whether istiod gives it an address of its own (240.240.0.0/16): on since Istio 1.25. */
function getsAddress({ resolution = 'NONE' }: ServiceEntrySpec, { resource }: IstioContext): boolean {
  const label = resource.object.metadata?.labels?.['networking.istio.io/enable-autoallocate-ip'];
  return resolution !== 'NONE' && label?.toLowerCase() !== 'false';
}

/** AER1129: hosts that share an address cannot be told apart on a TCP port. */
export const severalHostsOneAddress: IstioRule<ServiceEntrySpec> = {
  kind: 'ServiceEntry',
  check({ hosts = [], addresses = [], ports, resolution }, { report }) {
    if (resolution !== 'DNS' && resolution !== 'DNS_ROUND_ROBIN') return;
    const found = items(ports, '/spec/ports').find(([{ protocol }]) => isTcp(protocol));
    if (addresses.length === 0 || hosts.length < 2 || found === undefined) return;
    report('AER1129', found[1], { name: found[0].name ?? '' }, { severity: 'warning' });
  },
};

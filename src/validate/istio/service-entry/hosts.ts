import { checkHost } from '../destination.js';
import { checkExportTo } from '../export-to.js';
import { type IstioRule, items } from '../rule.js';
import type { ServiceEntrySpec } from '../spec.js';
import { isSubnet } from '../values/address.js';
import { isPartialWildcard } from '../values/domain.js';
import { checkSelector } from '../values/labels.js';
import { isHttp, isTls } from '../values/protocol.js';

/** AER1115, AER1116, AER1112, AER1101, AER1117: the hosts. */
export const serviceEntryHosts: IstioRule<ServiceEntrySpec> = {
  kind: 'ServiceEntry',
  check(spec, { report }) {
    const { resolution = 'NONE' } = spec;
    const hosts = items(spec.hosts, '/spec/hosts');
    if (hosts.length === 0) report('AER1115', '/spec');
    for (const [host, pointer] of hosts) {
      if (host === '*') report('AER1116', pointer);
      else checkHost(host, pointer, report);
      if (resolution !== 'DYNAMIC_DNS' && isPartialWildcard(host)) {
        report('AER1112', pointer, { host }, { severity: 'warning' });
      }
    }
    if (resolution === 'NONE' || hosts.length < 2) return;
    const plain = items(spec.ports, '/spec/ports').find(([{ protocol }]) => !isHttp(protocol) && !isTls(protocol));
    if (plain === undefined) return;
    const [{ name = '', protocol = '' }, pointer] = plain;
    report('AER1117', pointer, { name, protocol: protocol || 'no protocol', count: hosts.length });
  },
};

/** AER1103, AER1104, AER1102: whom it selects, and who sees it. */
export const serviceEntryReach: IstioRule<ServiceEntrySpec> = {
  kind: 'ServiceEntry',
  check(spec, context) {
    if (spec.workloadSelector !== undefined) {
      checkSelector(spec.workloadSelector.labels, '/spec/workloadSelector/labels', context.report);
    }
    checkExportTo(spec.exportTo, context, { mayBeNone: true });
  },
};

/** AER1110, AER1125: the addresses. */
export const serviceEntryAddresses: IstioRule<ServiceEntrySpec> = {
  kind: 'ServiceEntry',
  check({ addresses, resolution = 'NONE' }, { report }) {
    for (const [address, pointer] of items(addresses, '/spec/addresses')) {
      if (!isSubnet(address)) report('AER1110', pointer, { found: address });
      if (address.includes('/') && resolution !== 'NONE' && resolution !== 'STATIC') {
        report('AER1125', pointer, { address, resolution });
      }
    }
  },
};

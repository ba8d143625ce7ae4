import { entries, type IstioRule, type Report } from './rule.js';
import type { WorkloadEntrySpec } from './spec.js';
import { isAddress, isPort, unixPrefix, whyNoSocket } from './values/address.js';
import { isLabel, whyNoFqdn } from './values/domain.js';
import { checkLabels } from './values/labels.js';

export const workloadEntry: IstioRule<WorkloadEntrySpec> = {
  kind: 'WorkloadEntry',
  check(spec, { report }) {
    checkWorkload(spec, '/spec', report, { mayBeName: true });
  },
};

export interface WorkloadOptions {
  /** Whether the address may be a domain name. */
  readonly mayBeName: boolean;
  /** The names of the ServiceEntry's ports; absent for a WorkloadEntry, which may belong to several. */
  readonly ports?: ReadonlySet<string>;
}

/** AER1122, AER1123, AER1124, AER1130: an endpoint of a ServiceEntry that resolves STATIC, or a WorkloadEntry. */
export function checkWorkload(
  spec: WorkloadEntrySpec,
  pointer: string,
  report: Report,
  { mayBeName, ports }: WorkloadOptions,
): void {
  const { address = '', network = '' } = spec;
  if (address === '' && network === '') {
    report('AER1130', pointer, { what: 'no address' });
    return;
  }
  if (address === '') report('AER1130', pointer, { what: 'a network and no address' }, { severity: 'warning' });
  if (address.startsWith(unixPrefix)) checkSocket(spec, address, pointer, report, ports);
  else if (address !== '' && !isAddress(address) && !(mayBeName && whyNoFqdn(address) === undefined)) {
    const wanted = mayBeName
      ? 'an IP address, a domain name or unix:// with a path'
      : 'an IP address or unix:// with a path';
    report('AER1122', `${pointer}/address`, { address, wanted });
  }
  checkEndpointPorts(spec, pointer, report, ports);
  checkLabels(spec.labels, `${pointer}/labels`, report);
}

function checkSocket(
  spec: WorkloadEntrySpec,
  address: string,
  pointer: string,
  report: Report,
  ports: ReadonlySet<string> | undefined,
): void {
  const why = whyNoSocket(address.slice(unixPrefix.length));
  if (why !== undefined) report('AER1113', `${pointer}/address`, { address, why });
  if (Object.keys(spec.ports ?? {}).length > 0) {
    report('AER1124', `${pointer}/ports`, { why: 'a socket has no ports', cure: 'Remove ports' }, { at: 'key' });
  }
  if (ports !== undefined && ports.size !== 1) {
    report('AER1124', `${pointer}/address`, {
      why: `the ServiceEntry has ${ports.size} ports`,
      cure: 'Give it exactly one port, or the endpoint an IP address',
    });
  }
}

/** AER1123, AER1108, AER1107: `ports` of an endpoint, by the names of the ServiceEntry's ports. */
export function checkEndpointPorts(
  spec: WorkloadEntrySpec,
  pointer: string,
  report: Report,
  ports: ReadonlySet<string> | undefined,
): void {
  for (const [name, port, at] of entries(spec.ports, `${pointer}/ports`)) {
    if (ports !== undefined && !ports.has(name)) {
      report('AER1123', at, { name, known: [...ports].join(', ') || 'none' }, { at: 'key' });
    }
    if (!isLabel(name)) report('AER1108', at, { name }, { at: 'key' });
    if (!isPort(port)) report('AER1107', at, { found: port });
  }
}

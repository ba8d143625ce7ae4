import type { Report } from './rule.js';
import type { Destination } from './spec.js';
import { isPort } from './values/address.js';
import { isLabel, whyNoWildcardDomain } from './values/domain.js';

/** AER1101, AER1143, AER1144, AER1107: a destination of a route, a mirror or an egress proxy. */
export function checkDestination(destination: Destination | undefined, pointer: string, report: Report): void {
  if (destination === undefined) return;
  const { host = '', subset = '', port } = destination;
  if (host === '*') report('AER1143', `${pointer}/host`, { what: 'the host "*"' });
  else checkHost(host, `${pointer}/host`, report);
  if (subset !== '') checkSubsetName(subset, `${pointer}/subset`, report);
  if (port !== undefined) checkPort(port.number, `${pointer}/port/number`, report);
}

/** AER1101: a host that may begin with `*`. */
export function checkHost(host: string, pointer: string, report: Report): void {
  const why = whyNoWildcardDomain(host);
  if (why !== undefined) report('AER1101', pointer, { host, why });
}

/** AER1144: a subset is named by a DNS label. */
export function checkSubsetName(name: string, pointer: string, report: Report): void {
  if (!isLabel(name)) report('AER1144', pointer, { name });
}

/** AER1107: a port between 1 and 65535. An absent one is 0. */
export function checkPort(port: number | undefined, pointer: string, report: Report): void {
  if (!isPort(port ?? 0)) report('AER1107', pointer, { found: port ?? 'none' });
}

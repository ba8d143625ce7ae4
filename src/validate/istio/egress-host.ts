import type { Report } from './rule.js';
import { isAddress } from './values/address.js';
import { isLabel, isPartialWildcard, whyNoWildcardDomain } from './values/domain.js';

export interface HostFormOptions {
  /** A Gateway may leave the namespace out, and take an IP address for a host. */
  readonly isGateway: boolean;
  /** The Gateway API may write `~` for a namespace. */
  readonly fromGatewayApi?: boolean;
}

/** AER1169, AER1112, AER1101: a host of a Gateway's server or of a Sidecar: `namespace/dnsName`. */
export function checkHostForm(text: string, pointer: string, report: Report, options: HostFormOptions): void {
  const { isGateway, fromGatewayApi = false } = options;
  const slash = text.indexOf('/');
  if (slash === -1) {
    if (isGateway) checkName(text, pointer, report, isGateway);
    else report('AER1169', pointer, { host: text, why: 'it has no namespace', cure: `Write ./${text} or */${text}` });
    return;
  }
  const namespace = text.slice(0, slash);
  const name = text.slice(slash + 1);
  const plain = isGateway ? namespace : namespace.replace(/^~/, '');
  const isNamespace =
    plain === '*' ||
    plain === '.' ||
    (isGateway ? plain === '~' && fromGatewayApi : namespace === '~') ||
    isLabel(plain);
  if (!isNamespace) {
    const why = `"${namespace}" is no namespace`;
    report('AER1169', pointer, { host: text, why, cure: 'Write ".", "*" or the name of a namespace in front of "/"' });
  }
  if (name === '')
    report('AER1169', pointer, { host: text, why: 'no name stands behind "/"', cure: 'Write one, or "*"' });
  else checkName(name, pointer, report, isGateway);
}

function checkName(name: string, pointer: string, report: Report, mayBeAddress: boolean): void {
  if (name !== '*' && !name.includes('.')) {
    const cure = `Write its full name, like ${/^[\w-]+$/.test(name) ? name : 'orders'}.shop.svc.cluster.local`;
    report('AER1169', pointer, { host: name, why: 'it is a short name', cure });
  }
  const why = whyNoWildcardDomain(name);
  if (why !== undefined && !(mayBeAddress && isAddress(name))) report('AER1101', pointer, { host: name, why });
  if (isPartialWildcard(name)) report('AER1112', pointer, { host: name });
}

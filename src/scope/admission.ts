import type { Resource } from '../model/resource.js';
import { type EgressListener, type SidecarSpec, sidecarSpec } from './sidecar.js';

/**
 * istiod's verdict on the Sidecars among the resources, in its own words, for comparing with what a cluster says: object →
 * `refused: …` or `warning: …`; `*` when one is refused, for then nothing of the set stands. `validate` has the same
 * rules with cures.
 */
export function sidecarAdmission(resources: readonly Resource[]): Readonly<Record<string, string>> {
  const verdicts: Record<string, string> = {};
  for (const resource of resources) {
    if (resource.kind !== 'Sidecar') continue;
    const { errors, warnings } = judge(sidecarSpec(resource), resource.namespace);
    if (errors.length > 0) return { '*': `refused: configuration is invalid: ${together(errors)}` };
    if (warnings.length > 0)
      verdicts[`Sidecar ${resource.namespace}/${resource.name}`] = `warning: ${together(warnings)}`;
  }
  return verdicts;
}

/** Several errors as Go's multierror prints them. */
function together(errors: readonly string[]): string {
  const [first = ''] = errors;
  if (errors.length === 1) return first;
  return `${errors.length} errors occurred:\n${errors.map((each) => `\t* ${each}\n`).join('')}\n`;
}

interface Judged {
  readonly errors: string[];
  readonly warnings: string[];
}

function judge(spec: SidecarSpec, namespace: string): Judged {
  const judged: Judged = { errors: [], warnings: [] };
  if (spec.workloadSelector !== undefined && Object.keys(spec.workloadSelector.labels ?? {}).length === 0) {
    judged.warnings.push(
      'sidecar: workload selector specified without labels, will be applied to all services in namespace',
    );
  }
  const { egress = [], ingress = [] } = spec;
  if (egress.length === 0 && ingress.length === 0 && spec.outboundTrafficPolicy === undefined) {
    judged.errors.push('sidecar: empty configuration provided');
    return judged;
  }
  judgeIngress(ingress, judged);
  const ports = new Set<number>();
  let hasRest = false;
  egress.forEach((listener, index) => {
    const number = listener.port?.number;
    if (listener.port === undefined) {
      if (hasRest) judged.errors.push('sidecar: egress can have only one listener with empty port');
      else if (index === egress.length - 1) hasRest = true;
      else {
        judged.errors.push('sidecar: the egress listener with empty port should be the last listener in the list');
      }
    } else if (number !== undefined && number !== 0) {
      if (ports.has(number)) judged.errors.push('sidecar: ports on IP bound listeners must be unique');
      ports.add(number);
    } else if (listener.bind?.startsWith('unix://') !== true) {
      judged.errors.push('sidecar: ports with 0 value must have a unix domain socket bind address');
    }
    judgeHosts(listener, namespace, judged);
  });
  return judged;
}

function judgeIngress(ingress: NonNullable<SidecarSpec['ingress']>, { errors }: Judged): void {
  const ports = new Set<number>();
  for (const { port } of ingress) {
    if (port === undefined) {
      errors.push('sidecar: port is required for ingress listeners');
      continue;
    }
    if (ports.has(port.number ?? 0)) errors.push('sidecar: ports on IP bound listeners must be unique');
    ports.add(port.number ?? 0);
  }
}

function judgeHosts({ hosts = [] }: EgressListener, own: string, { errors, warnings }: Judged): void {
  if (hosts.length === 0) {
    errors.push('sidecar: egress listener must contain at least one host');
    return;
  }
  const seen = new Map<string, Set<string>>();
  for (const host of hosts) {
    const slash = host.indexOf('/');
    if (slash === -1) {
      errors.push('host must be of form namespace/dnsName');
      continue;
    }
    const from = host.slice(0, slash);
    const name = host.slice(slash + 1);
    const namespace = from === '.' ? own : from;
    const known = seen.get(namespace) ?? new Set<string>();
    seen.set(namespace, known);
    const isTwice = name === '*' ? known.size > 0 : known.has(name) || known.has('*');
    if (isTwice && from !== '~') warnings.push(`duplicated egress host: ${host}`);
    known.add(name);
    if (from === '' || name === '') errors.push('config namespace and dnsName in host entry cannot be empty');
    if (!/^(?:[*.~]|[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)?$/.test(from)) {
      errors.push(`invalid namespace value "${from}" in sidecar`);
    }
    if (name !== '*' && !name.includes('.')) errors.push('short names (non FQDN) are not allowed');
    judgeName(name, errors);
  }
  if (seen.get('*')?.has('*') === true && seen.size > 1) {
    warnings.push('`*/*` host select all resources, no other hosts can be added');
  }
}

function judgeName(name: string, errors: string[]): void {
  const [first = '', ...rest] = name.split('.');
  if (first.includes('*') && name !== '*' && !name.startsWith('*.')) {
    errors.push(`partial wildcard "${name}" not allowed`);
  }
  const wrong = [first === '*' ? 'x' : first.replace('*', 'x'), ...rest].find(
    (label) => !/^[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/.test(label),
  );
  if (name !== '' && wrong !== undefined) errors.push(`domain name "${name}" invalid (label "${wrong}" invalid)`);
}

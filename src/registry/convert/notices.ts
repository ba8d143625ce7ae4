import type { Code } from '../../diagnostics/catalogue.js';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import { isIp, type Verdict } from './judge.js';
import type { MergedService } from './merge.js';
import type { ConvertOptions } from './options.js';
import { isMetaProtocol } from './ports.js';
import type { Provider } from './providers.js';
import type { Part } from './split.js';

/** What was decided for one service. */
export interface Decided {
  readonly merged: MergedService;
  /** As a person calls it. */
  readonly label: string;
  readonly providers: readonly Provider[];
  readonly kept: readonly Provider[];
  readonly parts: readonly Part[];
  readonly entries: readonly ServiceEntry[];
  readonly namespace: string;
  readonly selectors: readonly string[];
}

type Args = Readonly<Record<string, string | number>>;

/** Everything that is other than the reference would make it, one finding for a service and a reason. */
export function notices(decided: Decided, options: ConvertOptions, file: string): readonly Finding[] {
  const { label: service, providers, kept, parts, entries, namespace } = decided;
  const findings: Finding[] = [];
  const report = (code: Code, args: Args): void => {
    findings.push(finding(code, { service, ...args }, { file }));
  };
  const counted = (code: Code, count: number, args: Args = {}): void => {
    if (count > 0) report(code, { count, ...args });
  };
  const verdicts = (...list: readonly Verdict[]): number =>
    providers.filter(({ verdict }) => list.includes(verdict)).length;

  counted('AER1218', verdicts('unhealthy'));
  counted('AER1219', verdicts('disabled', 'no-weight'));
  counted('AER1220', verdicts('bad-port'));
  counted('AER1221', verdicts('no-address', 'bad-address'));
  counted('AER1225', verdicts('duplicate'));
  counted('AER1222', kept.filter(({ instance }) => !isIp(instance.address)).length);
  counted('AER1227', kept.filter(({ instance }) => instance.level === 'application' && isDubbo(decided)).length);
  namespaces(decided, options, report);
  const withheld = keysOf(kept, ({ chosen }) => chosen.withheld);
  if (withheld !== '') report('AER1223', { keys: withheld });
  const invalid = keysOf(kept, ({ chosen }) => chosen.invalid);
  if (invalid !== '') report('AER1224', { keys: invalid });
  if (decided.selectors.length > 1) {
    const [selector = ''] = decided.selectors;
    report('AER1226', { selectors: decided.selectors.join(', '), selector });
  }
  if (decided.selectors.length === 0 && kept.some(({ port }) => isMetaProtocol(port.name))) report('AER1230', {});
  portNotices(decided, report);
  const external = kept.filter(({ instance }) => instance.external).length;
  const [first] = entries;
  if (external > 0) {
    const { location = '', resolution = '' } = first?.spec ?? {};
    report('AER1231', { count: external, total: kept.length, location, resolution });
  }
  if (options.defaultPort && parts[0]?.ports.some(({ number }) => number === 80)) report('AER1233', {});
  counted('AER1234', kept.filter(({ port }) => port.name === 'tcp').length);
  if (kept.length === 0) {
    const outcome =
      options.whenEmpty === 'delete' || first === undefined
        ? 'It has no ServiceEntry.'
        : (first.spec?.endpoints ?? []).length > 0
          ? 'Its ServiceEntry keeps the last endpoints.'
          : `Its ServiceEntry in ${namespace} has no endpoints.`;
    report('AER1236', { total: providers.length, outcome });
  }
  return findings;
}

function namespaces(
  { kept, namespace, merged }: Decided,
  options: ConvertOptions,
  report: (code: Code, args: Args) => void,
): void {
  const silent = kept.filter(({ saysNamespace, instance }) => !saysNamespace && !instance.identity.namespace);
  const wrong = kept.filter(({ saysNamespace, instance }) => !saysNamespace && instance.identity.namespace);
  const all = [...new Set(kept.map((provider) => provider.namespace))].sort();
  // Other registries know no namespaces of Kubernetes; nobody expects them to.
  if (silent.length > 0 && merged.service.style === 'dubbo')
    report('AER1213', { count: silent.length, namespace: silent[0]?.namespace ?? '' });
  if (wrong.length > 0) report('AER1214', { count: wrong.length, namespace: options.defaultNamespace });
  if (all.length > 1) report('AER1215', { namespaces: all.join(', '), namespace });
}

function portNotices({ parts, entries, merged }: Decided, report: (code: Code, args: Args) => void): void {
  for (const [at, part] of parts.entries()) {
    for (const { kind, number } of part.ports) {
      const own = part.providers.filter(({ port }) => port.name === kind).map(({ instance }) => instance.port);
      const numbers = [...new Set(own)].sort((a, b) => a - b);
      if (numbers.length > 1) report('AER1216', { ports: numbers.join(', '), port: number });
    }
    if (at === 0) continue;
    const host = entries[at]?.spec?.hosts?.[0] ?? '';
    const [{ kind = '', number = 0 } = {}] = part.ports;
    const clash = parts[0]?.ports.find((port) => port.number === number);
    if (clash !== undefined) report('AER1235', { protocols: [clash.kind, kind].join(', ') });
    report('AER1217', { protocol: kind, host });
  }
  const count = Math.max(0, ...entries.map(({ spec }) => spec?.ports?.length ?? 0));
  if (count > 1 && merged.service.registry === 'consul') report('AER1251', { count });
}

function isDubbo({ merged }: Decided): boolean {
  return merged.service.style === 'dubbo';
}

function keysOf(providers: readonly Provider[], keys: (provider: Provider) => readonly string[]): string {
  const found = new Set<string>();
  for (const provider of providers) {
    for (const key of keys(provider)) found.add(key);
  }
  if (found.size === 0) return '';
  const all = [...found].sort();
  const shown = all.slice(0, 8).map((key) => (key.length > 70 ? `${key.slice(0, 60)}…` : key || '""'));
  return all.length > shown.length ? `${shown.join(', ')} and ${all.length - shown.length} more` : shown.join(', ');
}

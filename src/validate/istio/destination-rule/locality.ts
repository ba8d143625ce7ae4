import { entries, items, type Report } from '../rule.js';
import type { LocalitySetting } from './spec.js';

const topology: ReadonlySet<string> = new Set([
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
]);

/** AER1160: where traffic goes by region and zone. As istiod, it stops at the first contradiction. */
export function checkLocality(setting: LocalitySetting, hasOutliers: boolean, pointer: string, report: Report): void {
  const { distribute = [], failover = [], failoverPriority = [] } = setting;
  if (distribute.length > 0 && failover.length > 0) {
    locality(report, `${pointer}/failover`, 'distribute and failover exclude each other', 'Keep one');
    return;
  }
  const label = failover.length > 0 ? failoverPriority.find((each) => topology.has(each)) : undefined;
  if (label !== undefined) {
    locality(report, `${pointer}/failoverPriority`, `${label} stands beside failover`, 'Keep one');
    return;
  }
  for (const [{ to }, at] of items(distribute, `${pointer}/distribute`)) {
    const shares = entries(to, `${at}/to`);
    const wrong = shares.find(([, weight]) => weight <= 0 || weight > 100);
    if (wrong !== undefined) {
      locality(report, wrong[2], `the share ${wrong[1]} is not between 1 and 100`, 'Write 1–100');
      return;
    }
    const total = shares.reduce((sum, [, weight]) => sum + weight, 0);
    if (total !== 100) {
      locality(report, `${at}/to`, `the shares add up to ${total}`, 'Make them 100');
      return;
    }
    checkNames(
      shares.map(([name]) => name),
      `${at}/to`,
      report,
    );
  }
  checkNames(
    distribute.map(({ from = '' }) => from),
    `${pointer}/distribute`,
    report,
  );
  checkFailover(setting, hasOutliers, pointer, report);
}

/** AER1160: the like, where Envoy itself keeps to the zone. */
export function checkZoneAware(setting: LocalitySetting, hasOutliers: boolean, pointer: string, report: Report): void {
  for (const [label, at] of items(setting.failoverPriority, `${pointer}/failoverPriority`)) {
    if (topology.has(label)) locality(report, at, `${label} is looked at anyway`, 'Remove it');
  }
  checkFailover(setting, hasOutliers, pointer, report);
}

function checkFailover(setting: LocalitySetting, hasOutliers: boolean, pointer: string, report: Report): void {
  const { failover = [], failoverPriority = [] } = setting;
  if (failover.length + failoverPriority.length > 0 && !hasOutliers) {
    const why = 'without outlierDetection no endpoint counts as failed';
    report('AER1160', pointer, { why, cure: 'Add outlierDetection beside loadBalancer' }, { severity: 'warning' });
  }
  for (const [{ from = '', to = '' }, at] of items(failover, `${pointer}/failover`)) {
    if (from === to) locality(report, at, 'from and to are the same region', 'Write another region');
    if (`${from}${to}`.includes('/')) locality(report, at, 'it names a zone', 'Write regions only');
    if (`${from}${to}`.includes('*')) locality(report, at, '"*" is no region', 'Write the name of one');
  }
}

/** Names of localities, `region/zone/subzone` with `*` at the end at most, of which none contains another. */
function checkNames(names: readonly string[], pointer: string, report: Report): void {
  const whole = new Set<string>();
  const begun = new Set<string>();
  for (const name of names) {
    const why = whyNoLocality(name);
    const parts = name.split('/');
    const [region = '', zone, ...rest] = parts;
    const path = [region, ...(zone === undefined ? [] : [zone]), ...(rest.length > 0 ? [rest.join('/')] : [])];
    const prefixes = path.map((_, index) => path.slice(0, index + 1).join('/'));
    const own = prefixes.at(-1) ?? '';
    if (why !== undefined) locality(report, pointer, `"${name}" ${why}`, 'Write region/zone/subzone');
    else if (whole.has('*') || begun.has(own) || prefixes.some((each) => covered(each, whole))) {
      locality(report, pointer, `"${name}" and another entry overlap`, 'Remove one');
    } else {
      whole.add(own);
      for (const each of prefixes) begun.add(each);
      continue;
    }
    return;
  }
}

/** Whether the locality, or `*` in the place of its last part, stands there whole. */
function covered(path: string, whole: ReadonlySet<string>): boolean {
  return whole.has(path) || whole.has(`${path}/*`);
}

function whyNoLocality(name: string): string | undefined {
  const stars = name.split('*').length - 1;
  if (stars > 1 || (stars === 1 && !name.endsWith('*'))) return 'may have "*" at its end only';
  const [region = '', zone = 'x', ...rest] = name.split('/');
  return region === '' || zone === '' || (rest.length > 0 && rest.join('/') === '') ? 'has an empty part' : undefined;
}

function locality(report: Report, pointer: string, why: string, cure: string): void {
  report('AER1160', pointer, { why, cure });
}

import { items, type Report } from '../rule.js';
import { checkDuration, checkReadable } from '../values/duration.js';
import { checkLocality, checkZoneAware } from './locality.js';
import type { LoadBalancer } from './spec.js';

/** AER1159, AER1156, AER1160, AER1111: how an endpoint is chosen. `hasOutliers`: whether outlierDetection is there. */
export function checkLoadBalancer(balancer: LoadBalancer, hasOutliers: boolean, pointer: string, report: Report): void {
  if (balancer.consistentHash !== undefined) checkHash(balancer.consistentHash, `${pointer}/consistentHash`, report);
  const { localityLbSetting: locality, zoneAwareLbSetting: zoneAware, warmup } = balancer;
  if (locality !== undefined && zoneAware !== undefined) {
    report('AER1160', `${pointer}/zoneAwareLbSetting`, {
      why: 'localityLbSetting and zoneAwareLbSetting exclude each other',
      cure: 'Keep one',
    });
  }
  if (locality !== undefined) checkLocality(locality, hasOutliers, `${pointer}/localityLbSetting`, report);
  if (zoneAware !== undefined) checkZoneAware(zoneAware, hasOutliers, `${pointer}/zoneAwareLbSetting`, report);
  checkReadable(balancer.warmupDurationSecs, `${pointer}/warmupDurationSecs`, report);
  if (warmup !== undefined) checkWarmup(warmup, `${pointer}/warmup`, report);
}

function checkWarmup(warmup: NonNullable<LoadBalancer['warmup']>, pointer: string, report: Report): void {
  if (warmup.duration === undefined) hash(report, pointer, 'warmup has no duration', 'Add it, like 30s');
  checkDuration(warmup.duration, `${pointer}/duration`, report);
  if ((warmup.minimumPercent ?? 0) > 100) hash(report, `${pointer}/minimumPercent`, 'it is above 100', 'Write 0–100');
  if (warmup.aggression !== undefined && warmup.aggression <= 0) {
    hash(report, `${pointer}/aggression`, 'it is not above 0', 'Write a number above 0, like 1');
  }
}

/** istiod refuses what Envoy refuses: the table of Maglev is a prime number below this. */
const maglevLimit = 5_000_011;

function checkHash(by: NonNullable<LoadBalancer['consistentHash']>, pointer: string, report: Report): void {
  const { httpCookie: cookie, minimumRingSize = 0, ringHash, maglev } = by;
  if (cookie !== undefined) {
    const at = `${pointer}/httpCookie`;
    if ((cookie.name ?? '') === '') hash(report, at, 'the cookie has no name', 'Add name');
    checkReadable(cookie.ttl, `${at}/ttl`, report);
    const names = new Set<string>();
    for (const [{ name = '' }, place] of items(cookie.attributes, `${at}/attributes`)) {
      if (name === '') hash(report, place, 'an attribute has no name', 'Add name');
      else if (names.has(name)) hash(report, place, `the attribute ${name} is there twice`, 'Remove one');
      names.add(name);
    }
  }
  if (minimumRingSize !== 0) {
    const at = `${pointer}/minimumRingSize`;
    const names = { field: 'minimumRingSize', better: 'ringHash.minimumRingSize' };
    report('AER1156', at, names, { at: 'key', severity: 'warning' });
    if (ringHash !== undefined || maglev !== undefined) {
      hash(report, at, 'minimumRingSize stands beside ringHash or maglev', 'Remove it');
    }
  }
  if (maglev === undefined) return;
  const { tableSize: size = 0 } = maglev;
  if (size >= maglevLimit || !isPrime(size)) {
    const why = `the tableSize ${size} is no prime number below ${maglevLimit}`;
    hash(report, `${pointer}/maglev/tableSize`, why, 'Write one, like 65537');
  }
}

/** As Envoy tells them: 1 counts. */
function isPrime(number: number): boolean {
  if (number > 0 && number < 4) return true;
  if (number % 2 === 0) return false;
  for (let factor = 3; factor * factor <= number; factor += 2) if (number % factor === 0) return false;
  return true;
}

function hash(report: Report, pointer: string, why: string, cure: string): void {
  report('AER1159', pointer, { why, cure });
}

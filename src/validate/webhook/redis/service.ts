import type { RedisServiceSpec, RedisTarget } from '../../../model/aeraki.js';
import { checkDuration, checkOptionalPort, checkPercentage, checkUnsigned } from '../decoding.js';
import { whyNoDomainName } from '../domain-name.js';
import { items, type Report, type WebhookRule } from '../rule.js';
import { checkAuth } from './auth.js';

/** A RedisService has hosts, which are domain names and differ. */
export const redisHosts: WebhookRule<RedisServiceSpec> = {
  kind: 'RedisService',
  check({ host }, { report }) {
    if (host === undefined || host.length === 0) report('AER0242', host === undefined ? '/spec' : '/spec/host');
    const seen = new Set<string>();
    for (const [name, pointer] of items(host, '/spec/host')) {
      const why = whyNoDomainName(name);
      if (why !== undefined) report('AER0202', pointer, { host: name, why });
      if (seen.has(name)) report('AER0243', pointer, { host: name });
      seen.add(name);
    }
  },
};

/** Each entry and mirror has a target. */
export const redisRoutes: WebhookRule<RedisServiceSpec> = {
  kind: 'RedisService',
  check({ redis }, { report }) {
    for (const [{ route, mirror }, pointer] of items(redis, '/spec/redis')) {
      checkTarget(route, pointer, report);
      for (const [one, at] of items(mirror, `${pointer}/mirror`)) {
        checkTarget(one.route, at, report);
        if (one.percentage !== undefined) checkPercentage(one.percentage, `${at}/percentage`, 'The mirror', report);
      }
    }
  },
};

function checkTarget(target: RedisTarget | undefined, parent: string, report: Report): void {
  if (target === undefined) {
    report('AER0244', parent);
    return;
  }
  const { host, port } = target;
  const why = whyNoDomainName(host ?? '');
  if (host === undefined) report('AER0202', `${parent}/route`, { host: '', why: 'it is missing' });
  else if (why !== undefined) report('AER0202', `${parent}/route/host`, { host, why });
  checkOptionalPort(port, `${parent}/route/port`, report);
}

/** A key prefix is used once; several entries without one, or an empty prefix, are seldom meant. */
export const redisKeys: WebhookRule<RedisServiceSpec> = {
  kind: 'RedisService',
  check({ redis }, { report }) {
    const seen = new Map<string, number>();
    let catchAll: number | undefined;
    for (const [index, entry] of (redis ?? []).entries()) {
      const pointer = `/spec/redis/${index}`;
      const key = entry.match?.key;
      if (key === undefined) {
        if (catchAll !== undefined) report('AER0247', `/spec/redis/${catchAll}`, { first: catchAll, last: index });
        catchAll = index;
        continue;
      }
      const { prefix = '' } = key;
      const at = key.prefix === undefined ? `${pointer}/match/key` : `${pointer}/match/key/prefix`;
      const first = seen.get(prefix);
      if (first !== undefined) report('AER0245', at, { prefix, first: `redis[${first}]` });
      else seen.set(prefix, index);
      if (prefix === '') report('AER0246', at);
    }
  },
};

/** Faults have a share, and a delay where they delay. */
export const redisFaults: WebhookRule<RedisServiceSpec> = {
  kind: 'RedisService',
  check({ faults }, { report }) {
    for (const [fault, pointer] of items(faults, '/spec/faults')) {
      if (fault.percentage === undefined) report('AER0248', pointer);
      else checkPercentage(fault.percentage, `${pointer}/percentage`, 'The fault', report);
      const delays = (fault.type ?? 'DELAY') === 'DELAY';
      if (delays && fault.delay === undefined) report('AER0249', pointer);
      checkDuration(fault.delay, `${pointer}/delay`, report, delays ? 'positive' : 'not negative');
      for (const [command, at] of items(fault.commands, `${pointer}/commands`)) {
        if (command.trim() === '') report('AER0250', at);
      }
    }
  },
};

/** Settings that the control plane must be able to decode, and credentials that are whole. */
export const redisSettings: WebhookRule<RedisServiceSpec> = {
  kind: 'RedisService',
  check({ settings }, { report }) {
    if (settings === undefined) return;
    const at = '/spec/settings';
    checkDuration(settings.opTimeout, `${at}/opTimeout`, report, 'not negative');
    checkDuration(settings.bufferFlushTimeout, `${at}/bufferFlushTimeout`, report, 'not negative');
    checkUnsigned(settings.maxBufferSizeBeforeFlush, `${at}/maxBufferSizeBeforeFlush`, report);
    checkUnsigned(settings.maxUpstreamUnknownConnections, `${at}/maxUpstreamUnknownConnections`, report);
    checkAuth(settings.auth, `${at}/auth`, report);
  },
};

import type { Finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import type { RegistryService, RegistryState, Unread } from '../model.js';
import { serviceKey } from '../model.js';
import { keyOf } from '../reference/entry.js';
import type { ConvertContext, ServiceResult } from './convert.js';
import type { Converted } from './converted.js';
import { isFromRegistry, reconcile } from './existing.js';
import type { HostOf } from './hosts.js';
import type { ConvertMemo, Remembered } from './memo.js';
import type { MergedService } from './merge.js';
import type { ConvertOptions } from './options.js';

/** More changes than this at once are worked out the usual way. */
const changesMost = 200;

/** A whole conversion, as far as the next one may differ from it in a few services alone. */
export interface Whole {
  readonly states: readonly RegistryState[];
  readonly existing: readonly ServiceEntry[];
  readonly services: readonly MergedService[];
  /** One for each of `services`, before and after it was fitted to what is there. */
  readonly results: readonly ServiceResult[];
  readonly fitted: readonly ServiceResult[];
  /** What was told beside the findings of results. */
  readonly common: readonly Finding[];
  /** Of every key of a service, and of every entry: where it is in `services`. */
  readonly places: Places;
  readonly converted: Converted;
}

interface Places {
  readonly ofService: ReadonlyMap<string, number>;
  readonly ofEntry: ReadonlyMap<string, number>;
  /** Where an entry is in the result; where the report of a service is. */
  readonly inEntries: ReadonlyMap<string, number>;
  readonly inReports: readonly number[];
}

/** Makes a service anew, with the names that are taken. */
export type Make = (
  merged: MergedService,
  host: HostOf,
  names: Set<string>,
  ports: (host: string) => ReadonlyMap<string, number> | undefined,
) => Remembered;

/** Takes down a conversion that the next one may be patched from. */
export function wholeOf(whole: Omit<Whole, 'places'>): Whole {
  const ofEntry = new Map(whole.fitted.flatMap(({ report }, at) => report.entries.map((key) => [key, at] as const)));
  const reports = new Map(whole.converted.services.map((report, at) => [report, at]));
  return {
    ...whole,
    places: {
      ofService: new Map(whole.services.map(({ key }, at) => [key, at])),
      ofEntry,
      inEntries: new Map(whole.converted.entries.map((entry, at) => [keyOf(entry), at])),
      inReports: whole.fitted.map(({ report }) => reports.get(report) ?? -1),
    },
  };
}

/**
 * The conversion of states that differ from those of the last one in a few services, and in nothing that concerns others:
 * no service came or went, no host or name moves, nothing is to be told of what is there. Undefined where that is not so.
 */
export function patched(
  last: Whole,
  states: readonly RegistryState[],
  options: ConvertOptions,
  context: ConvertContext,
  memo: ConvertMemo,
  make: Make,
): Whole | undefined {
  const { existing = [] } = context;
  if (context.previous !== last.converted) return undefined;
  const changed = changedServices(last, states);
  const moved = changed && changedEntries(last, existing);
  if (changed === undefined || moved === undefined) return undefined;
  const index = memo.existing.take(existing);
  const services = [...last.services];
  const results = [...last.results];
  const fitted = [...last.fitted];
  const redone = new Set([...changed.keys(), ...moved]);
  for (const [at, service] of changed) {
    const { key } = last.services[at] as MergedService;
    const before = memo.services.get(key);
    const host = memo.allocated?.hosts.get(key);
    if (before === undefined || host === undefined) return undefined;
    const merged: MergedService = { key, service, parts: [service] };
    const taken = new Set(before.names.flatMap(([wanted, given]) => (wanted === given ? [] : [wanted])));
    const ports = portsOf(last.fitted[at]?.entries ?? [], (name) => index.byHost.get(name.toLowerCase()) ?? []);
    const now = make(merged, host, taken, ports);
    if (JSON.stringify(now.names) !== JSON.stringify(before.names)) return undefined;
    services[at] = merged;
    results[at] = now.result;
    memo.merged.set(service, merged);
    memo.services.set(key, now);
  }
  const places = [...redone];
  const anew = reconcile(
    places.map((at) => results[at] as ServiceResult),
    states,
    options,
    { ...context, existing, memo },
    false,
  );
  if (anew.findings.length > 0) return undefined;
  const entries = [...last.converted.entries];
  const reports = [...last.converted.services];
  for (const [turn, at] of places.entries()) {
    const [now, before] = [anew.results[turn] as ServiceResult, last.fitted[at] as ServiceResult];
    if (now.report.entries.join(' ') !== before.report.entries.join(' ')) return undefined;
    fitted[at] = now;
    reports[last.places.inReports[at] ?? -1] = now.report;
    for (const [which, entry] of now.entries.entries()) {
      const place = last.places.inEntries.get(now.report.entries[which] ?? '');
      if (place === undefined) return undefined;
      entries[place] = entry;
    }
  }
  const findings = [...last.common, ...fitted.flatMap((result) => result.findings)];
  const converted = { entries, services: reports, findings };
  return { ...last, states, existing, services, results, fitted, converted };
}

/** Place → what the service is now; undefined where more than services that one registry alone has are other. */
function changedServices(
  { states: before, services, places }: Whole,
  states: readonly RegistryState[],
): Map<number, RegistryService> | undefined {
  if (before.length !== states.length) return undefined;
  const changed = new Map<number, RegistryService>();
  for (const [which, state] of states.entries()) {
    const old = before[which];
    if (old === undefined || old.services.length !== state.services.length) return undefined;
    if (old.registryName !== state.registryName || !isSameUnread(old.unread, state.unread)) return undefined;
    for (let at = 0; at < state.services.length; at++) {
      const [was, is] = [old.services[at], state.services[at]];
      if (was === is) continue;
      if (was === undefined || is === undefined) return undefined;
      const key = serviceKey(is);
      if (key !== serviceKey(was) || changed.size >= changesMost) return undefined;
      const place = places.ofService.get(key);
      // One that nobody asked for stays so: the names are the same.
      if (place === undefined) continue;
      if (services[place]?.parts.length !== 1) return undefined;
      changed.set(place, is);
    }
  }
  return changed;
}

/** Places of the services whose entries are other than they were; undefined where others are. */
function changedEntries(
  { existing: before, places }: Whole,
  existing: readonly ServiceEntry[],
): Set<number> | undefined {
  if (before.length !== existing.length) return undefined;
  const changed = new Set<number>();
  for (let at = 0; at < existing.length; at++) {
    const [was, is] = [before[at], existing[at]];
    if (was === is) continue;
    if (was === undefined || is === undefined || keyOf(was) !== keyOf(is)) return undefined;
    const place = places.ofEntry.get(keyOf(is));
    if (place === undefined || was.spec?.hosts?.join() !== is.spec?.hosts?.join()) return undefined;
    if (changed.add(place).size > changesMost) return undefined;
  }
  return changed;
}

function isSameUnread(before: readonly Unread[], now: readonly Unread[]): boolean {
  return (
    before.length === now.length &&
    now.every((each, at) => {
      const old = before[at];
      return each === old || (each.service === old?.service && each.reason === old.reason && each.what === old.what);
    })
  );
}

/** The ports that a host had: in the last result, else in what is there. */
function portsOf(
  own: readonly ServiceEntry[],
  there: (host: string) => readonly ServiceEntry[],
): (host: string) => ReadonlyMap<string, number> | undefined {
  const has = (host: string) => (entry: ServiceEntry) => entry.spec?.hosts?.includes(host) === true;
  return (host) => {
    const entry = own.filter(has(host)).at(-1) ?? there(host).filter(isFromRegistry).filter(has(host)).at(-1);
    const ports = entry?.spec?.ports;
    return ports && new Map(ports.map(({ name = '', number = 0 }) => [name, number]));
  };
}

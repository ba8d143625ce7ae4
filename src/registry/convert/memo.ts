import type { ServiceEntry } from '../../model/istio.js';
import type { RegistryService } from '../model.js';
import type { ServiceResult } from './convert.js';
import { ExistingIndex } from './existing-index.js';
import type { HostOf } from './hosts.js';
import type { MergedService } from './merge.js';
import type { Whole } from './patch.js';

/** What was made of a service, and of what. */
export interface Remembered {
  readonly parts: readonly RegistryService[];
  readonly host: HostOf;
  /** Names of its objects with their namespace: what was wanted, what was given. */
  readonly names: readonly (readonly [wanted: string, given: string])[];
  readonly result: ServiceResult;
}

/** A result whose entries were all there already, and nothing else at their hosts. */
export interface Fitted {
  /** Those that were there, one for each. */
  readonly there: readonly ServiceEntry[];
  readonly registryNames: string;
  readonly result: ServiceResult;
}

/**
 * What one conversion leaves for the next: a service that is as it was, with the host and names that it had, becomes what
 * it became. A memo belongs to one set of options. The result is the same with and without it.
 */
export class ConvertMemo {
  /** The last conversion, where the next one may be patched from it. */
  whole: Whole | undefined;
  /** By `MergedService.key`. */
  services = new Map<string, Remembered>();
  /** A service as it is where one registry alone has it. */
  readonly merged = new WeakMap<RegistryService, MergedService>();
  /** What became of a result beside the entries that were there. */
  readonly fitted = new WeakMap<ServiceResult, Fitted>();
  /** The hosts of the last time, and of which services. */
  allocated: { readonly keys: readonly string[]; readonly hosts: ReadonlyMap<string, HostOf> } | undefined;
  /** What was there the last time, by name and by host. */
  readonly existing = new ExistingIndex();
  /** Host of a service before others are looked at. */
  readonly hosts = new WeakMap<
    RegistryService,
    { readonly raw: string; readonly host: string; readonly effort: number }
  >();
  /** Entry → what it was completed with, and to. */
  readonly completed = new WeakMap<ServiceEntry, { readonly own: ServiceEntry; readonly entry: ServiceEntry }>();
}

/** Whether `remembered` was made of just this. */
export function isSameService(remembered: Remembered, parts: readonly RegistryService[], host: HostOf): boolean {
  const { parts: before, host: old } = remembered;
  return (
    before.length === parts.length &&
    before.every((part, at) => part === parts[at]) &&
    old.host === host.host &&
    old.wanted === host.wanted &&
    old.other === host.other
  );
}

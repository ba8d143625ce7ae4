import type { Finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import type { RegistryKind } from '../dump/dump.js';
import type { Health } from '../model.js';
import type { Verdict } from './judge.js';

/** A provider and what became of it. Holds no secret. */
export interface ProviderReport {
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
  readonly registryName: string;
  readonly level: 'interface' | 'application';
  readonly health: Health;
  readonly weight?: number;
  readonly locality?: string;
  readonly namespace?: string;
  readonly verdict: Verdict;
  readonly labels: Readonly<Record<string, string>>;
  /** Keys of attributes that were wanted as labels and can be none. */
  readonly droppedLabels: readonly string[];
}

/** `ok`: all providers are endpoints; `degraded`: some are; `empty`: none is; `refused`: not written, as a person's is there. */
export type ServiceStateName = 'ok' | 'degraded' | 'empty' | 'refused';

/** A service of the registry and what became of it. */
export interface ServiceReport {
  readonly registry: RegistryKind;
  readonly name: string;
  readonly group: string;
  readonly version: string;
  readonly hosts: readonly string[];
  /** Of its entries. */
  readonly namespace: string;
  /** `namespace/name` of the ServiceEntries it is in. */
  readonly entries: readonly string[];
  readonly ports: readonly { readonly name: string; readonly number: number }[];
  /** Of the applications: the values of the label `version`. */
  readonly versions: readonly string[];
  readonly state: ServiceStateName;
  /** None where the options do not ask for them. */
  readonly providers: readonly ProviderReport[];
}

export interface Converted {
  /** Sorted by namespace and name. */
  readonly entries: readonly ServiceEntry[];
  /** Sorted by name, group and version. */
  readonly services: readonly ServiceReport[];
  readonly findings: readonly Finding[];
}

import type { Dump } from '../dump/dump.js';
import type { RegistryState } from '../model.js';

/** What a watch tells. Calls never overlap. */
export interface WatchEvents {
  /** The state may be another one: `snapshot` gives it. */
  changed(): void;
  /** The registry does not answer; what was known stays. It is asked again without end. */
  trouble(error: Error): void;
  /** It answers again. */
  recovered(): void;
}

export interface StateOptions {
  readonly registryName: string;
  readonly level: 'interface' | 'application' | 'both';
}

/** A registry that runs. */
export interface RegistryClient {
  /** Reads all of it, for `snapshot` and `state`. Raises `RegistryFailure`; never takes a part for the whole. */
  load(): Promise<void>;
  /** The same, as plain data. */
  read(): Promise<Dump>;
  /**
   * Reads all of it and keeps watching: what changes after the return is not missed, also over broken connections. A gap
   * that cannot be excluded is closed by a full read. Raises `RegistryFailure` when the first read fails.
   */
  watch(events: WatchEvents): Promise<void>;
  /** The state as it is known now, as plain data; only after `load` or `watch`. */
  snapshot(): Dump;
  /** The same, read. Services that did not change since the last call are the same objects. */
  state(options: StateOptions): RegistryState;
  close(): Promise<void>;
}

import type { Dump } from '../dump/dump.js';

/** What a watch tells. Calls never overlap. */
export interface WatchEvents {
  /** The state may be another one: `snapshot` gives it. */
  changed(): void;
  /** The registry does not answer; what was known stays. It is asked again without end. */
  trouble(error: Error): void;
  /** It answers again. */
  recovered(): void;
}

/** A registry that runs. */
export interface RegistryClient {
  /** Reads all of it. Raises `RegistryFailure`; never gives a part for the whole. */
  read(): Promise<Dump>;
  /**
   * Reads all of it and keeps watching: what changes after the return is not missed, also over broken connections. A gap
   * that cannot be excluded is closed by a full read. Raises `RegistryFailure` when the first read fails.
   */
  watch(events: WatchEvents): Promise<void>;
  /** The state as it is known now; only after `watch`. */
  snapshot(): Dump;
  close(): Promise<void>;
}

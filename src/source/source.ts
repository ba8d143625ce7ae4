import type { Finding } from '../diagnostics/diagnostic.js';
import type { Loaded } from '../load/loaded.js';

/**
 * Something that resources come from: files, standard input, a cluster, a registry, an editor's buffers. A source says
 * "these objects of mine are now so", with positions, and it says when they may have become others; who reads it
 * (`src/edition`) decides what is done about it. To write one, give an object with `name` and `read`, and `watch` where
 * its objects can change; see docs/adr/0053-editions.md.
 */
export interface Source {
  /** How it is called in messages: `files`, `the cluster kind-dev`, `the registry nacos://127.0.0.1:8848`. */
  readonly name: string;
  /**
   * All that it has now. What is wrong with a single object is a finding in the result and keeps no other object from
   * being there. Rejects with `SourceFailure` where nothing can be said of it at all (a server that does not answer):
   * under a watch its last state is then kept, and it is asked again (`lastGood`).
   *
   * An object that is as it was keeps its identity from one reading to the next: `Resource.object` is the same object
   * (the `Resource` around it may be another one, for example because it stands on another line now). All that was
   * worked out about it is then used again, so this is what makes a change cost what it changes. A source that makes all
   * objects anew is right too, and slow.
   *
   * Calls never overlap.
   */
  read(): Promise<Loaded>;
  /**
   * Calls `changed` whenever the source may have other objects than at the last reading, with the names of what changed
   * as a person knows them (`shop/a.yaml`), possibly none. What changes after the return is not missed. Left out: it never
   * changes.
   */
  watch?(changed: (names: readonly string[]) => void): Watching;
}

export interface Watching {
  close(): void;
}

/** Nothing can be said of a source now: everything that was found, with what to do about each. */
export class SourceFailure extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map((each) => each.message).join('\n'));
    this.name = 'SourceFailure';
  }
}

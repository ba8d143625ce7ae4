import { performance } from 'node:perf_hooks';
import { heard, type Known, type LogEntryFields, type Reporter } from './reports.js';

/** Access logs say the same again and again: each is looked at once, and once more after so long, in milliseconds. */
const heardAgain = 3_600_000;
/** So many different callers and callees are remembered; then all are looked at again. */
const mostHeard = 200_000;
/** So many entries wait at most; what comes beyond that counts when it is said again. */
const mostPending = 50_000;
/** Names of clusters and addresses together are shorter than this, in characters. */
const longestKey = 1_000;

interface Pending {
  readonly key: string;
  readonly entry: LogEntryFields;
  readonly reporter: Reporter;
}

/** Entries of access logs that wait to be judged; however many are sent, it holds only so much. */
export class Entries {
  readonly #heard = new Map<string, number>();
  /** Of those that were heard, what counted for nothing: with another Service it may. */
  readonly #unheeded = new Set<string>();
  #pending: Pending[] = [];
  /** By what became of them. */
  readonly counts = { learnt: 0, 'not-a-call': 0, unknown: 0, 'not-its-own': 0, dropped: 0 };

  /** @param most so many wait at most */
  constructor(readonly most = mostPending) {}

  /** Takes what a proxy says, and gives whether anything waits. */
  take(entries: readonly LogEntryFields[], reporter: Reporter): boolean {
    const now = performance.now();
    for (const entry of entries) {
      const key = `${reporter.address} ${entry.from} ${entry.cluster} ${entry.to?.address} ${entry.to?.port}`;
      const last = this.#heard.get(key);
      if (last !== undefined && now - last < heardAgain) continue;
      if (key.length > longestKey) this.counts['not-a-call'] += 1;
      else if (this.#pending.length >= this.most) this.counts.dropped += 1;
      else {
        if (this.#heard.size >= mostHeard) this.hearAll();
        this.#heard.set(key, now);
        this.#pending.push({ key, entry, reporter });
      }
    }
    return this.#pending.length > 0;
  }

  /** Judges what waits. @param learn takes each call: `NAMESPACE/WORKLOAD` and the host */
  judge(known: () => Known, learn: (workload: string, host: string) => void): void {
    if (this.#pending.length === 0) return;
    const [pending, against] = [this.#pending, known()];
    this.#pending = [];
    for (const { key, entry, reporter } of pending) {
      const said = heard(entry, reporter, against);
      if (typeof said === 'string') {
        this.counts[said] += 1;
        this.#unheeded.add(key);
      } else {
        this.counts.learnt += 1;
        learn(said.workload, said.host);
      }
    }
  }

  /** Services have changed: what counted for nothing is looked at again when it is said again. */
  hearUnheeded(): void {
    for (const key of this.#unheeded) this.#heard.delete(key);
    this.#unheeded.clear();
  }

  /** Addresses may be somebody else's now. */
  hearAll(): void {
    this.#heard.clear();
    this.#unheeded.clear();
  }
}

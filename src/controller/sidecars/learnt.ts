import { timeText } from '../../cluster/json.js';

/**
 * Whom each workload was seen to call, and when last. It only grows until somebody says otherwise; what is written of it into
 * a Sidecar is all the state that there is, so a process that starts knows what the one before it knew (L1).
 */
export class Learnt {
  readonly #hosts = new Map<string, Map<string, Sighting>>();

  /**
   * A call was seen.
   *
   * @param workload `namespace/name`
   * @param now in milliseconds since the epoch
   * @return whether that is news: a host that was not known, or not seen for a day
   */
  add(workload: string, host: string, now: number): boolean {
    const hosts = this.#of(workload);
    const known = hosts.get(host);
    if (known === undefined) {
      hosts.set(host, { last: now, written: now });
      return true;
    }
    known.last = Math.max(known.last, now);
    if (known.last - known.written < day) return false;
    // A Sidecar is not written anew for each call of a host that it has.
    known.written = known.last;
    return true;
  }

  /** What a Sidecar of ours says. What is known already stays known. */
  adopt(workload: string, written: ReadonlyMap<string, number>): void {
    const hosts = this.#of(workload);
    for (const [host, last] of written) {
      const known = hosts.get(host);
      if (known === undefined) hosts.set(host, { last, written: last });
      else if (known.written < last) {
        known.written = last;
        known.last = Math.max(known.last, last);
      }
    }
  }

  /** Forgets what was last seen before a time. */
  forget(workload: string, before: number): void {
    const hosts = this.#hosts.get(workload);
    for (const [host, { last }] of hosts ?? []) if (last < before) hosts?.delete(host);
  }

  /** The hosts, sorted, with when they were seen as it is written. */
  hostsOf(workload: string): ReadonlyMap<string, number> {
    const hosts = [...(this.#hosts.get(workload) ?? [])].map(([host, { written }]) => [host, written] as const);
    return new Map(hosts.sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  #of(workload: string): Map<string, Sighting> {
    let hosts = this.#hosts.get(workload);
    if (hosts === undefined) {
      hosts = new Map();
      this.#hosts.set(workload, hosts);
    }
    return hosts;
  }
}

interface Sighting {
  last: number;
  /** As the Sidecar says it. */
  written: number;
}

const day = 86_400_000;

/** As the annotation of a Sidecar holds it: host → when it was last seen, in whole seconds. */
export function learntText(hosts: ReadonlyMap<string, number>): string {
  return JSON.stringify(Object.fromEntries([...hosts].map(([host, last]) => [host, timeText(new Date(last))])));
}

/** The hosts of `learntText`; undefined where somebody broke it. */
export function readLearnt(text: string | undefined): ReadonlyMap<string, number> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value).map(([host, time]) => [host, Date.parse(String(time))] as const);
    return entries.some(([, time]) => Number.isNaN(time)) ? undefined : new Map(entries);
  } catch {
    return undefined;
  }
}

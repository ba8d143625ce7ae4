import type { RequestRecord } from '../proxy/downstream/record.js';
import { outcomes } from '../proxy/outcome.js';
import { type Provider, subsetOf } from './plan.js';

/** Requests that took one route to one cluster. */
export interface RouteCount {
  readonly service: string;
  /** Undefined: no route matched. */
  readonly route: string | undefined;
  readonly cluster: string | undefined;
  readonly requests: number;
  readonly errors: number;
}

/** Requests of one consumer to one service. */
export interface CallCount {
  /** `namespace/name`, or `client`. */
  readonly consumer: string;
  readonly host: string;
  readonly port: number;
  readonly requests: number;
}

export interface WorkloadCount {
  readonly name: string;
  readonly service: string;
  readonly version: string;
  /** What came, copies too. */
  readonly requests: number;
  /** Refused by a limit. */
  readonly limited: number;
}

/** One request of late, for people. */
export interface RecentRequest {
  /** When it came, UTC: `hh:mm:ss.sss`. */
  readonly time: string;
  readonly consumer: string;
  readonly service: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly route: string | undefined;
  readonly version: string | undefined;
  readonly mirrors: readonly string[];
  readonly ok: boolean;
  readonly result: string;
  /** Milliseconds. */
  readonly duration: number;
}

/** What has been counted so far. Every number is of requests that are over. */
export interface Counts {
  readonly requests: number;
  readonly errors: number;
  /** Requests to which a fault of ours was done. */
  readonly faults: number;
  readonly routes: readonly RouteCount[];
  /** In the order in which they were first seen; they stay when a rule ends them. */
  readonly calls: readonly CallCount[];
  readonly workloads: readonly WorkloadCount[];
  /** Copies that were sent, by cluster. */
  readonly mirrors: ReadonlyMap<string, number>;
  /** The newest first. */
  readonly recent: readonly RecentRequest[];
}

const mostRecent = 12;
const mostAttributes = 6;

/** Counts what the proxies of a lab see. */
export class Tally {
  #requests = 0;
  #errors = 0;
  #faults = 0;
  readonly #routes = new Map<string, { -readonly [Key in keyof RouteCount]: RouteCount[Key] }>();
  readonly #calls = new Map<string, { -readonly [Key in keyof CallCount]: CallCount[Key] }>();
  readonly #workloads = new Map<string, { -readonly [Key in keyof WorkloadCount]: WorkloadCount[Key] }>();
  readonly #mirrors = new Map<string, number>();
  readonly #recent: RecentRequest[] = [];
  /** Told of every request of a consumer. */
  changed: () => void = () => {};

  /** A request is over at a consumer's proxy. */
  routed(record: RequestRecord, consumer: string): void {
    if (record.kind === 'heartbeat') return;
    const { host, port } = record.listener.service;
    const service = `${host}:${port}`;
    const ok = record.outcome.code === 0;
    const { route, cluster } = record;
    this.#requests += 1;
    if (!ok) this.#errors += 1;
    if (record.fault !== undefined) this.#faults += 1;
    const key = JSON.stringify([service, route, cluster]);
    const count = this.#routes.get(key) ?? { service, route, cluster, requests: 0, errors: 0 };
    count.requests += 1;
    if (!ok) count.errors += 1;
    this.#routes.set(key, count);
    const caller = JSON.stringify([consumer, service]);
    const call = this.#calls.get(caller) ?? { consumer, host, port, requests: 0 };
    call.requests += 1;
    this.#calls.set(caller, call);
    const { mirrored } = record.passage;
    for (const name of mirrored) this.#mirrors.set(name, (this.#mirrors.get(name) ?? 0) + 1);
    this.#recent.unshift({
      ...{
        time: new Date(record.startTime).toISOString().slice(11, 23),
        consumer,
        service,
        route,
        ok,
        duration: record.duration,
      },
      attributes: [...record.attributes].slice(0, mostAttributes),
      version: cluster === undefined ? undefined : subsetOf(cluster),
      mirrors: mirrored.map(subsetOf),
      result: record.fault === undefined ? record.outcome.says : `${record.outcome.says} (fault: ${record.fault})`,
    });
    if (this.#recent.length > mostRecent) this.#recent.pop();
    this.changed();
  }

  /** A request is over at a provider's proxy. */
  received(record: RequestRecord, provider: Provider): void {
    if (record.kind === 'heartbeat') return;
    const count = this.workload(provider);
    count.requests += 1;
    if (record.outcome === outcomes.localLimit || record.outcome === outcomes.globalLimit) count.limited += 1;
    this.changed();
  }

  /** The count of an instance, which is listed from now on. */
  workload({ name, service, version }: Provider): { requests: number; limited: number } {
    const known = this.#workloads.get(name);
    if (known !== undefined) return known;
    const made = { name, service: `${service.host}:${service.port}`, version, requests: 0, limited: 0 };
    this.#workloads.set(name, made);
    return made;
  }

  get counts(): Counts {
    return {
      requests: this.#requests,
      errors: this.#errors,
      faults: this.#faults,
      routes: [...this.#routes.values()],
      calls: [...this.#calls.values()],
      workloads: [...this.#workloads.values()],
      mirrors: this.#mirrors,
      recent: this.#recent,
    };
  }
}

import { anyClient, type Consumer } from '../../lab/consumers.js';
import type { CallCount } from '../../lab/tally.js';
import type { Mesh } from '../../scope/scope.js';
import { scopeOfSource, verdictOf } from '../../sidecar/check.js';
import { callGraph, type Edge, protocolOf } from '../../sidecar/graph.js';
import type { Workloads } from '../../traffic/workloads.js';

/**
 * Who calls whom in a lab, as `aeraki sidecar -o html` draws it. A call that was seen stays: an edit that takes a service out
 * of its caller's Sidecar leaves it "seen and hidden".
 */
export class CallPicture {
  #mesh: Mesh | undefined;
  #workloads: Workloads | undefined;
  #consumers: readonly Consumer[] = [];
  /** Of so many calls; only their counts change until there is another call or another rule. */
  #drawn: { readonly calls: number; readonly edges: readonly Edge[] } | undefined;

  /** Other rules from now on. */
  take(mesh: Mesh, workloads: Workloads, consumers: readonly Consumer[]): void {
    this.#mesh = mesh;
    // Only those that have a proxy here.
    const names = new Set(consumers.map(({ name }) => name));
    this.#workloads = { ...workloads, all: workloads.all.filter(({ id }) => names.has(id)) };
    this.#consumers = consumers;
    this.#drawn = undefined;
  }

  /** `calls`: all that were ever given, in the same order, and more behind them. */
  edges(calls: readonly CallCount[]): readonly Edge[] {
    if (this.#drawn?.calls !== calls.length) this.#drawn = { calls: calls.length, edges: this.#draw(calls) };
    return this.#drawn.edges.map((edge, at) => ({ ...edge, count: calls[at]?.requests ?? 0 }));
  }

  #draw(calls: readonly CallCount[]): readonly Edge[] {
    const [mesh, workloads] = [this.#mesh, this.#workloads];
    if (mesh === undefined || workloads === undefined) return [];
    const seen = calls.map(({ consumer: source, host, port, requests: count }) => {
      return { source, host, port, count, verdict: this.#verdict(mesh, workloads, source, host, port) };
    });
    const drawn = callGraph(mesh, workloads, seen);
    const known = new Set(drawn.map(({ source, target }) => `${source} ${target}`));
    // What has a listener here can be called, whether a Sidecar says so or nothing forbids it.
    const possible = this.#consumers.flatMap(({ name: source, services }) =>
      services
        .filter(({ host }) => !known.has(`${source} ${host}`))
        .map(({ host: target, port }): Edge => {
          const state = 'allowed and never seen';
          return { source, target, protocol: protocolOf(mesh, target, port), count: 0, state };
        }),
    );
    return [...drawn, ...possible];
  }

  #verdict(mesh: Mesh, workloads: Workloads, source: string, host: string, port: number) {
    if (source !== anyClient) return verdictOf(mesh, scopeOfSource(mesh, workloads, source), { host, port });
    const client = this.#consumers.find(({ name }) => name === anyClient);
    const sees = client?.services.some((each) => each.host === host && each.port === port) === true;
    return sees ? 'visible' : 'hidden';
  }
}

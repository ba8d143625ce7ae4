import type { DeltaDiscoveryRequest } from './generated/envoy/service/discovery/v3/discovery_pb.js';
import type { Snapshot } from './snapshot.js';
import type { Subscriber } from './subscriber.js';

/**
 * Takes one request of an incremental stream (Envoy's "xDS REST and gRPC protocol"). Names come and go by difference. A
 * stream that starts without a name wants everything. What a client asks for by name it is told of, also when it has
 * asked before, and also that there is nothing (`removed_resources`); the exception are the versions that it says it has
 * when it comes back (`initial_resource_versions`).
 */
export function receiveDelta(subscriber: Subscriber, request: DeltaDiscoveryRequest, current: Snapshot): void {
  const subscribe = new Set(request.resourceNamesSubscribe);
  if (!subscriber.started) {
    start(subscriber, subscribe, request.initialResourceVersions, current);
    return;
  }
  if (request.responseNonce !== '') subscriber.settle(request.responseNonce, request.errorDetail?.message);
  const unsubscribe = request.resourceNamesUnsubscribe.filter((name) => !subscribe.has(name));
  if (subscribe.size > 0 || unsubscribe.length > 0) {
    subscriber.change(subscribe, unsubscribe);
    subscriber.ask(subscribe, current);
    // Who still wants everything is told what became of a name that it no longer wants by itself.
    if (subscriber.wildcard) subscriber.ask(unsubscribe, current);
  }
  subscriber.flush();
}

function start(
  subscriber: Subscriber,
  subscribe: ReadonlySet<string>,
  versions: Readonly<Record<string, string>>,
  current: Snapshot,
): void {
  subscriber.change(subscribe.size > 0 ? subscribe : ['*'], []);
  subscriber.started = true;
  const known = new Map(Object.entries(versions));
  if (known.size > 0) {
    subscriber.known = known;
    for (const [name, version] of known) {
      if (subscriber.wants(name) && current.resources.get(name)?.version === version) {
        subscriber.accepted.set(name, version);
      }
    }
  }
  subscriber.flush();
}

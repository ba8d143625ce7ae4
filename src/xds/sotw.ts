import type { DiscoveryRequest } from './generated/envoy/service/discovery/v3/discovery_pb.js';
import { versionFor } from './interest.js';
import type { Snapshot } from './snapshot.js';
import type { Subscriber } from './subscriber.js';

/**
 * Takes one request of a state-of-the-world stream (Envoy's "xDS REST and gRPC protocol"). `resource_names` is always
 * the whole interest: none at all, on a stream that never named one, is everything; after that it is nothing.
 */
export function receiveSotw(subscriber: Subscriber, request: DiscoveryRequest, current: Snapshot): void {
  const nonce = request.responseNonce;
  if (!subscriber.started) {
    start(subscriber, request, current);
    return;
  }
  if (nonce !== '') {
    subscriber.settle(nonce, request.errorDetail?.message);
    // The client had not seen our last response when it wrote this; it will say all this again when it has.
    if (nonce !== subscriber.lastNonce) return;
  }
  applyNames(subscriber, request.resourceNames, current);
  subscriber.flush();
}

function start(subscriber: Subscriber, { versionInfo, resourceNames }: DiscoveryRequest, current: Snapshot): void {
  subscriber.lastNames = resourceNames;
  subscriber.named = resourceNames.length > 0;
  subscriber.change(subscriber.named ? new Set(resourceNames) : ['*'], []);
  subscriber.started = true;
  // A client that comes back with what we would send is told nothing.
  if (versionInfo !== '' && versionInfo === versionFor(subscriber, current)) {
    subscriber.sent = current;
    for (const name of subscriber.wildcard ? current.resources.keys() : subscriber.names) {
      const resource = current.resources.get(name);
      if (resource !== undefined) subscriber.accepted.set(name, resource.version);
    }
  }
  subscriber.flush();
}

function applyNames(subscriber: Subscriber, resourceNames: readonly string[], current: Snapshot): void {
  // Almost every request only accepts a response, and repeats the names of the one before.
  if (subscriber.lastNames !== undefined && same(subscriber.lastNames, resourceNames)) return;
  subscriber.lastNames = resourceNames;
  if (resourceNames.length > 0) subscriber.named = true;
  const wanted = new Set(subscriber.named ? resourceNames : ['*']);
  const add = [...wanted].filter((name) => (name === '*' ? !subscriber.wildcard : !subscriber.names.has(name)));
  const drop = [...subscriber.names].filter((name) => !wanted.has(name));
  if (subscriber.wildcard && !wanted.has('*')) drop.push('*');
  if (add.length === 0 && drop.length === 0) return;
  subscriber.change(add, drop);
  subscriber.ask(add, current);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

import { openStream, refusalDetail } from '../client.js';
import {
  DeltaDiscoveryRequestSchema,
  DeltaDiscoveryResponseSchema,
} from '../generated/envoy/service/discovery/v3/discovery_pb.js';
import { type ResourceType, typeOfUrl, typeUrlOf } from '../types.js';
import type { Wanted } from './client.js';
import type { AdsConnection, AdsStream, AdsUpdate } from './form.js';

/** The incremental form: the first request for a type names what is known already, later ones only what has changed. */
export function deltaForm({ path, client, metadata, node, signal, accepted }: AdsConnection): AdsStream {
  const stream = openStream(client, path, DeltaDiscoveryRequestSchema, DeltaDiscoveryResponseSchema, signal, metadata);
  let first = true;
  const asked = new Set<ResourceType>();
  return {
    updates: updates(),
    want(type, wanted, before) {
      const initial = !asked.has(type);
      // No names at first mean all of them, so nothing is asked until there is a name.
      if (initial && wanted !== 'all' && wanted.size === 0) return;
      asked.add(type);
      const [subscribe, unsubscribe] = initial ? [namesOf(wanted), []] : changes(wanted, before);
      if (!initial && subscribe.length === 0 && unsubscribe.length === 0) return;
      stream.send({
        typeUrl: typeUrlOf(type),
        ...(first && { node: { ...node, userAgentName: 'aeraki' } }),
        resourceNamesSubscribe: subscribe,
        resourceNamesUnsubscribe: unsubscribe,
        ...(initial && { initialResourceVersions: Object.fromEntries(accepted.get(type) ?? []) }),
      });
      first = false;
    },
    answer: ({ type, nonce }, refused) =>
      stream.send({ typeUrl: typeUrlOf(type), responseNonce: nonce, ...refusalDetail(refused) }),
  };

  async function* updates(): AsyncGenerator<AdsUpdate> {
    for await (const response of stream.responses) {
      const type = typeOfUrl(response.typeUrl);
      if (type === undefined) continue;
      const resources = response.resources.flatMap(({ name, version, resource: content }) =>
        content === undefined ? [] : [{ name, version, content }],
      );
      const { systemVersionInfo: version, nonce, removedResources: removed } = response;
      yield { type, version, nonce, resources, removed, whole: false };
    }
  }
}

function namesOf(wanted: Wanted): string[] {
  return wanted === 'all' ? [] : [...wanted];
}

function changes(wanted: Wanted, before: Wanted | undefined): readonly [string[], string[]] {
  const [now, then] = [new Set(namesOf(wanted)), new Set(namesOf(before ?? 'all'))];
  return [[...now].filter((name) => !then.has(name)), [...then].filter((name) => !now.has(name))];
}

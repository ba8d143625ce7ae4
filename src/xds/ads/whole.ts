import { openStream, refusalDetail } from '../client.js';
import {
  DiscoveryRequestSchema,
  DiscoveryResponseSchema,
} from '../generated/envoy/service/discovery/v3/discovery_pb.js';
import { type ResourceType, typeOfUrl, typeUrlOf } from '../types.js';
import type { AdsConnection, AdsStream, AdsUpdate } from './form.js';

/** What a stream has said and heard of a type. */
interface Said {
  names: string[];
  version: string;
  nonce: string;
}

/** The state of the world: every request names all that is wanted, every response of listeners and clusters has all. */
export function wholeForm({ path, client, metadata, node, signal }: AdsConnection): AdsStream {
  const stream = openStream(client, path, DiscoveryRequestSchema, DiscoveryResponseSchema, signal, metadata);
  let first = true;
  const said = new Map<ResourceType, Said>();
  const send = (type: ResourceType, refused?: string): void => {
    const { names, version, nonce } = said.get(type) ?? { names: [], version: '', nonce: '' };
    stream.send({
      typeUrl: typeUrlOf(type),
      ...(first && { node: { ...node, userAgentName: 'aeraki' } }),
      resourceNames: names,
      versionInfo: version,
      responseNonce: nonce,
      ...refusalDetail(refused),
    });
    first = false;
  };
  return {
    updates: updates(),
    want(type, wanted) {
      const names = wanted === 'all' ? [] : [...wanted];
      const known = said.get(type);
      // No names mean all of them, so nothing is asked until there is a name.
      if (wanted !== 'all' && names.length === 0 && known === undefined) return;
      said.set(type, { version: '', nonce: '', ...known, names });
      send(type);
    },
    answer({ type, version, nonce }, refused) {
      const known = said.get(type);
      if (known === undefined) return;
      known.nonce = nonce;
      if (refused === undefined) known.version = version;
      send(type, refused);
    },
  };

  async function* updates(): AsyncGenerator<AdsUpdate> {
    for await (const response of stream.responses) {
      const type = typeOfUrl(response.typeUrl);
      if (type === undefined) continue;
      const { versionInfo: version, nonce } = response;
      const resources = response.resources.map((content) => ({ version, content }));
      yield { type, version, nonce, resources, removed: [], whole: type === 'lds' || type === 'cds' };
    }
  }
}

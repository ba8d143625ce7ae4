import assert from 'node:assert/strict';
import { create, toJson } from '@bufbuild/protobuf';
import { AnySchema } from '@bufbuild/protobuf/wkt';
import { createEnvoyRegistry } from '../../../src/xds/registry.js';
import { WireJson } from '../../../src/xds/wire-json/reader.js';
import { mutatedBytes } from '../mutate.js';
import { randomMessage } from '../random-message.js';
import type { Target } from '../target.js';

const registry = createEnvoyRegistry();
const reader = new WireJson(registry);
const types = [
  'envoy.config.listener.v3.Listener',
  'envoy.config.cluster.v3.Cluster',
  'envoy.config.endpoint.v3.ClusterLoadAssignment',
  'envoy.config.route.v3.RouteConfiguration',
];

/** Its first octet says which type. */
export default {
  about: 'resources of a control plane: what is read at once is what the library reads, or is left to it',
  kind: 'parser',
  make(random) {
    const at = random.below(types.length);
    const desc = registry.getMessage(types[at] ?? '');
    if (desc === undefined) throw new Error('no such type');
    const bytes = randomMessage(desc, registry, random, random.chance(0.5));
    return Buffer.concat([Buffer.from([at]), random.chance(0.5) ? bytes : mutatedBytes(bytes, random)]);
  },
  check(input) {
    const [at = 0, ...bytes] = Buffer.from(input);
    const typeUrl = `type.googleapis.com/${types[at]}`;
    const any = create(AnySchema, { typeUrl, value: Uint8Array.from(bytes) });
    const read = reader.read(any);
    if (read !== undefined) assert.deepStrictEqual(read, toJson(AnySchema, any, { registry }));
  },
} satisfies Target;

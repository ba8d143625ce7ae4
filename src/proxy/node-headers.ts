import { joined } from '../codec/octets.js';
import { bytesField } from '../codec/protobuf.js';
import { utf8 } from '../codec/text.js';
import type { NodeHeaders } from './world.js';

/** What a sidecar says of its workload; here there is no workload. */
const facts = {
  CLUSTER_ID: 'Kubernetes',
  LABELS: { app: 'aeraki-proxy' },
  NAME: 'aeraki-proxy',
  NAMESPACE: 'default',
  WORKLOAD_NAME: 'aeraki-proxy',
} as const;

/** The headers of metadata exchange: a google.protobuf.Struct in base64, and the node's id. */
export function nodeHeaders(id: string): NodeHeaders {
  return { metadata: Buffer.from(struct(facts)).toString('base64'), id };
}

/** What one sidecar tells the other of its workload (metadata_exchange.cc). */
export function exchangeHeaders({ metadata, id }: NodeHeaders): readonly (readonly [string, string])[] {
  return [
    ['x-envoy-peer-metadata', metadata],
    ['x-envoy-peer-metadata-id', id],
  ];
}

type Value = string | { readonly [name: string]: Value };

/** Struct: fields 1 map<string, Value>. */
function struct(fields: Readonly<Record<string, Value>>): Uint8Array {
  return joined(
    Object.entries(fields).map(([name, item]) =>
      bytesField(1, joined([bytesField(1, utf8(name)), bytesField(2, value(item))])),
    ),
  );
}

/** Value: string_value 3, struct_value 5. */
function value(item: Value): Uint8Array {
  return typeof item === 'string' ? bytesField(3, utf8(item)) : bytesField(5, struct(item));
}

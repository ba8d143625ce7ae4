import assert from 'node:assert/strict';
import { create, type DescMessage, fromJson, type JsonObject, toBinary } from '@bufbuild/protobuf';
import { type Any, AnySchema, anyPack, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { objectOf } from '../../src/istiod/decode.js';
import { ResourceSchema } from '../../src/istiod/generated/mcp/v1alpha1/resource_pb.js';
import { DestinationRuleSchema } from '../../src/istiod/generated/networking/v1alpha3/destination_rule_pb.js';
import { ServiceEntrySchema } from '../../src/istiod/generated/networking/v1alpha3/service_entry_pb.js';

const created = new Date('2026-11-27T10:00:00.700Z');
/** As istiod packs a resource. */
function packed(
  schema: DescMessage,
  name: string,
  spec: JsonObject,
  labels: Readonly<Record<string, string>> = {},
): Any {
  const resource = create(ResourceSchema, {
    metadata: { name, version: '41', createTime: timestampFromDate(created), labels: { ...labels } },
    body: anyPack(schema, fromJson(schema, spec)),
  });
  return create(AnySchema, { typeUrl: 'type.googleapis.com/x', value: toBinary(ResourceSchema, resource) });
}
const url = 'networking.istio.io/v1/ServiceEntry';
const service = (name: string, spec: JsonObject): unknown =>
  objectOf(url, packed(ServiceEntrySchema, `shop/synthetic-${name}`, spec), 'cluster.local');
const ports = [{ number: 20880, name: 'tcp-metaprotocol-dubbo', protocol: 'HTTP' }];
const meta = { namespace: 'shop', resourceVersion: '41', creationTimestamp: '2026-11-27T10:00:00Z' };

describe('what istiod tells of an object', () => {
  it('is the object, as the API server gives it', () => {
    const spec = {
      host: 'a.example',
      trafficPolicy: {
        loadBalancer: { consistentHash: { httpHeaderName: 'x' } },
        connectionPool: { tcp: { connectTimeout: '1.500s' } },
      },
      exportTo: ['.'],
    };
    const content = packed(DestinationRuleSchema, 'shop/a', spec, { team: 'x' });
    assert.deepEqual(objectOf('networking.istio.io/v1alpha3/DestinationRule', content, 'cluster.local'), {
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'DestinationRule',
      metadata: { ...meta, name: 'a', labels: { team: 'x' } },
      spec,
    });
  });

  it('is the Service again that a ServiceEntry was made of', () => {
    const host = 'orders.shop.svc.cluster.local';
    const base = { hosts: [host], location: 'MESH_INTERNAL', ports, workloadSelector: { labels: { app: 'orders' } } };
    const expected = (spec: object) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...meta, name: 'orders' },
      spec: {
        ...spec,
        selector: { app: 'orders' },
        ports: [{ name: 'tcp-metaprotocol-dubbo', port: 20880, protocol: 'TCP' }],
      },
    });
    assert.deepEqual(
      service('orders', { ...base, resolution: 'STATIC', addresses: ['10.96.0.7', 'fd00::7'] }),
      expected({ clusterIP: '10.96.0.7', clusterIPs: ['10.96.0.7', 'fd00::7'] }),
    );
    assert.deepEqual(
      service('orders', { ...base, resolution: 'NONE', addresses: ['0.0.0.0'] }),
      expected({ clusterIP: 'None', clusterIPs: [] }),
    );
    const { location: _location, ...outside } = base;
    assert.deepEqual(
      service('orders', { ...outside, resolution: 'DNS', addresses: ['0.0.0.0'] }),
      expected({ type: 'ExternalName' }),
    );
  });

  it('stays a ServiceEntry where its host is none of the cluster: that of another registry', () => {
    const made = service('orders', { hosts: ['orders.consul'], ports, resolution: 'STATIC' }) as { kind: string };
    assert.equal(made.kind, 'ServiceEntry');
  });

  it('is refused in words where it is something else, or nothing', () => {
    const rule = packed(DestinationRuleSchema, 'shop/a', { host: 'a' });
    assert.throws(() => objectOf(url, rule, 'cluster.local'), /shop\/a is a .*DestinationRule, not a .*ServiceEntry/);
    const none = create(AnySchema, {
      value: toBinary(ResourceSchema, create(ResourceSchema, { metadata: { name: 'x/y' } })),
    });
    assert.throws(() => objectOf(url, none, 'cluster.local'), /x\/y has no content/);
    assert.throws(() => objectOf(url, create(AnySchema, { value: new Uint8Array([255, 255]) }), 'cluster.local'));
  });
});

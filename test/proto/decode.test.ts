import { doesNotThrow, match, strictEqual, throws } from 'node:assert/strict';
import { toJson } from '@bufbuild/protobuf';
import { StrictDecoder } from './decode.js';

const proxy = 'type.googleapis.com/aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy';
const routeConfig = { routes: [{ route: { cluster: 'c' } }] };
const rds = { configSource: { ads: {} }, routeConfigName: 'r' };
const typedStruct = (typeUrl: string, value: unknown) => ({
  name: 'f',
  typed_config: { '@type': 'type.googleapis.com/udpa.type.v1.TypedStruct', type_url: typeUrl, value },
});

describe('the strict decoder', () => {
  const decoder = new StrictDecoder();
  const refuses = (type: string, json: unknown, words: RegExp) => throws(() => decoder.decode(type, json), words);

  it('takes what is right', () => {
    doesNotThrow(() => decoder.decode(proxy, { statPrefix: 's', routeConfig }));
    doesNotThrow(() =>
      decoder.decode(
        'envoy.config.listener.v3.Filter',
        typedStruct(proxy, { statPrefix: 's', rds, codec: { name: 'c' } }),
      ),
    );
  });

  it('refuses unknown fields, also in an Any and in a TypedStruct', () => {
    refuses(proxy, { statPrefix: 's', routeConfig, other: 1 }, /key "other" is unknown/);
    const stats = 'type.googleapis.com/aeraki.meta_protocol_proxy.filters.istio_stats.v1alpha.IstioStats';
    const filter = { name: 'f', config: { '@type': stats, destination: 'x' } };
    refuses(proxy, { statPrefix: 's', routeConfig, metaProtocolFilters: [filter] }, /key "destination" is unknown/);
    refuses(
      'envoy.config.listener.v3.Filter',
      typedStruct(proxy, { statPrefix: 's', rdss: rds }),
      /key "rdss" is unknown/,
    );
    refuses('envoy.config.listener.v3.Filter', typedStruct('a.b.C', {}), /no message a\.b\.C is known/);
  });

  it('refuses two of a oneof, and none where one is needed', () => {
    refuses(proxy, { statPrefix: 's', rds, routeConfig }, /oneof/);
    refuses(proxy, { statPrefix: 's' }, /one of rds, routeConfig must be set/);
  });

  it('refuses what the rules of the protos refuse', () => {
    refuses(proxy, { routeConfig }, /statPrefix: breaks string.minLen "1"/);
    refuses(proxy, { statPrefix: 's', rds: { routeConfigName: 'r' } }, /rds.configSource: must be set/);
    refuses(proxy, { statPrefix: 's', routeConfig: { routes: [{}] } }, /routes.route: must be set/);
    const route = (mutation: unknown) => ({ routes: [{ route: { cluster: 'c' }, requestMutation: [mutation] }] });
    const type = 'aeraki.meta_protocol_proxy.config.route.v1alpha.RouteConfiguration';
    refuses(type, route({ value: 'v' }), /key: breaks string.minBytes/);
    refuses(type, route({ key: 'k', value: 'x'.repeat(16385) }), /value: breaks string.maxBytes/);
    refuses(type, { routes: [{ route: { weightedClusters: {} } }] }, /clusters: has 0 items, needs 1/);
    const limit = 'aeraki.meta_protocol_proxy.filters.ratelimit.v1alpha.RateLimit';
    refuses(limit, { domain: 'd', rateLimitService: {} }, /descriptors: has 0 items, needs 1/);
    const bucket = { maxTokens: 1, fillInterval: '0s' };
    const local = 'aeraki.meta_protocol_proxy.filters.local_ratelimit.v1alpha.LocalRateLimit';
    refuses(local, { statPrefix: 's', tokenBucket: bucket }, /fillInterval: breaks duration.gt/);
    refuses(local, { statPrefix: 's', tokenBucket: { fillInterval: '1s' } }, /maxTokens: breaks uint32.gt/);
  });

  it("has the messages' names and numbers", () => {
    const schema = decoder.message(proxy);
    strictEqual(schema.fields.find(({ name }) => name === 'idle_timeout')?.number, 11);
    const decoded = decoder.decode(proxy, { stat_prefix: 's', route_config: routeConfig });
    match(JSON.stringify(toJson(schema, decoded)), /"statPrefix":"s","routeConfig"/);
  });
});

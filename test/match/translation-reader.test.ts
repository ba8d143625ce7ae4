import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { OfKind } from '../../src/index/of-kind.js';
import { assemble } from '../../src/load/assemble.js';
import { parseFile } from '../../src/load/parse.js';
import { TranslationReader } from '../../src/match/from-translation.js';
import { RuleCompiler } from '../../src/match/service.js';
import { translateLoaded } from '../../src/pipeline.js';
import { buildConfig } from '../../src/proxy/build/config.js';
import { EndpointFinder } from '../../src/proxy/build/endpoints.js';
import { codecsByRoute } from '../../src/translate/metaprotocol/codec.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';

/** Five services in a ring, each of which sends half of its requests to the next one; each has a limit. */
const text = [0, 1, 2, 3, 4]
  .map((at) => {
    const host = `service-${at}.shop.svc.cluster.local`;
    const next = `service-${(at + 1) % 5}.shop.svc.cluster.local`;
    return `apiVersion: networking.istio.io/v1beta1
kind: ServiceEntry
metadata: {name: service-${at}, namespace: shop}
spec:
  hosts: [${host}]
  addresses: [10.0.0.${at + 1}]
  location: MESH_INTERNAL
  resolution: STATIC
  endpoints: [{address: 127.0.0.${at + 1}}]
  ports: [{name: tcp-metaprotocol-dubbo, number: 20880, protocol: TCP}]
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: router-${at}, namespace: shop}
spec:
  hosts: [${host}]
  localRateLimit: {tokenBucket: {maxTokens: ${at + 5}, tokensPerFill: 1, fillInterval: 1s}}
  routes:
  - name: half
    match: {attributes: {method: {exact: half${at}}}}
    route: [{destination: {host: ${next}, port: {number: 20880}}}]
  - name: rest
    route: [{destination: {host: ${host}, port: {number: 20880}}}]
`;
  })
  .join('---\n');

const translated = (source: string) =>
  translateLoaded(assemble([parseFile(source, 'ring.yaml', { namespace: 'default' })]), defaultTranslateOptions);

describe('TranslationReader', () => {
  it('gives the same data plane for a service from what is about it alone', async () => {
    const { loaded, index, translation } = await translated(text);
    const host = 'service-2.shop.svc.cluster.local';
    const reader = new TranslationReader();
    const reached = reader.reached(translation, new Set([host]));
    deepStrictEqual(reached?.toSorted(), [host, 'service-3.shop.svc.cluster.local']);
    const part = reader.about(translation, new Set([host, ...(reached ?? [])]));
    equal(part.metaRouteConfigurations.length, 2);
    ok(part.envoyFilters.length > 0 && part.envoyFilters.length < translation.envoyFilters.length);
    const codecs = codecsByRoute(index);
    const kinds = new OfKind();
    kinds.update(loaded.resources);
    const planeOf = (from: typeof part, withKinds: boolean) => {
      const { routes, ...rest } = reader.read(from, codecs);
      const rules = { ...rest, routes: routes.filter(({ name }) => name === `${host}_20880`) };
      const config = buildConfig({
        ...{ index, envoyFilters: from.envoyFilters, rules, upstreams: new Map() },
        listens: [
          {
            service: { host, port: 20880 },
            codec: 'aeraki.meta_protocol.codec.dubbo',
            address: { host: '127.0.0.1', port: 1 },
          },
        ],
        node: { id: 'node', version: '1' },
        kinds: withKinds ? kinds : undefined,
      });
      const { limits, ...others } = config;
      const clusters = [...config.clusters.keys()];
      const own = [...limits].filter(([service]) =>
        clusters.some((name) => name.endsWith(service.replace('_20880', ''))),
      );
      return { ...others, own };
    };
    deepStrictEqual(planeOf(part, true), planeOf(translation, false));
    equal(planeOf(part, true).own.length, 2);
  });

  it('knows when one of the hosts has no routes', async () => {
    const { translation } = await translated(text);
    equal(new TranslationReader().reached(translation, new Set(['service-9.shop.svc.cluster.local'])), undefined);
  });

  it('compiles again only what is another object', async () => {
    const { index, translation } = await translated(text);
    const [reader, compiler] = [new TranslationReader(), new RuleCompiler()];
    const codecs = codecsByRoute(index);
    const first = compiler.compile(reader.read(translation, codecs));
    const [other, ...same] = translation.metaRouteConfigurations;
    ok(other !== undefined);
    const changed = { ...translation, metaRouteConfigurations: [{ ...other }, ...same] };
    const second = compiler.compile(reader.read(changed, codecs));
    deepStrictEqual(
      second.services.map((service, at) => service === first.services[at]),
      [false, true, true, true, true],
    );
    const third = compiler.compile(reader.read(changed, new Map([...codecs].map(([name]) => [name, 'private']))));
    ok(third.services.every((service, at) => service.codec !== undefined || service !== second.services[at]));
  });

  it('finds the same endpoints by kind as among all', async () => {
    const workload = `---
apiVersion: networking.istio.io/v1beta1
kind: WorkloadEntry
metadata: {name: pod, namespace: shop}
spec: {address: 10.1.1.1, labels: {app: a}}
---
apiVersion: networking.istio.io/v1beta1
kind: ServiceEntry
metadata: {name: by-label, namespace: shop}
spec:
  hosts: [by-label.shop.svc.cluster.local]
  location: MESH_INTERNAL
  resolution: STATIC
  workloadSelector: {labels: {app: a}}
  ports: [{name: tcp-metaprotocol-dubbo, number: 20880, protocol: TCP}]
`;
    const { loaded, index } = await translated(text + workload);
    const kinds = new OfKind();
    kinds.update(loaded.resources);
    const [service] = index.servicesByHost.get('by-label.shop.svc.cluster.local') ?? [];
    const [port] = service?.ports ?? [];
    ok(service !== undefined && port !== undefined);
    const found = new EndpointFinder(index, kinds).find(service, port);
    deepStrictEqual(found, new EndpointFinder(index).find(service, port));
    equal(found.endpoints[0]?.address.host, '10.1.1.1');
  });
});

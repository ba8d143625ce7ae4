import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildIndex } from '../../../src/index/build.js';
import { load } from '../../../src/load/load.js';
import { indexLoaded, translateLoaded } from '../../../src/pipeline.js';
import { defaultTranslateOptions } from '../../../src/translate/options.js';
import { predictPlacement } from '../../../src/translate/placement/predict.js';
import { translate } from '../../../src/translate/translate.js';
import { codes, resourcesOf, translateText } from '../input.js';

const folder = '../shared/cases-istio/placements';
const rootNamespace = 'istio-system';

type Truth = Readonly<
  Record<string, { readonly placed: boolean; readonly listener: string; readonly instead?: unknown }>
>;

/** The placements that are predicted for one file, by filter. */
async function predicted(file: string, fixed = false) {
  const loaded = await load([file], { namespace: 'default', exclude: [] });
  const options = { ...defaultTranslateOptions, fixed };
  const { index } = await indexLoaded(loaded, options);
  const placements = predictPlacement(translate(index, options), index, rootNamespace, loaded.resources);
  return new Map(placements.map((each) => [each.envoyFilter, each]));
}

describe('where istiod places the filters', function () {
  this.timeout(120_000);

  it("is what istiod's own answer for the shared cases says", async () => {
    const wrong: string[] = [];
    let count = 0;
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const own = name.replace(/\.json$/, '');
      const [, reference] = /^cases-reference_(.*)$/.exec(own) ?? [];
      const input = `../shared/${reference === undefined ? `cases/${own}` : `cases-reference/${reference}`}/input.yaml`;
      const placements = await predicted(input);
      for (const [filter, truth] of Object.entries<Truth[string]>(
        JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')),
      )) {
        count++;
        const ours = placements.get(filter);
        if (ours?.placed === truth.placed && ours.listener === truth.listener) continue;
        wrong.push(`${own} ${filter}: ${ours?.placed} (${ours?.why}), istiod ${truth.placed} (${truth.instead})`);
      }
    }
    assert.deepStrictEqual(wrong, []);
    assert.ok(count > 500, `only ${count} placements`);
  });

  it('takes an EndpointSlice as it is written, however wrong', async () => {
    const labels = '{kubernetes.io/service-name: a}';
    for (const rest of [
      'ports: [null, 1, {port: x}]',
      'ports: null',
      'ports: {}',
      'ports: [{}], endpoints: null',
      'endpoints: 1',
    ]) {
      const text = `{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a, labels: ${labels}}, ${rest.includes('endpoints') ? '' : 'endpoints: [{addresses: [1.2.3.4]}], '}${rest}}`;
      const loaded = await load(['-'], { namespace: 'default', exclude: [], stdin: async () => Buffer.from(text) });
      const { index } = await indexLoaded(loaded, defaultTranslateOptions);
      const result = translate(index, defaultTranslateOptions);
      assert.deepStrictEqual(predictPlacement(result, index, rootNamespace, loaded.resources), [], rest);
    }
  });

  for (const [code, why] of [
    ['AER1170', 'no-address'],
    ['AER1171', 'http'],
    ['AER1172', 'detected'],
    ['AER1173', 'second-address'],
    ['AER1174', 'other-address'],
    ['AER1176', 'external-name'],
    ['AER1177', 'other-namespace'],
    ['AER1178', 'hidden'],
    ['AER1179', 'no-port'],
    ['AER1181', 'no-pods'],
    ['AER1182', 'not-intercepted'],
    ['AER1183', 'sidecar'],
  ] as const) {
    it(`knows the reason of ${code}: ${why}`, async () => {
      const reasons = (placements: Awaited<ReturnType<typeof predicted>>) =>
        [...placements.values()].map((each) => each.why);
      assert.ok(reasons(await predicted(`test/golden/validate/${code}/raises.yaml`)).includes(why));
      assert.ok(!reasons(await predicted(`test/golden/validate/${code}/clean.yaml`)).includes(why));
    });
  }

  it('at the ports of the endpoints, where only they say which pods serve a ServiceEntry', () => {
    const entry = (endpoints: string) => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop, annotations: {workloadSelector: orders}}
spec:
  hosts: [orders.shop.svc.cluster.local]
  addresses: [240.240.0.10]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP, targetPort: 20890}]
  endpoints: ${endpoints}
`;
    const inbound = (text: string, fixed: boolean) => {
      const translation = translateText(text, { fixed });
      const index = buildIndex(resourcesOf(text), defaultTranslateOptions);
      const found = predictPlacement(translation, index, rootNamespace).filter(({ listener }) =>
        /^virtual/.test(listener),
      );
      const told = translation.findings.filter(({ code }) => code === 'AER0428').map(({ code }) => code);
      return [...found.map(({ listener, placed, why }) => `${listener} ${placed} ${why}`), ...told];
    };
    const own = '[{address: 10.0.0.6, ports: {tcp-metaprotocol-dubbo: 20999}}]';
    assert.deepStrictEqual(inbound(entry(own), false), ['virtualInbound:20880 false target-port', 'AER0428']);
    assert.deepStrictEqual(inbound(entry(own), true), ['virtualInbound:20999 true undefined']);
    assert.deepStrictEqual(inbound(entry('[{address: 10.0.0.6}]'), true), ['virtualInbound:20890 true undefined']);
    const same = '[{address: 10.0.0.6, ports: {tcp-metaprotocol-dubbo: 20880}}]';
    assert.deepStrictEqual(inbound(entry(same), false), ['virtualInbound:20880 true undefined']);
    const here = '[{address: 127.0.0.1, ports: {tcp-metaprotocol-dubbo: 20999}}]';
    // As it is, but of somebody who tries rules on one machine: no finding.
    assert.deepStrictEqual(inbound(entry(here), false), ['virtualInbound:20880 false target-port']);
    const name = '[{address: orders.example.com}]';
    assert.deepStrictEqual(inbound(entry(name), true), ['virtualInbound:20890 false no-pods']);
  });

  it('an error, corrected, for pods that only the annotation names', async () => {
    const loaded = await load(['test/golden/validate/AER1181/raises.yaml'], { namespace: 'default', exclude: [] });
    const { diagnostics } = await translateLoaded(loaded, { ...defaultTranslateOptions, fixed: true });
    assert.ok(diagnostics.some((each) => each.code === 'AER1181' && each.severity === 'error'));
  });

  it('by the port, corrected, of a headless Service that has its port alone', async () => {
    const [placement] = [...(await predicted('test/golden/validate/AER1170/raises.yaml', true)).values()].filter(
      ({ listener }) => listener.startsWith('*'),
    );
    assert.equal(placement?.listener, '*_20880');
    assert.equal(placement?.placed, true);
  });

  it('or an error, corrected, where another service has the port', () => {
    const service = (name: string, ip: string) => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {clusterIP: ${ip}, selector: {app: ${name}}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
---`;
    const text = `${service('orders', 'None')}${service('pay', '10.96.0.9')}`;
    assert.ok(codes(translateText(text, { fixed: true })).includes('AER1180 error'));
    assert.ok(!codes(translateText(text)).includes('AER1180 error'));
  });

  it('an error, corrected, for a port that Istio takes for HTTP', async () => {
    const loaded = await load(['test/golden/validate/AER1171/raises.yaml'], { namespace: 'default', exclude: [] });
    const { diagnostics } = await translateLoaded(loaded, { ...defaultTranslateOptions, fixed: true });
    assert.ok(diagnostics.some((each) => each.code === 'AER1171' && each.severity === 'error'));
  });
});

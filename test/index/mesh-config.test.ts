import assert from 'node:assert/strict';
import { meshConfigOfFile } from '../../src/index/mesh-config.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import { defaultMeshConfig } from '../../src/model/mesh-config.js';

function read(document: unknown) {
  return meshConfigOfFile(JSON.stringify(document), 'mesh.yaml', (text) => JSON.parse(text));
}

describe('mesh config', () => {
  it('takes the fields that Aeraki reads and passes over all others', () => {
    const { config, findings } = read({
      accessLogFile: '/dev/stdout',
      accessLogEncoding: 'JSON',
      accessLogFormat: '{}',
      enableTracing: false,
      defaultConfig: {
        tracing: { sampling: 12.5, zipkin: { address: 'z:9411' } },
        interceptionMode: 'TPROXY',
        other: 1,
      },
      rootNamespace: 'mesh',
    });
    assert.deepStrictEqual(findings, []);
    assert.deepStrictEqual(config, {
      accessLogFile: '/dev/stdout',
      accessLogEncoding: 'JSON',
      accessLogFormat: '{}',
      enableTracing: false,
      randomSampling: 12.5,
      zipkinAddress: 'z:9411',
      interceptionMode: 'TPROXY',
    });
  });

  // Istio's decoder (protomarshal.ApplyYAML) is one of protobuf JSON: either name of a field, a number also in quotes.
  it('takes protobuf names of fields, quoted numbers and null as absent', () => {
    const { config, findings } = read({
      access_log_file: '/dev/stderr',
      enable_tracing: null,
      defaultConfig: { tracing: { sampling: '50' } },
    });
    assert.deepStrictEqual(findings, []);
    assert.deepStrictEqual(config, { ...defaultMeshConfig, accessLogFile: '/dev/stderr', randomSampling: 50 });
  });

  // ApplyMeshConfig puts its own ProxyConfig back and merges what stands under `defaultConfig`, by that name alone.
  it('decodes default_config but does not apply it', () => {
    assert.deepStrictEqual(read({ default_config: { tracing: { sampling: 50 } } }).config, defaultMeshConfig);
    assert.strictEqual(read({ default_config: { tracing: { sampling: true } } }).findings.length, 1);
  });

  it('takes the JSON name of a field where both its names stand, and words for numbers that are not finite', () => {
    assert.strictEqual(read({ access_log_file: '/a', accessLogFile: '/b' }).config.accessLogFile, '/b');
    assert.strictEqual(
      read({ defaultConfig: { tracing: { sampling: '-Infinity' } } }).config.randomSampling,
      -Infinity,
    );
    assert.strictEqual(read({ accessLogEncoding: 1 }).config.accessLogEncoding, 'JSON');
    assert.strictEqual(read({ accessLogEncoding: 2 }).config.accessLogEncoding, 'UNKNOWN');
  });

  it('takes what Istio takes', () => {
    const fine: readonly unknown[] = [
      { connectTimeout: '30s', protocolDetectionTimeout: '0s', proxyListenPort: '15001' },
      { defaultConfig: { drainDuration: '1h', proxyMetadata: { X: 'true' }, concurrency: 0, statusPort: 15020 } },
      { defaultConfig: { discoveryAddress: '[fd00::1]:15012', tracing: { zipkin: { address: '$(HOST_IP):9411' } } } },
      { localityLbSetting: { distribute: [{ from: 'a/*', to: { 'a/*': 80, 'b/*': 20 } }] } },
      { extensionProviders: [{ name: 'x', unknown: 1 }], future: { any: 'thing' } },
      { defaultConfig: { extraStatTags: [null] }, trustDomainAliases: ['old.', 'x.1'] },
    ];
    for (const each of fine) assert.deepStrictEqual(read(each).findings, [], JSON.stringify(each));
  });

  // Istio's ConfigMap watcher keeps the configuration that it has when a document does not decode.
  const wrong: readonly (readonly [string, unknown])[] = [
    ['accessLogFile', { accessLogFile: 5 }],
    ['accessLogEncoding', { accessLogEncoding: 'XML' }],
    ['enableTracing', { enableTracing: 'false' }],
    ['defaultConfig', { defaultConfig: [] }],
    ['tracing', { defaultConfig: { tracing: 'on' } }],
    ['sampling', { defaultConfig: { tracing: { sampling: 'half' } } }],
    // Decoded and validated as a whole: a value that Aeraki never reads costs the document too.
    ['proxyMetadata', { defaultConfig: { proxyMetadata: { X: true } } }],
    ['connectTimeout', { connectTimeout: '60s' }],
    ['connectTimeout', { connectTimeout: '10' }],
    ['connectTimeout', { connectTimeout: '1500us' }],
    ['enableEnvoyAccessLogService', { enableEnvoyAccessLogService: 'yes' }],
    ['proxyListenPort', { proxyListenPort: 0 }],
    ['outboundTrafficPolicy', { outboundTrafficPolicy: { mode: 'ANY' } }],
    ['rootNamespace', { rootNamespace: 5 }],
    ['trustDomain', { trustDomain: '' }],
    ['serviceSettings', { serviceSettings: [{ hosts: ['a_b.c'] }] }],
    ['extensionProviders', { extensionProviders: {} }],
    ['distribute', { localityLbSetting: { distribute: [{ from: 'a', to: { b: 50, c: 40 } }] } }],
    ['failover', { localityLbSetting: { failover: [{ from: 'a', to: 'a' }] } }],
    ['concurrency', { defaultConfig: { concurrency: 1.5 } }],
    ['concurrency', { defaultConfig: { concurrency: 2147483648 } }],
    ['drainDuration', { defaultConfig: { drainDuration: '45.5s' } }],
    ['discoveryAddress', { defaultConfig: { discoveryAddress: 'istiod' } }],
    ['statusPort', { defaultConfig: { statusPort: 70000 } }],
    ['zipkin.address', { defaultConfig: { tracing: { zipkin: {} } } }],
    ['privateKeyProvider', { defaultConfig: { privateKeyProvider: {} } }],
    ['serviceCluster', { defaultConfig: { serviceCluster: '' } }],
  ];
  for (const [name, value] of wrong) {
    it(`drops the whole document over a wrong ${name}`, () => {
      const { config, findings } = read({ accessLogFile: '/dev/stdout', ...Object(value) });
      assert.deepStrictEqual(config, defaultMeshConfig);
      assert.deepStrictEqual(
        findings.map(({ code }) => code),
        ['AER0434'],
      );
      assert.match(findings[0]?.message ?? '', new RegExp(name));
    });
  }
});

describe('the ConfigMap istio', () => {
  const configMap = (data: Readonly<Record<string, string>>) =>
    meshConfigOfFile(JSON.stringify({ kind: 'ConfigMap', data }), 'mesh.yaml', parseYaml);

  it('takes the last of two equal keys and the first document', () => {
    const { config, findings } = configMap({ mesh: 'accessLogFile: /x\naccessLogFile: /y\n---\naccessLogFile: /z\n' });
    assert.deepStrictEqual(findings, []);
    assert.strictEqual(config.accessLogFile, '/y');
  });

  it('drops mesh over meshNetworks that Istio refuses', () => {
    const mesh = 'accessLogFile: /x\n';
    assert.strictEqual(configMap({ mesh, meshNetworks: 'networks: {}' }).config.accessLogFile, '/x');
    for (const networks of ['networks: []', 'networks: {a: {gateways: [{address: 10.0.0.1}]}}']) {
      assert.deepStrictEqual(configMap({ mesh, meshNetworks: networks }).config, defaultMeshConfig);
    }
  });
});

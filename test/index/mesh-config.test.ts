import assert from 'node:assert/strict';
import { meshConfigOfFile } from '../../src/index/mesh-config.js';
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
      defaultConfig: { tracing: { sampling: 12.5, zipkin: { address: 'z:9411' } }, other: 1 },
      rootNamespace: 'mesh',
    });
    assert.deepStrictEqual(findings, []);
    assert.deepStrictEqual(config, {
      accessLogFile: '/dev/stdout',
      accessLogEncoding: 'JSON',
      accessLogFormat: '{}',
      enableTracing: false,
      randomSampling: 12.5,
    });
  });

  // Istio's decoder (protomarshal.ApplyYAML) is one of protobuf JSON: either name of a field, a number also in quotes.
  it('takes protobuf names of fields, quoted numbers and null as absent', () => {
    const { config, findings } = read({
      access_log_file: '/dev/stderr',
      enable_tracing: null,
      default_config: { tracing: { sampling: '50' } },
    });
    assert.deepStrictEqual(findings, []);
    assert.deepStrictEqual(config, { ...defaultMeshConfig, accessLogFile: '/dev/stderr', randomSampling: 50 });
  });

  // Istio's ConfigMap watcher keeps the configuration that it has when a document does not decode.
  const wrong: readonly (readonly [string, unknown])[] = [
    ['accessLogFile', { accessLogFile: 5 }],
    ['accessLogEncoding', { accessLogEncoding: 'XML' }],
    ['enableTracing', { enableTracing: 'false' }],
    ['defaultConfig', { defaultConfig: [] }],
    ['tracing', { defaultConfig: { tracing: 'on' } }],
    ['sampling', { defaultConfig: { tracing: { sampling: 'half' } } }],
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

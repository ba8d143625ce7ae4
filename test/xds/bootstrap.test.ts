import assert from 'node:assert/strict';
import { fromJson, type JsonValue } from '@bufbuild/protobuf';
import { parse } from 'yaml';
import { built, run } from '../cli/program.js';
import { registry } from './routes.js';

/** Decodes a bootstrap against Envoy's own proto: an unknown field would be an error. */
function decode(json: JsonValue): void {
  const type = registry.getMessage('envoy.config.bootstrap.v3.Bootstrap');
  assert(type);
  fromJson(type, json, { registry });
}

describe('aeraki rds bootstrap', function () {
  this.timeout(120_000);
  before(() => built());
  const bootstrap = (...args: string[]) => run(['rds', 'bootstrap', '--server', 'aeraki.istio-system:15010', ...args]);

  for (const api of ['rds', 'delta-rds', 'ads', 'delta-ads']) {
    it(`is a bootstrap that Envoy's proto takes (${api})`, async () => {
      const args = ['--api', api, '--listener', '8080=x_1', '--cluster', 'outbound|1||x=[::1]:9'];
      const { code, stdout } = await bootstrap(
        ...args,
        '--tls-ca',
        '/ca.pem',
        '--tls-cert',
        '/c.pem',
        '--tls-key',
        '/k.pem',
      );
      assert.equal(code, 0);
      const made = parse(stdout);
      decode(made);
      assert.deepEqual(
        made.staticResources.clusters.map(({ name }: { name: string }) => name),
        ['aeraki-xds', 'outbound|1||x'],
      );
    });
  }

  it('is for sidecars a ConfigMap that kubectl takes, with valid JSON and the cluster aeraki-xds', async () => {
    const { stdout } = await bootstrap('--for', 'metaprotocol', '--namespace', 'shop');
    const map = parse(stdout);
    assert.deepEqual([map.apiVersion, map.kind], ['v1', 'ConfigMap']);
    assert.deepEqual(map.metadata, {
      name: 'aeraki-bootstrap-config',
      namespace: 'shop',
      labels: { manager: 'Aeraki' },
    });
    assert.deepEqual(Object.keys(map.data), ['custom_bootstrap.json']);
    const inner = JSON.parse(map.data['custom_bootstrap.json']);
    decode(inner);
    const [cluster] = inner.staticResources.clusters;
    assert.equal(cluster.name, 'aeraki-xds');
    assert.deepEqual(cluster.loadAssignment.endpoints[0].lbEndpoints[0].endpoint.address.socketAddress, {
      address: 'aeraki.istio-system',
      portValue: 15010,
    });
  });

  it('takes the secrets of the sidecar itself for mTLS with --sds, as the bootstrap of the reference does', async () => {
    const { stdout } = await bootstrap('--for', 'metaprotocol', '--sds');
    const inner = JSON.parse(parse(stdout).data['custom_bootstrap.json']);
    decode(inner);
    const { commonTlsContext } = inner.staticResources.clusters[0].transportSocket.typedConfig;
    const own = commonTlsContext.tlsCertificateSdsSecretConfigs;
    assert.deepEqual(
      own.map(({ name }: { name: string }) => name),
      ['default'],
    );
    const root = commonTlsContext.validationContextSdsSecretConfig;
    assert.equal(root.name, 'ROOTCA');
    for (const { sdsConfig } of [...own, root]) {
      assert.equal(sdsConfig.apiConfigSource.grpcServices[0].envoyGrpc.clusterName, 'sds-grpc');
    }
  });

  it('says what is wrong with an address', async () => {
    for (const args of [
      ['--listener', 'x'],
      ['--cluster', 'x'],
      ['--cluster', 'x=y'],
      ['--tls-key', 'k'],
      ['--for', 'metaprotocol', '--listener', '8080=x'],
      ['--for', 'envoy', '--sds'],
      ['--for', 'metaprotocol', '--sds', '--tls-ca', 'ca.pem'],
    ]) {
      assert.equal((await bootstrap(...args)).code, 64, args.join(' '));
    }
    assert.equal((await run(['rds', 'bootstrap', '--server', 'aeraki:99999'])).code, 64);
    assert.equal((await run(['rds', 'bootstrap'])).code, 64);
  });
});

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import type { ProxyStatus } from '../../../src/inspect/sync/sync.js';
import type { JsonObject } from '../../../src/model/envoy.js';
import { built, folder, run } from '../../cli/program.js';
import { type Certificates, makeCertificates } from '../../xds/certificates.js';
import { type Serving, startServe } from '../../xds/serve.js';
import { staticCluster } from '../bootstrap.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { type Envoy, startEnvoy } from '../parts/envoy.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import { requirePart } from '../parts/require-part.js';

/** A text of a key that may be in no output: the base64 in the middle of a PEM file. */
const keyText = (path: string) => readFileSync(path, 'utf8').split('\n')[1]?.slice(0, 40) ?? '';

async function filesIn(archive: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const reader = extract();
  reader.end(gunzipSync(readFileSync(archive)));
  for await (const entry of reader) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(Buffer.from(chunk as Uint8Array));
    files.set(entry.header.name, Buffer.concat(chunks).toString('utf8'));
  }
  return files;
}

describe('the admin port of a real Envoy', function () {
  this.timeout(120_000);
  let envoy: Envoy | undefined;
  let certificates: Certificates | undefined;
  let work: Awaited<ReturnType<typeof folder>>;
  let at: string;

  before(async function () {
    requirePart(this, 'envoy');
    await built();
    work = await folder();
    certificates = makeCertificates();
    const { ca, serverCert, serverKey } = certificates;
    const inline = (path: string) => ({ inlineString: readFileSync(path, 'utf8') });
    envoy = await startEnvoy({
      staticResources: {
        clusters: [staticCluster('outbound|20880||orders.shop', [10_001])],
        secrets: [
          { name: 'default', tlsCertificate: { certificateChain: inline(serverCert), privateKey: inline(serverKey) } },
          { name: 'ROOTCA', validationContext: { trustedCa: inline(ca) } },
        ],
      },
    });
    at = new URL(envoy.admin).host;
  });
  after(async () => {
    await envoy?.stop();
    certificates?.remove();
    work?.remove();
  });

  it('shows certificates as openssl reads them, and never a key', async () => {
    assert.ok(certificates);
    const { stdout, code } = await run(['pc', 'secret', '--admin-address', at]);
    assert.equal(code, 0);
    const [heading, ...rows] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    assert.deepEqual(heading?.slice(0, 7), [
      ...['RESOURCE NAME', 'TYPE', 'STATUS', 'VALID CERT', 'SERIAL NUMBER', 'NOT AFTER', 'NOT BEFORE'],
    ]);
    assert.deepEqual(
      rows.map((row) => row.slice(0, 4)),
      [
        ['default', 'Cert Chain', 'STATIC', 'true'],
        ['ROOTCA', 'CA', 'STATIC', 'true'],
      ],
    );
    const { execFileSync } = await import('node:child_process');
    const serial = execFileSync('openssl', ['x509', '-noout', '-serial', '-in', certificates.serverCert], {
      encoding: 'utf8',
    });
    assert.equal(
      rows[0]?.[4],
      serial
        .replace(/^serial=/, '')
        .trim()
        .toLowerCase()
        .padStart(32, '0'),
    );
    for (const output of ['json', 'yaml']) {
      const shown = await run(['pc', 'secret', '--admin-address', at, '-o', output]);
      assert.ok(!shown.stdout.includes(keyText(certificates.serverKey)));
      assert.match(shown.stdout, /ROOTCA/);
    }
  });

  it('sets log levels, one logger or all, and sets them back', async () => {
    const levels = async (...flags: string[]) => {
      const { stdout, code } = await run(['pc', 'log', '--admin-address', at, '-o', 'json', ...flags]);
      assert.equal(code, 0);
      const [proxy] = JSON.parse(stdout) as readonly { readonly loggers: Readonly<Record<string, string>> }[];
      return proxy?.loggers ?? {};
    };
    assert.equal((await levels()).dubbo, 'warning');
    const mixed = await levels('--level', 'info,dubbo:debug,redis=trace');
    assert.deepEqual([mixed.dubbo, mixed.redis, mixed.http], ['debug', 'trace', 'info']);
    assert.match((await envoy?.adminPage('/logging', 'POST')) ?? '', /^ {2}redis: trace$/m);
    const back = await levels('--reset');
    assert.deepEqual([...new Set(Object.values(back))], ['warning']);
  });

  it('changes nothing when a logger or a level is not known', async () => {
    for (const [level, words] of [
      ['http:debug,dubo:debug', /no logger dubo\. Did you mean dubbo\?/],
      ['dubbo:loud', /dubbo:loud is no level/],
    ] as const) {
      const { code, stderr } = await run(['pc', 'log', '--admin-address', at, '--level', level]);
      assert.equal(code, 64);
      assert.match(stderr, words);
    }
    assert.match((await envoy?.adminPage('/logging', 'POST')) ?? '', /^ {2}http: warning$/m);
  });

  it('shows statistics, chosen by the proxy itself', async () => {
    const { stdout } = await run(['pc', 'stats', '--admin-address', at, '--filter', 'membership_total$', '-o', 'json']);
    assert.deepEqual(JSON.parse(stdout), [
      { proxy: at, stats: [{ name: 'cluster.outbound|20880||orders.shop.membership_total', value: 1 }] },
    ]);
    const whole = await run(['pc', 'stats', '--admin-address', at, '--type', 'gauges', '--filter', '^server\\.live$']);
    assert.equal(whole.stdout, 'NAME         VALUE\nserver.live  1\n');
    const prometheus = await run([
      ...['pc', 'stats', '--admin-address', at, '-o', 'prometheus', '--filter', 'membership_total$'],
    ]);
    assert.match(prometheus.stdout, /^# TYPE envoy_cluster_\w*membership_total gauge$/m);
    const wrong = await run(['pc', 'stats', '--admin-address', at, '--filter', '(a']);
    assert.equal(wrong.code, 64);
  });

  it('is in an archive without its key, with what failed and what is in it', async () => {
    assert.ok(certificates);
    const archive = join(work.path, 'report.tar.gz');
    const rules = join(work.path, 'rules.yaml');
    writeFileSync(
      rules,
      `apiVersion: v1
kind: Secret
metadata: {name: redis, namespace: shop}
stringData: {name: s3cret-name, password: s3cret-word}
---
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisService
metadata:
  name: cache
  namespace: shop
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"settings":{"auth":{"plain":{"password":"s3cret-old"}}}}}'
spec: {host: [cache.shop.svc.cluster.local], settings: {auth: {plain: {password: s3cret-plain}}}}
`,
    );
    const args = ['bug-report', rules, '--admin-address', at, '--admin-address', '127.0.0.1:1', '-o', archive];
    const { code, stdout, stderr } = await run(args);
    assert.equal(code, 1, stderr);
    assert.match(stderr, /AER0711.*127\.0\.0\.1:1.*connection refused/);
    const files = await filesIn(archive);
    const all = [...files.values(), stdout].join('\n');
    for (const secret of [keyText(certificates.serverKey), 's3cret']) assert.ok(!all.includes(secret), secret);
    assert.equal((await filesIn(archive)).get('aeraki-bug-report/README.txt'), stdout.replace(/Wrote .*\n$/, ''));
    for (const [name, text] of files) {
      if (name.endsWith('/README.txt')) continue;
      const line = `  ${name.replace('aeraki-bug-report/', '')}  ${Buffer.byteLength(text)} bytes: `;
      assert.ok(stdout.includes(line), line);
      if (name.endsWith('.json')) JSON.parse(text);
    }
    assert.match(stdout, /^Not in it:\n {2}127\.0\.0\.1:1: /m);
    const dump = files.get(`aeraki-bug-report/proxies/${at.replace(':', '_')}/config_dump.json`) ?? '';
    writeFileSync(join(work.path, 'dump.json'), dump);
    const again = await run(['pc', 'clusters', '-f', join(work.path, 'dump.json')]);
    assert.match(again.stdout, /orders\.shop/);
  });
});

describe('proxy-status, as a real istiod, a real Envoy and rds serve say it', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  let istiod: Istiod | undefined;
  let serving: Serving | undefined;
  let envoy: Envoy | undefined;

  before(async function () {
    for (const part of ['istiod', 'apiserver', 'etcd', 'envoy'] as const) requirePart(this, part);
    await built();
    server = await startApiServer({ crds: true });
    istiod = await startIstiod(server, { env: { PILOT_DEBOUNCE_AFTER: '20ms', PILOT_DEBOUNCE_MAX: '200ms' } });
    serving = await startServe(['examples/dubbo.yaml']);
    envoy = await startEnvoy(subscribed(istiod.xds));
  });
  after(async () => {
    await envoy?.stop();
    await serving?.stop();
    await istiod?.stop();
    await server?.stop();
  });

  const status = async (address: string): Promise<readonly ProxyStatus[]> => {
    const { code, stdout, stderr } = await run(['ps', '--admin-address', address, '-o', 'json']);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as readonly ProxyStatus[];
  };

  it('both sides agree on what the proxy refused, and on what it never got', async () => {
    assert.ok(istiod && envoy);
    const address = new URL(istiod.http).host;
    let said: readonly ProxyStatus[] = [];
    for (let attempt = 0; attempt < 100 && said[0]?.types.LDS?.note !== 'refused'; attempt += 1) {
      await sleep(100);
      said = await status(address);
    }
    const [own] = await status(new URL(envoy.admin).host);
    const [theirs] = said;
    assert.equal(said.length, 1);
    for (const proxy of [own, theirs]) {
      assert.equal(proxy?.name, 'consumer-1.shop');
      // This Envoy has none of Istio's own filters, so it refuses listeners; both sides say so.
      assert.equal(proxy?.types.LDS?.state, 'STALE');
      assert.match(proxy?.types.LDS?.note ?? '', /refused$/);
      assert.equal(proxy?.types.RDS?.state, 'NOT SENT');
      assert.equal(proxy?.types.ECDS?.state, 'NOT SENT');
    }
    const table = await run(['proxy-status', 'consumer-1.shop', '--admin-address', address]);
    assert.match(table.stdout, /^NAME +CLUSTER +CDS +LDS +EDS +RDS +ECDS +CONTROL PLANE +VERSION\nconsumer-1\.shop /);
    const unknown = await run(['ps', 'consumer-2.shop', '--admin-address', address]);
    assert.equal(unknown.code, 64);
    assert.match(unknown.stderr, /Did you mean consumer-1\.shop\?/);
  });

  it('asks rds serve for its clients', async () => {
    assert.ok(serving);
    assert.deepEqual(await status(new URL(serving.admin).host), []);
  });
});

/** An Envoy that asks istiod for everything, with the id of a sidecar. */
function subscribed(address: string): Readonly<Record<string, unknown>> {
  const [host = '', port = ''] = address.split(':');
  const istiod: JsonObject = {
    name: 'xds',
    connectTimeout: '1s',
    typedExtensionProtocolOptions: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
        '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
        explicitHttpConfig: { http2ProtocolOptions: {} },
      },
    },
    loadAssignment: {
      clusterName: 'xds',
      endpoints: [
        {
          lbEndpoints: [{ endpoint: { address: { socketAddress: { address: host, portValue: Number(port) } } } }],
        },
      ],
    },
  };
  const ads = { ads: {}, resourceApiVersion: 'V3' };
  return {
    node: {
      id: 'sidecar~10.9.8.7~consumer-1.shop~shop.svc.cluster.local',
      cluster: 'consumer.shop',
      metadata: { NAMESPACE: 'shop', CLUSTER_ID: 'Kubernetes', ISTIO_VERSION: '1.30.0' },
    },
    dynamicResources: {
      adsConfig: { apiType: 'GRPC', transportApiVersion: 'V3', grpcServices: [{ envoyGrpc: { clusterName: 'xds' } }] },
      cdsConfig: ads,
      ldsConfig: ads,
    },
    staticResources: { clusters: [istiod] },
  };
}

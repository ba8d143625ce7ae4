/**
 * A thousand listeners from a real istiod: `tsx bench/mesh.ts [--services 1000] [--rounds 3]`, after `npm run build`.
 *
 * As many Dubbo services, each with the filter that `translate` prints and its routes at `aeraki rds serve`. In each round the
 * same istiod is first only asked (listeners, clusters, endpoints: what it takes by itself), then `aeraki proxy --xds` in this
 * process takes everything, and the time is that until the last listener listens and has its routes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { credentials } from '@grpc/grpc-js';
import { loadAll } from 'js-yaml';
import { traitsOf } from '../src/behaviour/traits.js';
import { dubbo } from '../src/codec/dubbo/dubbo.js';
import { createHash64 } from '../src/proxy/balance/xxhash.js';
import { MeshProxy } from '../src/proxy/mesh/mesh-proxy.js';
import { Places } from '../src/proxy/mesh/places.js';
import { nodeHeaders } from '../src/proxy/node-headers.js';
import { defaultSettings } from '../src/proxy/settings.js';
import { Turn } from '../src/proxy/turn.js';
import { discover } from '../src/xds/client.js';
import { run } from '../test/cli/program.js';
import { startApiServer } from '../test/real/parts/apiserver.js';
import { startIstiod } from '../test/real/parts/istiod.js';
import type { KubeObject } from '../test/real/parts/kube-client.js';
import { freePort, temporaryFolder } from '../test/real/parts/place.js';
import { peerAuthentications } from '../test/real/sidecar/traffic.js';
import { startServe } from '../test/xds/serve.js';

const { values } = parseArgs({
  options: { services: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } },
});
const services = Number(values.services);
const id = 'sidecar~127.66.40.5~web-1.shop~shop.svc.cluster.local';
const port = await freePort();

const rules = Array.from({ length: services }, (_, at) => {
  const host = `orders-${at}.shop.svc.cluster.local`;
  const address = `127.67.${at >> 8}.${at & 255}`;
  return `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders-${at}, namespace: shop}
spec:
  hosts: [${host}]
  addresses: [${address}]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{number: ${port}, name: tcp-metaprotocol-dubbo, protocol: TCP}]
  endpoints: [{address: 127.0.0.1}]
`;
}).join('---');

const folder = await temporaryFolder('bench-mesh');
const file = join(folder.path, 'rules.yaml');
writeFileSync(file, rules);
const server = await startApiServer({ crds: true });
await server.admin.create([peerAuthentications]);
const istiod = await startIstiod(server);
const routes = await startServe([file]);
const { stdout } = await run(['translate', file, '--fixed']);
const objects = [...(loadAll(rules) as KubeObject[]), ...(loadAll(stdout) as KubeObject[])];
await server.admin.create(objects.slice(0, 1));
for (let at = 1; at < objects.length; at += 16) {
  await Promise.all(objects.slice(at, at + 16).map((object) => server.admin.create([object])));
}

async function asked(): Promise<number> {
  const start = performance.now();
  const clusters: string[] = [];
  for (const type of ['cds', 'eds', 'lds'] as const) {
    const stop = new AbortController();
    const options = { server: istiod.xds, credentials: credentials.createInsecure(), delta: true, nodeId: id };
    const names = type === 'eds' ? clusters : [];
    for await (const { resources } of discover({ ...options, type, names, signal: stop.signal })) {
      if (type === 'cds') clusters.push(...resources.flatMap(({ name = '' }) => (name.includes('|') ? name : [])));
      count = resources.length;
      break;
    }
    stop.abort();
  }
  return performance.now() - start;
}
let count = 0;

async function taken(): Promise<{ readonly time: number; readonly gates: number; readonly cpu: number }> {
  const now = () => performance.now();
  const troubles: string[] = [];
  const proxy = new MeshProxy({
    ads: {
      server: istiod.xds,
      credentials: () => credentials.createInsecure(),
      node: { id, cluster: 'web', metadata: { NAMESPACE: 'shop', ISTIO_VERSION: '1.30.0' } },
    },
    mesh: {
      places: new Places([]),
      upstreams: new Map(),
      ip: '127.66.40.5',
      node: { id, version: '0' },
      traffic: 'outbound',
    },
    routes: {
      given: { host: '127.0.0.1', port: routes.port },
      credentials: credentials.createInsecure(),
      count: () => {},
    },
    codecs: new Map([[dubbo.codec, dubbo]]),
    world: {
      settings: defaultSettings,
      traits: traitsOf('ideal'),
      node: nodeHeaders(id),
      surroundings: { turn: new Turn(), now, random: () => Math.random(), hash64: await createHash64() },
      observe: undefined,
      trouble: (message) => troubles.push(message),
    },
    events: { filter: () => {}, gates: () => {}, left: () => {} },
  });
  const start = now();
  const before = process.cpuUsage();
  await proxy.start();
  const time = now() - start;
  const { user, system } = process.cpuUsage(before);
  const gates = proxy.plane.gates.length;
  await proxy.stop();
  if (troubles.length > 0) process.stderr.write(`${troubles.slice(0, 3).join('\n')}\n`);
  return { time, gates, cpu: (user + system) / 1000 };
}

const ms = (value: number) => `${Math.round(value)} ms`;
// Until istiod has it all.
do {
  await new Promise((resolve) => setTimeout(resolve, 500));
  await asked();
} while (count < services);
for (let round = 0; round < Number(values.rounds); round++) {
  const alone = await asked();
  const { time, gates, cpu } = await taken();
  process.stdout.write(
    `istiod alone ${ms(alone)}; proxy ${ms(time)} until ${gates} listeners have their routes (${ms(cpu)} of processor time)\n`,
  );
}
await routes.stop();
await istiod.stop();
await server.stop();
await folder.remove();
process.exit(0);

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { built, folder } from '../cli/program.js';
import { until } from '../xds/serve.js';
import { startLab } from './program.js';

const hosts = ['orders', 'payments'].map((name) => `${name}.shop.svc.cluster.local`);

const service = (host: string, at: number) => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: ${host.split('.')[0]}, namespace: shop }
spec:
  hosts: [${host}]
  addresses: [240.240.7.${at + 1}]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{ number: ${20980 + at}, name: tcp-metaprotocol-dubbo, protocol: TCP }]
  workloadSelector: { labels: { app: ${host.split('.')[0]} } }
---`;

/** A workload that sees the first `count` of the services. */
const seen = (count: number) => `${hosts.map(service).join('')}
apiVersion: v1
kind: Pod
metadata: { name: web-1, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: app, image: app }] }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: web, namespace: shop }
spec:
  workloadSelector: { labels: { app: web } }
  egress: [{ hosts: [${hosts
    .slice(0, count)
    .map((host) => `"./${host}"`)
    .join(', ')}] }]
`;

describe('aeraki lab: a Sidecar is edited under load', function () {
  this.timeout(120_000);
  before(built);

  it('hides a service and shows it again without a lost request', async () => {
    const files = await folder({ 'rules.yaml': seen(2) });
    const file = join(files.path, 'rules.yaml');
    const lab = await startLab([files.path, '--rate', '200']);
    const listened = async () => (await lab.state()).listeners.length;
    try {
      for (let round = 0; round < 2; round++) {
        for (const count of [1, 2]) {
          await writeFile(file, seen(count));
          let now = 0;
          // Seldom: several looks a second at the page are a load of their own.
          const look = setInterval(() => void listened().then((value) => (now = value)), 500);
          await until(
            () => now === count,
            30_000,
            () => `${now} listeners: ${lab.stderr()}`,
          ).finally(() => clearInterval(look));
          await sleep(1_500);
        }
      }
      const { stdout } = await lab.stop();
      const result = JSON.parse(stdout) as { requests: number; clients: Record<string, number> };
      const { sent = 0, answered, failed, unanswered } = result.clients;
      assert.deepStrictEqual({ failed, unanswered, answered }, { failed: 0, unanswered: 0, answered: sent });
      assert.ok(sent > 20, `${sent} requests`);
      assert.equal(result.requests, sent);
    } finally {
      await lab.stop();
      files.remove();
    }
  });
});

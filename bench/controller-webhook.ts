/**
 * The admission webhook of `aeraki controller run`: a thousand reviews of MetaRouters at once, over connections that are
 * open already, beside the same thousand answered by a server of HTTPS that looks at nothing. Printed are the times as
 * whoever asked saw them; both ends share this machine, so the ratio says more than the figure. What one review takes in the
 * webhook itself is in its own metrics, and its processor time is that of the process.
 *
 * Run: npm run build && npx tsx bench/controller-webhook.ts [reviews [rounds]]   (1000 and 5 unless told)
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Running } from '../test/real/controller/running.js';
import { entry, router } from '../test/real/controller/shop.js';
import { startApiServer } from '../test/real/parts/apiserver.js';
import { makeCertificates } from '../test/xds/certificates.js';
import { ticked } from './process.js';

const [reviews = 1_000, rounds = 5] = process.argv.slice(2).map(Number);

function body(at: number): string {
  const object = router(`r${at}`, 'v1', 1 + (at % 50));
  return JSON.stringify({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: { uid: `uid-${at}`, operation: 'CREATE', object },
  });
}

/** Asks all at once; milliseconds of each, sorted. */
async function ask(url: string, agent: Agent): Promise<readonly number[]> {
  const times = await Promise.all(
    Array.from({ length: reviews }, (_, at) => {
      const text = body(at);
      const began = performance.now();
      return new Promise<number>((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
        const sent = request(url, { method: 'POST', agent, headers }, (response) => {
          response.resume().once('end', () => resolve(performance.now() - began));
        });
        sent.once('error', reject).end(text);
      });
    }),
  );
  return times.sort((a, b) => a - b);
}

/** How many reviews took at most so many milliseconds in the webhook, of all, by its own histogram. */
async function within(admin: string, milliseconds: number): Promise<string> {
  const text = await (await fetch(`http://${admin}/metrics`)).text();
  const sum = (pattern: RegExp): number =>
    [...text.matchAll(pattern)].reduce((all, [, value]) => all + Number(value), 0);
  const le = String(milliseconds / 1000).replace('.', '\\.');
  const some = sum(new RegExp(`^aeraki_controller_review_seconds_bucket\\{[^}]*le="${le}"[^}]*\\} (\\d+)`, 'gm'));
  const all = sum(/^aeraki_controller_review_seconds_count(?:\{[^}]*\})? (\d+)/gm);
  return `${((some / all) * 100).toFixed(1)} % of ${all} within ${milliseconds} ms`;
}

async function measure(what: string, url: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: reviews, maxFreeSockets: reviews, rejectUnauthorized: false });
  await ask(url, agent);
  for (let round = 0; round < rounds; round++) {
    const times = await ask(url, agent);
    const at = (share: number): string => `${(times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(0)} ms`;
    const all = times.at(-1) ?? 1;
    console.log(`${what}: p50 ${at(0.5)}, p99 ${at(0.99)}, ${Math.round((reviews / all) * 1000)} a second`);
  }
  agent.destroy();
}

const server = await startApiServer({ crds: true });
const files = makeCertificates();
const bare = createServer(
  { cert: readFileSync(files.serverCert), key: readFileSync(files.serverKey) },
  (incoming, response) => {
    let text = '';
    incoming.on('data', (part: Buffer) => {
      text += part.toString();
    });
    incoming.on('end', () => response.end(JSON.stringify({ uid: JSON.parse(text).request.uid, allowed: true })));
  },
);
bare.keepAliveTimeout = 120_000;
try {
  await server.admin.create([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } },
    entry('one', 1),
  ]);
  const running = new Running(await server.kubeconfig(), '--webhook', '127.0.0.1:0');
  const { address } = await running.line(({ event, address: at }) => event === 'webhook' && at !== undefined);
  await running.line(({ event }) => event === 'serving');
  const { address: admin } = await running.line(({ event }) => event === 'admin');
  const before = ticked(running.pid);
  await measure('the webhook', `https://${address}/validate`);
  const each = (ticked(running.pid) - before) / (reviews * (rounds + 1));
  const own = await Promise.all([5, 10, 50].map((limit) => within(String(admin), limit)));
  console.log(`in the webhook itself: ${own.join(', ')}; ${each.toFixed(2)} ms of processor each, with TLS and all`);
  bare.listen(0, '127.0.0.1');
  await once(bare, 'listening');
  await measure('a server that looks at nothing', `https://127.0.0.1:${(bare.address() as AddressInfo).port}/`);
  await running.stop();
} finally {
  bare.close();
  files.remove();
  await server.stop();
}

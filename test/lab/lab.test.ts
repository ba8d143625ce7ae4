import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { dubboSpeech } from '../../src/codec/speech/dubbo.js';
import { built, folder, root, run } from '../cli/program.js';
import { resultOf } from '../cli/result-schemas.js';
import { Client } from '../proxy/plane.js';
import { type LabNumbers, startLab } from './program.js';

const host = 'orders.shop.example.com';
const example = join(root, 'examples', 'dubbo.yaml');
const pay = { interface: 'com.example.shop.OrderService', method: 'pay' };

/** Calls one after the other, and counts the names that the servers answer with; '' for what was answered badly. */
async function ask(port: number, count: number, attributes: Readonly<Record<string, string>>) {
  const client = await Client.to(port, dubbo);
  const by = new Map<string, number>();
  for (let id = 1n; id <= BigInt(count); id += 1n) {
    const answer = await client.ask(dubboSpeech.request(new Map(Object.entries(attributes)), id));
    const name = answer.failed ? '' : (/orders-v\d/.exec(Buffer.from(answer.bytes).toString('latin1'))?.[0] ?? '?');
    by.set(name, (by.get(name) ?? 0) + 1);
  }
  client.close();
  return by;
}

describe('aeraki lab', function () {
  this.timeout(120_000);
  before(built);

  it('counts what its clients count, for every route of the examples', async () => {
    const { code, stdout } = await run(['lab', 'examples/', '--for', '2s', '-o', 'json', '--admin', 'off']);
    assert.equal(code, 0);
    const result = resultOf('lab', stdout) as LabNumbers;
    assert.deepEqual(Object.keys(result.routes).sort(), ['everybody', 'everything-else', 'refunds', 'trial']);
    const { sent, answered, failed, unanswered } = result.clients;
    assert.equal(sent, answered + failed + unanswered);
    assert.equal(result.requests, sent);
    assert.equal(result.errors, failed + unanswered);
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((one, other) => one + other, 0);
    assert.equal(sum(result.routes), sent);
    assert.equal(sum(result.clusters), sent);
    // Refunds are copied to the other version.
    assert.equal(sum(result.mirrors), result.routes.refunds);
  });

  it('counts exactly what clients of others see, limits too', async () => {
    const files = await folder({
      'rules.yaml': (await readFile(example, 'utf8')).replace('fillInterval: 1s', 'fillInterval: 1h'),
    });
    const lab = await startLab([files.path, '--rate', '0', '--proxy-version', '1.3']);
    try {
      const port = await lab.port(host);
      const trial = await ask(port, 40, { ...pay, group: 'trial-3' });
      const others = await ask(port, 150, pay);
      assert.deepEqual([...trial], [['orders-v2', 40]]);
      const { code, stdout } = await lab.stop();
      assert.equal(code, 0);
      const result = resultOf('lab', stdout) as LabNumbers;
      assert.equal(result.requests, 190);
      assert.deepEqual(result.routes, { trial: 40, everybody: 150 });
      const refused = others.get('') ?? 0;
      assert.equal(result.errors, refused);
      assert.equal(result.limited, refused);
      // 100 tokens for each instance, of which one takes about 135 requests.
      assert.ok(refused > 0);
      const took = (name: string) => (result.workloads[name]?.requests ?? 0) - (result.workloads[name]?.limited ?? 0);
      assert.equal(took('orders-v1'), others.get('orders-v1') ?? 0);
      assert.equal(took('orders-v2'), 40 + (others.get('orders-v2') ?? 0));
      assert.deepEqual(result.clients, { sent: 0, answered: 0, failed: 0, unanswered: 0 });
    } finally {
      await lab.stop();
      files.remove();
    }
  });

  it('takes an edit while it runs, keeps the last good rules at a broken one, and ends at Ctrl-C', async () => {
    const text = await readFile(example, 'utf8');
    const files = await folder({ 'rules.yaml': text });
    const file = join(files.path, 'rules.yaml');
    const lab = await startLab([files.path, '--rate', '0']);
    try {
      const port = await lab.port(host);
      await writeFile(file, text.replaceAll('subset: v2', 'subset: v1'));
      const start = Date.now();
      while ((await ask(port, 1, { ...pay, group: 'trial-3' })).has('orders-v2')) {
        assert.ok(Date.now() - start < 20_000, 'the edit is not in force');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await writeFile(file, text.replace('kind: MetaRouter', 'kind: MetaRouter\n  : ['));
      while (!/AER00/.test(lab.stderr())) {
        assert.ok(Date.now() - start < 40_000, lab.stderr());
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      assert.ok((await ask(port, 1, { ...pay, group: 'trial-3' })).has('orders-v1'));
      // A consumer's and the page's ports are free afterwards.
      const { code } = await lab.stop();
      assert.equal(code, 0);
      for (const gone of [port, Number(new URL(lab.page).port)]) {
        await new Promise<void>((resolve, reject) => {
          const socket = connect(gone, '127.0.0.1');
          socket.once('connect', () => reject(new Error(`${gone} is still listened on`)));
          socket.once('error', () => resolve());
        });
      }
    } finally {
      await lab.stop();
      files.remove();
    }
  });

  it('has a page, for this machine only', async () => {
    const lab = await startLab(['examples/', '--request', `${host}/method=<b>,user=vip-7`, '--rate', '50']);
    try {
      while ((await lab.state()).requests === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      // Where long words may be broken is of no matter here.
      const page = (await (await fetch(lab.page)).text()).replaceAll('<wbr>', '');
      assert.match(page, /orders\.shop\.example\.com:20880/);
      assert.match(page, /method=&lt;b&gt; /);
      assert.doesNotMatch(page, /method=<b>/);
      assert.deepEqual(Object.keys((await lab.state()).routes), ['everybody']);
      const status = await new Promise((resolve, reject) => {
        const options = { headers: { host: 'evil.example' } };
        request(`${lab.page}/state`, options, ({ statusCode }) => resolve(statusCode))
          .on('error', reject)
          .end();
      });
      assert.equal(status, 403);
      assert.equal((await fetch(lab.page, { method: 'POST' })).status, 405);
    } finally {
      await lab.stop();
    }
  });

  it('says what is wrong with its flags', async () => {
    for (const [flag, value] of [
      ['--request', 'pay'],
      ['--for', 'soon'],
      ['--timeout', '0'],
      ['--upstream', 'v1=here'],
      ['--admin', 'here'],
    ] as const) {
      const others = { '--for': '1s', '--admin': 'off', [flag]: value };
      const { code, stderr } = await run(['lab', 'examples/dubbo.yaml', ...Object.entries(others).flat()]);
      assert.equal(code, 64, `${flag}: ${stderr}`);
      assert.match(stderr, new RegExp(`${flag}.*Write for example`, 's'));
    }
    const unknown = await run([
      'lab',
      'examples/dubbo.yaml',
      '--request',
      'other.example/method=pay',
      '--for',
      '1s',
      '--admin',
      'off',
    ]);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /orders\.shop\.example\.com:20880/);
    assert.equal((await run(['lab'])).code, 64);
  });
});

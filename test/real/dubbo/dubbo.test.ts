import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { type Mesh, startMesh } from '../mesh.js';
import { requirePart } from '../parts/require-part.js';
import { say } from '../parts/say.js';
import { callDubbo, type Plan } from './client.js';
import { type DubboProvider, startDubboProvider } from './provider.js';
import { cluster, entry, host, service, virtualService } from './resources.js';

const to = (subset: string, more = '') => `{destination: {host: ${host}, subset: ${subset}}${more}}`;

describe('real Dubbo requests through a real Envoy with our filter', function () {
  this.timeout(120_000);
  let providers: Record<'v1' | 'v2' | 'all', DubboProvider>;
  let mesh: Mesh | undefined;

  before(async function () {
    requirePart(this, 'envoy');
    const [v1, v2, all] = await Promise.all(['v1', 'v2', 'all'].map(startDubboProvider));
    ok(v1 && v2 && all);
    providers = { v1, v2, all };
    say('started three Dubbo providers in this process');
  });
  afterEach(async () => {
    await mesh?.stop();
    mesh = undefined;
  });
  after(async () => {
    for (const provider of Object.values(providers ?? {})) await provider.stop();
  });

  async function answers(http: string | undefined, calls: Plan['calls'], options = {}): Promise<readonly string[]> {
    const { v1, v2, all } = providers;
    const endpoints = { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port], [cluster('')]: [all.port] };
    mesh = await startMesh(entry() + (http === undefined ? '' : virtualService(http)), { endpoints, ...options });
    const replies = await callDubbo({ port: await mesh.port('outbound'), service, calls });
    return replies.map(({ answer, error }) => answer ?? `error: ${error}`);
  }

  it('reaches the service without any rule, with its interface and attachments', async () => {
    deepStrictEqual(await answers(undefined, [{ method: 'pay', group: 'gold' }]), ['all']);
    const request = providers.all.requests.at(-1);
    strictEqual(request?.path, service);
    strictEqual(request.method, 'pay');
    strictEqual((request.attachments as { $?: unknown; group?: string }).group, 'gold');
  });

  const http = `
    {match: [{method: {exact: pay}, headers: {group: {exact: gold}}}], route: [${to('v2')}]},
    {match: [{method: {prefix: get}}], route: [${to('v2')}]},
    {match: [{method: {regex: 'set.*Name'}}], route: [${to('v2')}]},
    {match: [{headers: {group: {prefix: silver-}}}], route: [${to('v2')}]},
    {route: [${to('v1')}]}`;
  const calls = [
    { method: 'pay', group: 'gold' },
    { method: 'pay', group: 'gold-2' },
    { method: 'pay' },
    { method: 'getName' },
    { method: 'forget' },
    { method: 'setFullName' },
    { method: 'setFullNames' },
    { method: 'other', group: 'silver-1' },
    { method: 'other', group: 'silver' },
  ];
  const expected = ['v2', 'v1', 'v1', 'v2', 'v1', 'v2', 'v1', 'v2', 'v1'];

  for (const [title, options] of Object.entries({ default: { fixed: false }, '--fixed': { fixed: true } })) {
    it(`routes by method and by header (${title})`, async () => {
      deepStrictEqual(await answers(http, calls, { translate: options }), expected);
    });
  }

  it('matches the second match too with --fixed, which the reference does not (D8)', async () => {
    const two = `{match: [{method: {exact: pay}}, {method: {exact: refund}}], route: [${to('v2')}]}, {route: [${to('v1')}]}`;
    const both = [{ method: 'pay' }, { method: 'refund' }, { method: 'other' }];
    deepStrictEqual(await answers(two, both, { translate: { fixed: true } }), ['v2', 'v2', 'v1']);
    await mesh?.stop();
    deepStrictEqual(await answers(two, both, { translate: { fixed: false } }), ['v2', 'v1', 'v1']);
  });

  it('splits 30 to 70', async () => {
    const times = 600;
    const all = await answers(`{route: [${to('v1', ', weight: 30')}, ${to('v2', ', weight: 70')}]}`, [
      { method: 'pay', times },
    ]);
    const first = all.filter((answer) => answer === 'v1').length;
    strictEqual(first + all.filter((answer) => answer === 'v2').length, times);
    // Six standard deviations, as with Thrift.
    ok(Math.abs(first - times * 0.3) < 6 * Math.sqrt(times * 0.3 * 0.7), `${first} of ${times} went to v1`);
  });

  it('answers with an exception where no route matches', async () => {
    const [answer] = await answers(`{match: [{method: {exact: pay}}], route: [${to('v1')}]}`, [{ method: 'other' }]);
    match(answer ?? '', /no route for|dubbo router/i);
  });

  it('serves the workload itself through the inbound filter, whatever the interface', async () => {
    mesh = await startMesh(entry(), { endpoints: { 'inbound|20880||': [providers.v1.port] } });
    const port = await mesh.port('inbound');
    const replies = await callDubbo({ port, service: 'com.acme.Other', calls: [{ method: 'any' }] });
    deepStrictEqual(replies, [{ answer: 'v1' }]);
  });
});

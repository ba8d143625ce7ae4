import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brpcMessage } from '../codec/brpc/messages.js';
import { dubboRequest } from '../codec/dubbo/message.js';
import { built, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

const capture = join(root, 'examples/dubbo.pcap');
const rules = ['--rules', join(root, 'examples/dubbo.yaml'), '--host', 'orders.shop.example.com'];

describe('aeraki decode', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('prints messages, attributes and the route of each request', async () => {
    const { code, stdout, stderr } = await run(['decode', 'dubbo', capture, ...rules]);
    assert.deepStrictEqual([code, stderr], [0, '']);
    const rows = stdout.trimEnd().split('\n');
    assert.equal(rows.length, 7);
    assert.match(
      rows[0] ?? '',
      /^# +CONNECTION +PROTOCOL +KIND +ID +HEADER +BODY +ATTRIBUTES +DETAILS +ROUTE +CLUSTERS +NOTES$/,
    );
    assert.match(
      rows[1] ?? '',
      /10\.1\.0\.1:41000 → 10\.1\.0\.9:20880 +dubbo +request +1 .*method=pay.*group=trial-7.* trial +outbound\|20880\|v2\|/,
    );
    assert.match(
      rows[3] ?? '',
      /group=all.* everybody +outbound\|20880\|v1\|orders\.shop\.example\.com:90 outbound\|20880\|v2\|\S+:10 +the limit is counted in each server: 100 per server$/,
    );
    assert.match(rows[6] ?? '', /response +1 .*result=exception failed +the answer is thrown away: an exception$/);
  });

  it('prints JSON as the schema says, and what route says', async () => {
    const { code, stdout, stderr } = await run(['decode', capture, ...rules, '-o', 'json']);
    assert.deepStrictEqual([code, stderr], [0, '']);
    const { messages } = resultOf('decode', stdout) as { messages: { attributes: object; decision?: object }[] };
    assert.equal(messages.length, 6);
    const [first] = messages;
    const attributes = Object.entries(first?.attributes ?? {}).flatMap((pair) => ['--attribute', pair.join('=')]);
    const route = await run(['route', ...rules.slice(1), ...attributes, '-o', 'json']);
    const { tried: _, ...decision } = JSON.parse(route.stdout);
    assert.deepStrictEqual(first?.decision, decision);
  });

  it('reads standard input as it comes, and a codec of your own', async () => {
    const stdin = readFileSync(join(root, 'examples/orders.bin'));
    const own = ['--codec', `orders=${join(root, 'examples/orders.mjs')}`];
    for (const protocol of [['orders'], []]) {
      const { code, stdout, stderr } = await run(['decode', ...protocol, '-', ...own], { stdin });
      assert.deepStrictEqual([code, stderr], [0, '']);
      assert.match(stdout, /1 +orders +request +1 +16 +7 +command=create user=ann +version=1\n/);
    }
  });

  it('is read from a large input within little memory', async function () {
    this.timeout(120_000);
    const one = dubboRequest({ types: 'Ljava/lang/String;', values: ['x'.repeat(60_000)] });
    const stdin = Buffer.concat(Array.from({ length: 3000 }, () => one));
    const { code, stdout } = await run(['decode', 'dubbo', '-'], {
      stdin,
      env: { NODE_OPTIONS: '--max-old-space-size=64' },
    });
    assert.equal(code, 0);
    assert.equal(stdout.split('\n').length, 3002);
  });

  it('says that the proxy cannot route on bRPC, and when the rules are for another codec', async () => {
    const stdin = brpcMessage({ request: { serviceName: 'a.B', methodName: 'C' }, correlationId: 1n });
    const { code, stdout, stderr } = await run(['decode', '-', ...rules], { stdin });
    assert.equal(code, 0);
    assert.match(stdout, /brpc +request +1 .*service=a\.B method=C/);
    assert.match(stderr, /^Info \[AER0904\]/m);
    assert.match(stderr, /^Warning \[AER0905\]/m);
  });

  it('never lets a name drive the terminal', async () => {
    const stdin = dubboRequest({ method: '\u001b[2Jevil', attachments: { 'k\u0007': '\u202e\u009b31m' } });
    for (const format of ['table', 'json']) {
      const { stdout } = await run(['decode', '-', '-o', format], { stdin });
      assert.ok(stdout.includes('\\u001b'));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  for (const [what, args, stdin, code, text] of [
    ['no input', [], '', 64, /No input/],
    ['two inputs', ['dubbo', 'a', 'b'], '', 64, /Only one input/],
    ['an unknown protocol', ['duboo', 'a'], '', 64, /There is no codec duboo\. Did you mean dubbo\?/],
    ['a codec flag without a file', ['x', '-', '--codec', 'x'], '', 64, /NAME=FILE/],
    ['a codec with the name of a built-in one', ['-', '--codec', 'dubbo=a.mjs'], '', 64, /is taken/],
    ['a host without rules', ['-', '--host', 'h'], 'x', 64, /Add --rules/],
    ['rules without a host', ['-', '--rules', 'r'], 'x', 64, /Add --host/],
    ['a file that is not there', ['dubbo', 'nowhere.pcap'], '', 65, /Cannot read nowhere\.pcap/],
    ['a directory', ['dubbo', 'test'], '', 65, /is a directory/],
    ['an empty input', ['-'], '', 65, /is empty/],
    ['bytes of no protocol', ['-'], 'HELO mail.example.com (no protocol here)\r\n', 65, /\[AER0903\]/],
    ['HTTP', ['-'], 'GET / HTTP/1.1\r\nHost: example.com\r\n\r\n', 65, /\[AER0971\].*HTTP\/1/],
    ['bytes of another protocol', ['dubbo', '-'], 'PRPC\0\0\0\0\0\0\0\0', 65, /\[AER0901\].*da bb/],
    ['a broken hex dump', ['-'], '00000000: dabb c200\n00000009: 0000\n', 65, /\[AER0902\] \(-:2\).*offset 9/],
    ['a message that is cut off', ['-'], dubboRequest().subarray(0, 30), 65, /^Error \[AER0910\]/],
    [
      'a message that is too long',
      ['-', '--max-message-size', '20'],
      dubboRequest(),
      65,
      /\[AER0901\].*more than the 20/,
    ],
    ['a body that cannot be read', ['-'], Buffer.from('dabbc2000000000000000001000000024343', 'hex'), 0, /\[AER0906\]/],
    ['a codec that is not there', ['x', '-', '--codec', 'x=nowhere.mjs'], 'x', 65, /\[AER0920\]/],
  ] as const) {
    it(`ends with ${code} for ${what}`, async () => {
      const ended = await run(['decode', ...args], { stdin });
      assert.match(ended.stderr, text);
      assert.equal(ended.code, code);
      assert.doesNotMatch(ended.stderr, /\n {4}at /);
    });
  }
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codec, Message } from '../../src/codec/codec.js';
import { type CodecName, codecs } from '../../src/codec/codecs.js';
import { askedService, readRules } from '../../src/command/route.js';
import { attributesOf } from '../../src/match/attributes.js';
import { choose, type Decision, decisionOf } from '../../src/match/decision.js';
import type { RequestLine } from '../../src/proxy/request-line.js';
import { brpcMessage } from '../codec/brpc/messages.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { MessageType, thriftMessage } from '../codec/thrift/calls.js';
import { trpcFrame, trpcProtos } from '../codec/trpc/frames.js';
import { parts, seeded } from './fixture.js';
import { until } from './plane.js';
import { cluster, host, service, to } from './rules.js';

const COUNT = 1000;
const wire = { transport: 'framed', protocol: 'binary' } as const;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Few names and values, so that every route is taken by some. */
const values = ['', 'a', 'ab', 'abc', 'b', 'ünï', 'B', '1', '12', ' a'];

interface Spoken {
  /** The attributes that a request has anyway, whatever else is in it. */
  readonly own: readonly string[];
  /** Whether it can carry others. */
  readonly open: boolean;
  request(id: number, attributes: Readonly<Record<string, string>>): Uint8Array;
  answer(message: Message): Uint8Array;
}

const spoken: Readonly<Record<CodecName, Spoken>> = {
  dubbo: {
    own: ['interface', 'method'],
    open: true,
    request: (id, { interface: path = '', method = '', ...attachments }) =>
      dubboRequest({ id: BigInt(id), path, method, attachments }),
    answer: ({ id }) => dubboResponse(id ?? 0n, 2, []),
  },
  thrift: {
    own: ['method'],
    open: false,
    request: (id, { method = '' }) => thriftMessage(wire, { name: method, type: MessageType.CALL, sequence: id }),
    answer: ({ id, attributes }) =>
      thriftMessage(wire, { name: attributes.get('method') ?? '', type: MessageType.REPLY, sequence: Number(id) }),
  },
  trpc: {
    own: ['caller', 'callee', 'func'],
    open: true,
    request: (id, { caller = '', callee = '', func = '', ...more }) => {
      const transInfo = Object.fromEntries(Object.entries(more).map(([name, value]) => [name, utf8(value)]));
      const header = { requestId: id, caller: utf8(caller), callee: utf8(callee), func: utf8(func), transInfo };
      return trpcFrame([0, 0], trpcProtos.encode('Request', header), utf8('body'));
    },
    answer: ({ id }) => trpcFrame([0, 0], trpcProtos.encode('Response', { requestId: Number(id) }), utf8('')),
  },
  brpc: {
    own: [],
    open: false,
    request: (id) => brpcMessage({ request: { serviceName: 's', methodName: 'm' }, correlationId: BigInt(id) }),
    answer: ({ id }) => brpcMessage({ correlationId: id ?? 0n }),
  },
};

describe('proxy: decides as aeraki route does', function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'aeraki-decisions-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const name of Object.keys(codecs) as CodecName[]) {
    describe(name, () => {
      let codec: Codec;
      before(async () => {
        codec = await codecs[name]();
      });
      // The codec is only known later; what is needed of it here is its decoder.
      const late: Codec = {
        ...({} as Codec),
        get codec() {
          return codec.codec;
        },
        decoder: (options) => codec.decoder(options),
      };
      const { plane: start, server, client } = parts(late);

      it(`for ${COUNT} random requests`, async () => {
        const random = seeded(name.length * 7918);
        const { own, open, request, answer } = spoken[name];
        const names = [...own, 'user', 'group'];
        const rules = randomRules(name, names, open, random);
        const file = join(folder, `${name}.yaml`);
        writeFileSync(file, rules);
        const [v1, v2, shadow] = [await server(answer), await server(answer), await server(answer)];
        const upstreams = {
          [cluster('v1')]: [v1.port],
          [cluster('v2')]: [v2.port],
          [cluster('shadow')]: [shadow.port],
        };
        const plane = await start({ rules, upstreams, random });
        const asked = Array.from({ length: COUNT }, () => randomAttributes(own, open ? names : own, random));
        const one = await client(plane);
        one.send(...asked.map((attributes, id) => request(id + 1, attributes)));
        await until(() => plane.lines.length === COUNT, 'all lines');

        const read = await readRules([file], { 'cluster-domain': 'cluster.local', namespace: 'shop' });
        const matched = askedService(read, host, undefined, '');
        const byId = new Map(plane.lines.map((line) => [line.id, line]));
        const taken = new Set<string | null>();
        for (const [at, attributes] of asked.entries()) {
          const line = byId.get(String(at + 1));
          assert.ok(line !== undefined, `request ${at + 1} has a line`);
          taken.add(line.route);
          sameDecision(line, decisionOf(read.rules, choose(matched, attributesOf(attributes))), attributes);
        }
        // Otherwise the test shows little.
        assert.ok(name === 'brpc' ? taken.size === 1 : taken.size >= 5, `taken: ${[...taken].join(', ')}`);
      });
    });
  }
});

/** What went out is among what the decision allows, for the same reasons. */
function sameDecision(line: RequestLine, decision: Decision, attributes: object): void {
  const pairs = (mutation: Decision['requestMutation']) =>
    Object.fromEntries(mutation.map(({ key, value }) => [key ?? '', value ?? '']));
  const context = JSON.stringify(attributes);
  assert.equal(line.route, decision.route, context);
  assert.deepStrictEqual(line.requestMutation, pairs(decision.requestMutation), context);
  assert.deepStrictEqual(line.responseMutation, pairs(decision.responseMutation), context);
  const allowed = decision.clusters.filter(({ weight }) => weight > 0).map((each) => each.name);
  if (decision.matched) assert.ok(line.cluster !== null && allowed.includes(line.cluster), context);
  else assert.equal(line.flags, 'NR', context);
  const mirrors = decision.mirrors.map((mirror) => mirror.cluster);
  assert.ok(
    line.mirrors.every((mirror) => mirrors.includes(mirror)),
    context,
  );
  // The proxy stops at the route that it takes; the others before it failed for the reasons that the command gives.
  assert.deepStrictEqual(line.tried, decision.tried.slice(0, line.tried.length), context);
}

function randomAttributes(
  own: readonly string[],
  names: readonly string[],
  random: () => number,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of names) {
    if (own.includes(name) || random() < 0.6) attributes[name] = pick(values, random);
  }
  return attributes;
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function randomRules(protocol: CodecName, names: readonly string[], open: boolean, random: () => number): string {
  // The first ones take little, so that something is left for those behind them.
  const matcher = (at: number) => {
    const value = pick(
      values.filter((each) => each !== ''),
      random,
    );
    if (at < 6) return `{exact: ${JSON.stringify(value)}}`;
    return pick(
      [
        `{exact: ${JSON.stringify(value)}}`,
        `{prefix: ${JSON.stringify(value.slice(0, 1))}}`,
        `{regex: ${JSON.stringify(`${value.trim()}.*`)}}`,
        `{regex: "[0-9]+"}`,
        `{regex: "*"}`,
      ],
      random,
    );
  };
  const routes = Array.from({ length: 12 }, (_, at) => {
    const chosen = names.filter((each) => random() < (open || each === names[0] ? 0.45 : 0.1));
    // In the case that a person writes it.
    const match = chosen.map((name) => `${random() < 0.3 ? name.toUpperCase() : name}: ${matcher(at)}`);
    const [one, two] = [to('v1'), to('v2')];
    const weighted = `[${one.replace(/}}$/, '}, weight: 30}')}, ${two.replace(/}}$/, '}, weight: 70}')}]`;
    const lines = [
      `- name: r${at}`,
      ...(match.length > 0
        ? [`  match: {attributes: {${match.join(', ')}}}`]
        : ['  match: {attributes: {never: {exact: never}}}']),
      `  route: ${pick([`[${one}]`, `[${two}]`, weighted], random)}`,
      ...(random() < 0.4 ? [`  requestMutation: [{key: tag, value: t${at}}]`] : []),
      ...(random() < 0.3 ? [`  responseMutation: [{key: seen, value: s${at}}]`] : []),
      ...(random() < 0.3 ? [`  mirror: {host: ${host}, subset: shadow}`, '  mirrorPercentage: {value: 50}'] : []),
    ];
    return lines.join('\n');
  });
  if (protocol === 'brpc') routes.push(`- name: all\n  route: [${to('v1')}]`);
  return service(protocol, routes.join('\n'));
}

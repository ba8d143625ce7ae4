import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { traitsOf } from '../../src/behaviour/traits.js';
import { proxyVersions } from '../../src/behaviour/version.js';
import type { Codec, Message } from '../../src/codec/codec.js';
import { type CodecName, codecs } from '../../src/codec/codecs.js';
import { askedService, readRules } from '../../src/command/input/ask.js';
import { attributesOf } from '../../src/match/attributes.js';
import { choose, type Decision, decisionOf } from '../../src/match/decision.js';
import type { RequestLine } from '../../src/proxy/request-line.js';
import { brpcMessage } from '../codec/brpc/messages.js';
import { dubboRequest, dubboResponse, frame } from '../codec/dubbo/message.js';
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
  request(id: number, attributes: Readonly<Record<string, string>>, oneWay?: boolean): Uint8Array;
  /** Undefined: the protocol has none. */
  heartbeat?(id: number): Uint8Array;
  /** Whether a call can want no answer. */
  readonly oneWay: boolean;
  answer(message: Message): Uint8Array;
}

const spoken: Readonly<Record<CodecName, Spoken>> = {
  dubbo: {
    own: ['interface', 'method'],
    open: true,
    oneWay: true,
    request: (id, { interface: path = '', method = '', ...attachments }, oneWay = false) =>
      dubboRequest({ id: BigInt(id), path, method, attachments, twoWay: !oneWay }),
    heartbeat: (id) => frame(0xe2, 0, BigInt(id), Uint8Array.of(0x4e)),
    answer: ({ id }) => dubboResponse(id ?? 0n, 2, []),
  },
  thrift: {
    own: ['method'],
    open: false,
    oneWay: true,
    request: (id, { method = '' }, oneWay = false) =>
      thriftMessage(wire, { name: method, type: oneWay ? MessageType.ONEWAY : MessageType.CALL, sequence: id }),
    answer: ({ id, attributes }) =>
      thriftMessage(wire, { name: attributes.get('method') ?? '', type: MessageType.REPLY, sequence: Number(id) }),
  },
  trpc: {
    own: ['caller', 'callee', 'func'],
    open: true,
    oneWay: true,
    request: (id, { caller = '', callee = '', func = '', ...more }, oneWay = false) => {
      const transInfo = Object.fromEntries(Object.entries(more).map(([name, value]) => [name, utf8(value)]));
      const names = { caller: utf8(caller), callee: utf8(callee), func: utf8(func) };
      const header = { requestId: id, callType: oneWay ? 1 : 0, ...names, transInfo };
      return trpcFrame([0, 0], trpcProtos.encode('Request', header), utf8('body'));
    },
    answer: ({ id }) => trpcFrame([0, 0], trpcProtos.encode('Response', { requestId: Number(id) }), utf8('')),
  },
  brpc: {
    own: [],
    open: false,
    oneWay: false,
    request: (id) => brpcMessage({ request: { serviceName: 's', methodName: 'm' }, correlationId: BigInt(id) }),
    answer: ({ id }) => brpcMessage({ correlationId: id ?? 0n }),
  },
};

describe('proxy: decides as aeraki route does', function () {
  this.timeout(240_000);
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

      for (const version of proxyVersions) {
        it(`for ${COUNT} random requests, as ${version}`, async () => {
          const random = seeded(name.length * 7918);
          const traits = traitsOf(version);
          const { own, open, request, answer, heartbeat, oneWay } = spoken[name];
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
          const plane = await start({ rules, upstreams, random, version });
          const asked = Array.from({ length: COUNT }, () => randomAttributes(own, open ? names : own, random));
          const one = await client(plane);
          const kinds = asked.map(() => (oneWay && random() < 0.2 ? ('one-way' as const) : ('request' as const)));
          // Heartbeats are answered by the proxy and have no line.
          const beats =
            heartbeat === undefined ? [] : asked.flatMap((_, at) => (at % 10 === 0 ? [heartbeat(100_000 + at)] : []));
          one.send(...asked.map((attributes, at) => request(at + 1, attributes, kinds[at] === 'one-way')), ...beats);
          await until(() => plane.lines.length === COUNT, 'all lines', 200_000);

          const read = await readRules([file], { 'cluster-domain': 'cluster.local', namespace: 'shop' });
          const matched = askedService(read, host, undefined, '');
          const byId = new Map(plane.lines.map((line) => [line.id, line]));
          const taken = new Set<string | null>();
          for (const [at, attributes] of asked.entries()) {
            const line = byId.get(String(at + 1));
            assert.ok(line !== undefined, `request ${at + 1} has a line`);
            taken.add(line.route);
            const [kind, spelt] = [kinds[at], new Map(Object.entries(attributes))];
            const choice = choose(matched, attributesOf(attributes), { kind, spelt, traits });
            const decision = decisionOf(read.rules, choice);
            assert.equal(line.kind, kind);
            sameDecision(line, decision, attributes);
            // What is said before a request is sent, is said at its line too.
            const said = line.notes.map(({ code }) => code);
            for (const { code } of decision.notes ?? [])
              assert.ok(said.includes(code), `${code} ${JSON.stringify(attributes)}`);
          }
          // Otherwise the test shows little.
          assert.ok(name === 'brpc' ? taken.size === 1 : taken.size >= 5, `taken: ${[...taken].join(', ')}`);
        });
      }

      it('and chooses no route for a heartbeat', async () => {
        const file = join(folder, `${name}.yaml`);
        const read = await readRules([file], { 'cluster-domain': 'cluster.local', namespace: 'shop' });
        const matched = askedService(read, host, undefined, '');
        for (const version of proxyVersions) {
          const choice = choose(matched, attributesOf({}), { kind: 'heartbeat', traits: traitsOf(version) });
          const { route, tried, matched: any } = decisionOf(read.rules, choice);
          assert.deepStrictEqual([any, route, tried], [false, null, []]);
        }
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
  else assert.ok(['NR', 'DI'].includes(line.flags), context);
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

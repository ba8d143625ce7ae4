import { deepStrictEqual, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { askedService, readRules } from '../../../src/command/input/ask.js';
import { attributesOf } from '../../../src/match/attributes.js';
import { choose, decisionOf } from '../../../src/match/decision.js';
import { bin, cleanEnvironment, root } from '../../cli/program.js';
import { cluster, host, service, to } from '../../proxy/rules.js';
import { requirePart } from '../parts/require-part.js';
import { type PeerName, startCaller, startServers } from '../peers/peer.js';
import { cleaning, tally } from './fixture.js';

interface Spoken {
  readonly protocol: 'dubbo' | 'trpc';
  /** The methods, and the attribute that shows which one it is. */
  readonly methods: readonly string[];
  readonly attribute: string;
}

const spoken: Readonly<Partial<Record<PeerName, Spoken>>> = {
  'dubbo-java': { protocol: 'dubbo', methods: ['pay', 'refund'], attribute: 'method' },
  'trpc-go': { protocol: 'trpc', methods: ['Pay', 'Refund'], attribute: 'func' },
};

const values = ['', 'a', 'ab', 'abc', 'B', 'ünï', ' a'];

describe('aeraki proxy does what aeraki route says for requests of real clients', function () {
  this.timeout(180_000);
  const { keep, proxy } = cleaning();

  for (const [peer, { protocol, methods, attribute }] of Object.entries(spoken)) {
    it(peer, async function () {
      requirePart(this, peer as PeerName);
      const [servers, caller] = await Promise.all([
        startServers(peer as PeerName, ['v1', 'v2', 'shadow']),
        startCaller(peer as PeerName),
      ]);
      keep(servers);
      keep(caller);
      const rules = service(
        protocol,
        `
- {name: one, match: {attributes: {user: {exact: ab}, ${attribute}: {regex: ".*[pP]ay"}}}, route: [${to('v2')}]}
- {name: two, match: {attributes: {user: {prefix: a}, team: {regex: "[ab]+"}}}, route: [${to('shadow')}]}
- {name: three, match: {attributes: {TEAM: {exact: ünï}}}, route: [${to('v1')}]}
- {name: four, match: {attributes: {user: {regex: ".?a.*"}}}, route: [${to('v1')}]}
- {name: five, match: {attributes: {${attribute}: {regex: ".*[rR]efund"}, team: {regex: "[^z]*"}}}, route: [${to('v2')}]}
`,
      );
      const upstreams = Object.fromEntries(
        Object.entries(servers.ports).map(([name, port]) => [cluster(name), [port]]),
      );
      const running = await proxy({ rules, upstreams });
      const asked = Array.from({ length: 300 }, (_, n) => {
        const pick = <Value>(all: readonly Value[]) => all[Math.floor(Math.random() * all.length)];
        const attachments = Object.fromEntries(
          ['user', 'team'].flatMap((name) => {
            const value = Math.random() < 0.2 ? undefined : pick(values);
            return value === undefined ? [] : [[name, value]];
          }),
        );
        return { method: pick(methods) ?? '', attachments: { ...attachments, n: String(n) } };
      });
      const answers = await Promise.all(asked.map((each) => caller.call({ port: running.port, args: ['u'], ...each })));
      const lines = new Map((await running.ended(asked.length)).map((line) => [line.attributes.n, line]));

      const read = await readRules([running.file], { 'cluster-domain': 'cluster.local', namespace: 'shop' });
      const matched = askedService(read, host, undefined, '');
      for (const [n, { method, attachments }] of asked.entries()) {
        const line = lines.get(String(n));
        ok(line !== undefined, `request ${n} has a line`);
        const seen: Record<string, string> = { [attribute]: line.attributes[attribute] ?? '', ...attachments };
        ok(seen[attribute]?.endsWith(method));
        const decision = decisionOf(read.rules, choose(matched, attributesOf(seen)));
        const [chosen] = decision.clusters;
        deepStrictEqual(
          [line.route, line.cluster, answers[n]?.value || undefined],
          [decision.route, chosen?.name ?? null, chosen?.name.split('|')[2]],
          JSON.stringify([seen, line]),
        );
      }
      const taken = tally([...lines.values()].map(({ route }) => route));
      ok(Object.keys(taken).length === 6, `taken: ${JSON.stringify(taken)}`);

      // The command itself, for one request of each route.
      for (const route of Object.keys(taken)) {
        const line = [...lines.values()].find((each) => String(each.route) === route);
        const args = Object.entries(line?.attributes ?? {}).flatMap(([name, value]) => [
          '--attribute',
          `${name}=${value}`,
        ]);
        const { stdout } = await promisify(execFile)(
          process.execPath,
          [bin, 'route', running.file, '--host', host, ...args, '-o', 'json'],
          { cwd: root, env: cleanEnvironment() },
        );
        deepStrictEqual(String((JSON.parse(stdout) as { route: string | null }).route), route);
      }
    });
  }
});

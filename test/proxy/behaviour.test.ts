import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { type ProxyVersion, proxyVersions } from '../../src/behaviour/version.js';
import { brpc } from '../../src/codec/brpc/brpc.js';
import type { Message } from '../../src/codec/codec.js';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { thrift } from '../../src/codec/thrift/thrift.js';
import { trpc } from '../../src/codec/trpc/trpc.js';
import type { ProxyRules } from '../../src/match/rules.js';
import type { ProxyRoute } from '../../src/model/envoy.js';
import { brpcMessage } from '../codec/brpc/messages.js';
import { dubboRequest, dubboResponse, frame, hessianOf } from '../codec/dubbo/message.js';
import { MessageType, thriftMessage } from '../codec/thrift/calls.js';
import { trpcFrame, trpcProtos } from '../codec/trpc/frames.js';
import { parts } from './fixture.js';
import { type Plane, until } from './plane.js';
import { cluster, host, inTurn, service, to } from './rules.js';

/** What a 1.4 proxy takes for a good answer: a text with attachments. */
const named = (name: string) => (message: Message) =>
  message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, [name, { server: name }]) : undefined;
const everything = (more = '', limits = '') => service('dubbo', `- name: all\n  route: [${to('v1')}]\n${more}`, limits);
const codesOf = (plane: Plane, at = 0) => (plane.lines[at]?.notes ?? []).map(({ code }) => code);
const utf8 = (text: string) => new TextEncoder().encode(text);
const nothing = new Uint8Array(0);
const wire = { transport: 'framed', protocol: 'binary' } as const;
/** So long nothing has to come where nothing is expected, in milliseconds. */
const SILENCE = 150;
const silence = () => new Promise((resolve) => setTimeout(resolve, SILENCE));
const versions: readonly ProxyVersion[] = ['1.4', 'ideal'];

function withoutFraction(rules: ProxyRules): ProxyRules {
  const bare = (route: ProxyRoute): ProxyRoute => {
    const policies = (route.route.requestMirrorPolicies ?? []).map(({ cluster: name }) => ({ cluster: name }));
    return { ...route, route: { ...route.route, requestMirrorPolicies: policies } };
  };
  return { ...rules, routes: rules.routes.map((each) => ({ ...each, routes: (each.routes ?? []).map(bare) })) };
}

/** A test for each numbered line of data-plane-corrections.md: what a client sees with 1.4, and with ideal. */
describe('proxy: behaves as a version of the MetaProtocol proxy', function () {
  this.timeout(120_000);

  describe('Dubbo', () => {
    const { plane: start, server, client } = parts(dubbo);
    const v1 = async (rules: string, version: ProxyVersion, more: object = {}) => {
      const upstream = await server(named('v1'));
      const plane = await start({ rules, version, upstreams: { [cluster('v1')]: [upstream.port] }, ...more });
      return { upstream, plane, one: await client(plane) };
    };

    for (const version of versions) {
      const ideal = version === 'ideal';

      it(`1 (${version}): changes of an answer`, async () => {
        const { plane, one } = await v1(everything('  responseMutation: [{key: answered, value: r}]\n'), version);
        const answer = await one.ask(dubboRequest({ id: 1n }));
        assert.equal(answer.attributes.get('answered'), ideal ? 'r' : undefined);
        assert.deepStrictEqual(codesOf(plane), ideal ? [] : ['AER0950']);
        assert.deepStrictEqual(plane.lines[0]?.responseMutation, ideal ? { answered: 'r' } : {});
      });

      it(`2 (${version}): keys and values travel as they are written`, async () => {
        const rules = everything('  requestMutation: [{key: host, value: 100%}, {key: b, value: 100%%}]\n');
        const { upstream, one } = await v1(rules, version);
        await one.ask(dubboRequest({ id: 1n }));
        const [got] = upstream.got;
        assert.deepStrictEqual([got?.attributes.get('host'), got?.attributes.get('b')], ['100%', '100%%']);
      });

      it(`3 (${version}): one-way calls`, async () => {
        const { upstream, plane, one } = await v1(everything(), version);
        one.send(dubboRequest({ id: 1n, twoWay: false, method: 'fire' }), dubboRequest({ id: 2n }));
        await one.until(1);
        await until(() => plane.lines.length === 2, 'two lines');
        assert.deepStrictEqual(
          upstream.got.map(({ kind }) => kind),
          ideal ? ['one-way', 'request'] : ['request'],
        );
        const line = plane.lines.find(({ kind }) => kind === 'one-way');
        assert.deepStrictEqual(
          [line?.route, line?.notes.map(({ text }) => text)],
          ideal ? ['all', []] : [null, ['dropped: one-way', 'no access-log line']],
        );
      });

      it(`4 (${version}): errors`, async () => {
        const rules = service(
          'dubbo',
          `- name: pay\n  match: {attributes: {method: {exact: pay}}}\n  route: [${to('v1')}]`,
        );
        const { plane, one } = await v1(rules, version);
        one.send(dubboRequest({ id: 1n, method: 'x' }));
        if (ideal) await one.until(1);
        else await silence();
        assert.deepStrictEqual(
          one.received.map(({ details }) => details.status),
          ideal ? ['service not found'] : [],
        );
        assert.ok(!one.closed);
        assert.deepStrictEqual(codesOf(plane), ideal ? [] : ['AER0945']);
      });

      it(`5 (${version}): answers of other types`, async () => {
        const answers: Readonly<Record<string, [type: number, values: unknown[], status: number, fate: string]>> = {
          text: [4, ['a', {}], 20, 'passes'],
          null: [2, [], 20, 'passes'],
          'null with attachments': [5, [{}], 20, 'passes'],
          number: [4, [42, {}], 20, 'crashes'],
          'text without attachments': [1, ['a'], 20, 'crashes'],
          exception: [3, ['no', {}], 20, 'refuses'],
          'old exception': [0, ['no'], 20, 'refuses'],
        };
        const upstream = await server((message) => {
          const [type, values, status] = answers[message.attributes.get('method') ?? ''] ?? [2, [], 20];
          return dubboResponse(message.id ?? 0n, type, values, status);
        });
        const plane = await start({ rules: everything(), version, upstreams: { [cluster('v1')]: [upstream.port] } });
        for (const [method, [, , , fate]] of Object.entries(answers)) {
          const one = await client(plane);
          one.send(dubboRequest({ id: 7n, method }));
          if (!ideal && fate === 'refuses') await silence();
          else await one.until(1);
          const seen = one.closed ? 'crashes' : one.received.length === 1 ? 'passes' : 'refuses';
          assert.equal(seen, ideal ? 'passes' : fate, method);
          const codes = codesOf(plane, plane.lines.length - 1);
          const expected = { passes: undefined, crashes: 'AER0947', refuses: 'AER0948' }[fate];
          assert.equal(codes[0], ideal ? undefined : expected, method);
        }
      });

      it(`5 (${version}): statuses that the codec does not know`, async () => {
        const upstream = await server(({ id }) => frame(0x02, 80, id ?? 0n, hessianOf(['broken'])));
        const plane = await start({ rules: everything(), version, upstreams: { [cluster('v1')]: [upstream.port] } });
        const one = await client(plane);
        one.send(dubboRequest({ id: 1n }));
        if (ideal) await one.until(1);
        else await silence();
        assert.equal(one.received.length, ideal ? 1 : 0);
        await until(() => plane.lines.length === 1, 'a line');
        assert.deepStrictEqual(codesOf(plane), ideal ? [] : ['AER0948', 'AER0945']);
      });

      it(`6 (${version}): requests that the codec does not read`, async () => {
        const body = (values: readonly unknown[]) => hessianOf(values);
        const requests: Readonly<Record<string, Uint8Array>> = {
          fastjson: frame(0xc6, 0, 1n, utf8('"2.0.2"\n"org.x"\n"1"\n"m"\n""\n{}\n')),
          fastjson2: frame(0xd7, 0, 1n, utf8('x')),
          'version null': frame(0xc2, 0, 1n, body(['2.0.2', 'org.x', null, 'm', '', {}])),
          'heartbeat of fastjson2': frame(0xf7, 0, 1n, utf8('x')),
        };
        const { plane, upstream } = await v1(everything(), version);
        for (const [what, bytes] of Object.entries(requests)) {
          const one = await client(plane);
          one.send(bytes);
          if (ideal) await one.until(1);
          else await one.untilClosed();
          assert.equal(one.received.length, ideal ? 1 : 0, what);
          if (!ideal) assert.deepStrictEqual(codesOf(plane, plane.lines.length - 1), ['AER0946', 'AER0949'], what);
        }
        assert.equal(upstream.got.length, ideal ? 3 : 0);
        if (!ideal) assert.match(plane.lines[1]?.notes[0]?.text ?? '', /^closes the connection: fastjson2$/);
      });

      it(`6 (${version}): a map of attachments with a type is passed over`, async () => {
        const { plane, one } = await v1(everything(), version);
        const typed = Buffer.concat([hessianOf(['2.0.2', 'org.x', '0', 'm', '']), utf8('M\x04java\x04user\x03annZ')]);
        await one.ask(frame(0xc2, 0, 1n, typed));
        assert.equal(plane.lines[0]?.attributes.user, ideal ? 'ann' : undefined);
      });

      it(`7 (${version}): hashes by the name as the codec spells it`, async () => {
        const servers = await Promise.all([server(named('a')), server(named('b')), server(named('c'))]);
        const spread = async (name: string) => {
          const hash = `trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: ${name}}}}`;
          const rules = everything().replace('{version: v1}}', `{version: v1}, ${hash}}`);
          const plane = await start({
            rules,
            version,
            upstreams: { [cluster('v1')]: servers.map(({ port }) => port) },
          });
          const one = await client(plane);
          for (let user = 0; user < 30; user++) {
            await one.ask(dubboRequest({ id: BigInt(user), attachments: { userId: `user-${user}` } }));
          }
          const endpoints = new Set(plane.lines.map(({ endpoint }) => endpoint)).size;
          return [endpoints > 1, codesOf(plane).includes('AER0951')];
        };
        assert.deepStrictEqual(await spread('userId'), [true, false]);
        assert.deepStrictEqual(await spread('UserID'), ideal ? [true, false] : [false, true]);
      });

      it(`9 (${version}): limits of each server, and mirrors before them`, async () => {
        const [one, two, shadow] = [
          await server(named('v1')),
          await server(named('v1')),
          await server(named('shadow')),
        ];
        const limit = 'localRateLimit: {tokenBucket: {maxTokens: 2, tokensPerFill: 2, fillInterval: 1h}}';
        const rules = everything(`  mirror: {host: ${host}, subset: shadow}\n`, limit);
        const upstreams = { [cluster('v1')]: [one.port, two.port], [cluster('shadow')]: [shadow.port] };
        const plane = await start({ rules, version, upstreams });
        const asking = await client(plane);
        for (let id = 1n; id <= 6n; id++) asking.send(dubboRequest({ id }));
        await until(() => plane.lines.length === 6, 'six lines');
        assert.equal(plane.lines.filter(({ ok }) => ok).length, ideal ? 2 : 4);
        await until(() => shadow.got.length === (ideal ? 2 : 6), 'the copies');
        if (ideal) return;
        const limited = plane.lines.find(({ ok }) => !ok)?.notes ?? [];
        assert.deepStrictEqual(
          limited.map(({ text }) => text),
          [
            'the limit is counted in each server: 2 per server, so 4 with 2 endpoints',
            'mirrored although the service refused it',
            'the consumer gets no answer',
            'no access-log line',
          ],
        );
      });

      it(`9 (${version}): in the sidecar of a server each filter chain has its limit`, async () => {
        const upstream = await server(named('v1'));
        const limit = 'localRateLimit: {tokenBucket: {maxTokens: 2, tokensPerFill: 2, fillInterval: 1h}}';
        const upstreams = { [cluster('v1')]: [upstream.port] };
        const rules = everything('', limit);
        const plane = await start({ rules, version, upstreams, listener: { inbound: true, chain: 'mutual TLS' } });
        const [first, second] = [await client(plane), await client(plane)];
        for (let id = 1n; id <= 3n; id++) first.send(dubboRequest({ id }));
        await until(() => plane.lines.length === 3, 'three lines');
        assert.equal(plane.lines.filter(({ ok }) => ok).length, 2);
        // As a listener of istiod has a chain for those who come in clear.
        const parts = await plane.make(rules);
        const listeners = parts.config.listeners.map((each) => ({ ...each, chain: 'in clear' }));
        plane.plane.update({ ...parts, config: { ...parts.config, listeners } });
        await plane.plane.listen(new Map([[dubbo.codec, dubbo]]));
        for (let id = 4n; id <= 6n; id++) second.send(dubboRequest({ id }));
        await until(() => plane.lines.length === 6, 'six lines');
        assert.equal(plane.lines.filter(({ ok }) => ok).length, ideal ? 2 : 4);
      });

      it(`10 (${version}): a rule on x-request-id`, async () => {
        const rules = service(
          'dubbo',
          `- name: traced\n  match: {attributes: {x-request-id: {regex: ".+"}}}\n  route: [${to('v1')}]\n- name: rest\n  route: [${to('v1')}]`,
        );
        const { plane, one } = await v1(rules, version);
        await one.ask(dubboRequest({ id: 1n }));
        await one.ask(dubboRequest({ id: 2n, attachments: { 'x-request-id': 'given' } }));
        assert.deepStrictEqual(
          plane.lines.map(({ route }) => route),
          [ideal ? 'traced' : 'rest', 'traced'],
        );
        assert.deepStrictEqual([codesOf(plane, 0), codesOf(plane, 1)], [ideal ? [] : ['AER0952'], []]);
      });

      it(`12 (${version}): the access log`, async () => {
        const log =
          '%RESPONSE_CODE% %RESPONSE_FLAGS% [%RESPONSE_CODE_DETAILS%] %ROUTE_NAME% %RESP(SERVER)% %BYTES_SENT% %BYTES_RECEIVED%';
        const rules = service(
          'dubbo',
          `- name: pay\n  match: {attributes: {method: {exact: pay}}}\n  route: [${to('v1')}]\n- name: dead\n  match: {attributes: {method: {exact: dead}}}\n  route: [${to('v2')}]`,
        );
        const { plane, one } = await v1(rules, version, { log });
        const request = dubboRequest({ id: 1n, method: 'pay' });
        const answer = await one.ask(request);
        one.send(dubboRequest({ id: 2n, method: 'x' }), dubboRequest({ id: 3n, method: 'dead' }));
        one.send(dubboRequest({ id: 4n, method: 'pay', twoWay: false }));
        await until(() => plane.lines.length === 4, 'all lines');
        const [sent, got] = [request.length, answer.bytes.length];
        const none = dubboRequest({ id: 2n, method: 'x' }).length;
        if (ideal) {
          assert.match(plane.logs[0] ?? '', new RegExp(`^0 - \\[via_upstream\\] pay v1 ${got} ${sent}$`));
          assert.equal(plane.logs.length, 4);
          return;
        }
        assert.deepStrictEqual(plane.logs, [
          `0 - [] - v1 ${sent} ${got}`,
          `1 - [no_matched_route] - - ${none} 0`,
          `1 - [no_healthy_upstream] - - ${dubboRequest({ id: 3n, method: 'dead' }).length} 0`,
        ]);
      });

      it(`13 (${version}): the counters`, async () => {
        const rules = service(
          'dubbo',
          `- name: pay\n  match: {attributes: {method: {exact: pay}}}\n  route: [${to('v1')}]`,
        );
        const { plane, one } = await v1(rules, version);
        await one.ask(dubboRequest({ id: 1n, method: 'pay' }));
        one.send(dubboRequest({ id: 2n, method: 'x' }), dubboRequest({ id: 3n, method: 'pay', twoWay: false }));
        await one.ask(frame(0xe2, 0, 4n, Uint8Array.of(0x4e)));
        await until(() => plane.lines.length === 3, 'all lines');
        const count = (name: string) => plane.counter(`meta_protocol.dubbo.${cluster()}.${name}`);
        const names = [
          'request',
          'request_twoway',
          'request_oneway',
          'request_event',
          'response_success',
          'local_response_business_exception',
          'local_response_error',
        ];
        assert.deepStrictEqual(names.map(count), ideal ? [3, 2, 1, 0, 1, 0, 1] : [3, 2, 1, 1, 1, 1, 0]);
        assert.deepStrictEqual(['request_stream', 'idle_timeout'].map(count), [0, 0]);
      });

      it(`14 (${version}): Istio's metrics`, async () => {
        const { plane, one } = await v1(everything(), version);
        await one.ask(dubboRequest({ id: 1n }));
        const found = plane
          .prometheus()
          .split('\n')
          .filter((line) => line.startsWith('istio_requests_total{'));
        assert.equal(found.length, ideal ? 0 : 1);
        if (ideal) return;
        assert.match(
          found[0] ?? '',
          /reporter="source".*destination_service="orders\.example\.com".*request_protocol="dubbo",response_code="0",response_flags="-".* 1$/,
        );
        assert.match(plane.prometheus(), /istio_request_duration_milliseconds_count\{/);
      });

      it(`15 (${version}): headers on the way to the server`, async () => {
        const { upstream, one } = await v1(everything(), version);
        await one.ask(dubboRequest({ id: 1n }));
        await one.ask(dubboRequest({ id: 2n, attachments: { 'x-request-id': 'mine' } }));
        const [first, second] = upstream.got.map(({ attributes }) => attributes);
        const added = ['x-request-id', 'x-envoy-peer-metadata', 'x-envoy-peer-metadata-id'].map((name) =>
          first?.has(name),
        );
        assert.deepStrictEqual(added, ideal ? [false, false, false] : [true, true, true]);
        assert.equal(second?.get('x-request-id'), 'mine');
      });

      it(`15 (${version}): what the sidecar of a server says of itself stands in the answer`, async () => {
        const upstream = await server(named('v1'));
        const upstreams = { [cluster('v1')]: [upstream.port] };
        const plane = await start({ rules: everything(), version, upstreams, listener: { inbound: true } });
        const one = await client(plane);
        const attachments = { 'x-envoy-peer-metadata-id': 'sidecar~client' };
        const answer = await one.ask(dubboRequest({ id: 1n, attachments }));
        const of = (message: Message | undefined) => message?.attributes.get('x-envoy-peer-metadata-id');
        assert.deepStrictEqual(
          [of(upstream.got[0]), of(answer), answer.attributes.get('server')],
          ['sidecar~client', ideal ? undefined : 'sidecar~test', 'v1'],
        );
      });

      it(`16 (${version}): no second endpoint`, async () => {
        const alive = await server(named('v1'));
        const gone = createServer();
        const dead = await new Promise<number>((resolve) =>
          gone.listen(0, '127.0.0.1', () => resolve((gone.address() as { port: number }).port)),
        );
        await new Promise((resolve) => gone.close(resolve));
        const plane = await start({ rules: everything(), version, upstreams: { [cluster('v1')]: [dead, alive.port] } });
        const one = await client(plane);
        for (let id = 1n; id <= 4n; id++) {
          one.send(dubboRequest({ id }));
          await until(() => plane.lines.length === Number(id), 'a line');
        }
        assert.equal(plane.lines.filter(({ ok }) => ok).length, ideal ? 4 : 2);
        if (!ideal) assert.deepStrictEqual(codesOf(plane), ['AER0956', 'AER0945', 'AER0949']);
      });

      it(`17 (${version}): connections to the server, ids, and a client that has ended its side`, async () => {
        const waiting: (() => void)[] = [];
        const upstream = await server((message, socket) => {
          waiting.push(() => socket.write(dubboResponse(message.id ?? 0n, 4, ['a', {}])));
          return undefined;
        });
        const plane = await start({ rules: everything(), version, upstreams: { [cluster('v1')]: [upstream.port] } });
        const one = await client(plane);
        one.send(dubboRequest({ id: 101n }), dubboRequest({ id: 102n }), dubboRequest({ id: 103n }));
        await until(() => upstream.got.length === 3, 'three requests');
        assert.equal(upstream.connections, ideal ? 1 : 3);
        assert.deepStrictEqual(upstream.got.map(({ id }) => id).sort(), ideal ? [1n, 2n, 3n] : [101n, 102n, 103n]);
        for (const answer of waiting.splice(0)) answer();
        await one.until(3);
        // The connections are used again.
        one.send(dubboRequest({ id: 104n }));
        await until(() => upstream.got.length === 4, 'one more');
        assert.equal(upstream.connections, ideal ? 1 : 3);
        one.socket.end();
        await silence();
        for (const answer of waiting.splice(0)) answer();
        await one.untilClosed();
        assert.equal(one.received.length, ideal ? 4 : 3);
        assert.deepStrictEqual(codesOf(plane, 3), ideal ? [] : ['AER0957', 'AER0949']);
      });
    }

    for (const version of proxyVersions) {
      it(`19 (${version}): a mirror without a fraction, as another control plane may send it`, async () => {
        const [upstream, shadow] = [await server(named('v1')), await server(named('shadow'))];
        const upstreams = { [cluster('v1')]: [upstream.port], [cluster('shadow')]: [shadow.port] };
        const rules = everything(`  mirror: {host: ${host}, subset: shadow}\n`);
        const plane = await start({ rules, version, upstreams, edit: withoutFraction });
        const one = await client(plane);
        await one.ask(dubboRequest({ id: 1n }));
        if (version === 'ideal') await until(() => shadow.got.length === 1, 'the copy');
        else await silence();
        assert.equal(shadow.got.length, version === 'ideal' ? 1 : 0);
      });
    }

    it('4 (1.3): writes errors', async () => {
      const { one } = await v1(
        service('dubbo', `- name: pay\n  match: {attributes: {method: {exact: pay}}}\n  route: [${to('v1')}]`),
        '1.3',
      );
      assert.equal((await one.ask(dubboRequest({ id: 1n, method: 'x' }))).details.status, 'service not found');
    });

    it('5 (1.3): passes exceptions and other values', async () => {
      const values: readonly (readonly [number, readonly unknown[]])[] = [
        [3, ['no', {}]],
        [1, ['a']],
        [4, [42, {}]],
      ];
      let at = 0;
      const upstream = await server(({ id }) => {
        const [type, parts] = values[at++] ?? [2, []];
        return dubboResponse(id ?? 0n, type, parts);
      });
      const plane = await start({
        rules: everything(),
        version: '1.3',
        upstreams: { [cluster('v1')]: [upstream.port] },
      });
      const one = await client(plane);
      for (let id = 1n; id <= 3n; id++) await one.ask(dubboRequest({ id }));
      assert.equal(one.received.length, 3);
    });

    it('18: passes over an endpoint that fails, and takes it back', async () => {
      const [bad, good] = [await server((_, socket) => void socket.destroy()), await server(named('v1'))];
      const policy =
        'trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}, outlierDetection: {consecutive5xxErrors: 2, interval: 0.1s, baseEjectionTime: 0.5s, maxEjectionPercent: 100}}';
      const rules = everything().replace(inTurn, policy);
      const plane = await start({ rules, version: '1.4', upstreams: { [cluster('v1')]: [bad.port, good.port] } });
      const one = await client(plane);
      const ask = async (count: number) => {
        const before = plane.lines.length;
        for (let id = 1; id <= count; id++) {
          one.send(dubboRequest({ id: BigInt(before + id) }));
          await until(() => plane.lines.length === before + id, 'a line');
        }
        return plane.lines.slice(before).filter(({ ok }) => !ok).length;
      };
      assert.equal(await ask(10), 2);
      await new Promise((resolve) => setTimeout(resolve, 700));
      assert.equal(await ask(10), 2);
    });

    it('18: bounds connections and those that wait for one', async () => {
      const upstream = await server(() => undefined);
      const policy = 'trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}, http: {http1MaxPendingRequests: 1}}}';
      const rules = everything().replace(inTurn, policy);
      const plane = await start({ rules, version: '1.4', upstreams: { [cluster('v1')]: [upstream.port] } });
      const one = await client(plane);
      one.send(dubboRequest({ id: 1n }));
      await until(() => upstream.got.length === 1, 'the first');
      one.send(dubboRequest({ id: 2n }), dubboRequest({ id: 3n }));
      await until(() => plane.lines.length === 1, 'a line');
      assert.deepStrictEqual(
        [plane.lines[0]?.id, plane.lines[0]?.result],
        ['3', 'too many connections: 1 requests wait for a connection'],
      );
      assert.deepStrictEqual(codesOf(plane), ['AER0960', 'AER0945', 'AER0949']);
      assert.equal(upstream.connections, 1);
    });

    it('18: sends the headers of a trace', async () => {
      const mesh = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    enableTracing: true
    defaultConfig: {tracing: {sampling: 100}}
`;
      const { upstream, one } = await v1(`${everything()}${mesh}`, '1.4');
      await one.ask(dubboRequest({ id: 1n }));
      await one.ask(
        dubboRequest({
          id: 2n,
          attachments: {
            'x-request-id': '00000000-0000-9000-8000-000000000000',
            'x-b3-traceid': 'aa',
            'x-b3-spanid': 'bb',
          },
        }),
      );
      const [first, second] = upstream.got.map(({ attributes }) => attributes);
      assert.match(first?.get('x-b3-traceid') ?? '', /^[0-9a-f]{32}$/);
      assert.match(first?.get('x-request-id') ?? '', /^.{14}9/);
      assert.deepStrictEqual(
        [second?.get('x-b3-traceid'), second?.get('x-b3-parentspanid'), second?.get('x-b3-sampled')],
        ['aa', 'bb', '1'],
      );
    });
  });

  describe('Thrift', () => {
    const { plane: start, server, client } = parts(thrift);
    for (const version of versions) {
      it(`3, 8 (${version}): one-way calls, and a call without a route`, async () => {
        const upstream = await server(() => undefined);
        const rules = service(
          'thrift',
          `- name: fire\n  match: {attributes: {method: {exact: fire}}}\n  route: [${to('v1')}]`,
        );
        const plane = await start({ rules, version, upstreams: { [cluster('v1')]: [upstream.port] } });
        const one = await client(plane);
        one.send(thriftMessage(wire, { name: 'fire', type: MessageType.ONEWAY, sequence: 1 }));
        const answer = await one.ask(thriftMessage(wire, { name: 'pay', type: MessageType.CALL, sequence: 2 }));
        assert.deepStrictEqual([answer.details.type, answer.details.type_id], ['exception', 6]);
        if (version === 'ideal') await until(() => upstream.got.length === 1, 'the one-way call');
        else await silence();
        assert.equal(upstream.got.length, version === 'ideal' ? 1 : 0);
        assert.equal(codesOf(plane)[0], version === 'ideal' ? undefined : 'AER0944');
      });
    }
  });

  describe('tRPC', () => {
    const { plane: start, server, client } = parts(trpc);
    const request = (id: number, callType: number) =>
      trpcFrame(
        [0, 0],
        trpcProtos.encode('Request', { requestId: id, callType, func: utf8('/shop/Pay') }),
        utf8('body'),
      );
    for (const version of versions) {
      it(`3, 11 (${version}): one-way calls are sent on; streams are not changed`, async () => {
        const upstream = await server(() => undefined);
        const rules = service('trpc', `- name: all\n  route: [${to('v1')}]\n  requestMutation: [{key: tag, value: t}]`);
        const plane = await start({ rules, version, upstreams: { [cluster('v1')]: [upstream.port] } });
        const one = await client(plane);
        one.send(request(1, 1));
        await until(() => plane.lines.length === 1, 'a line');
        assert.deepStrictEqual(codesOf(plane), version === 'ideal' ? [] : ['AER0953', 'AER0949']);
        const init = trpcProtos.encode('Init', { requestMeta: { func: utf8('/shop/Chat') } });
        one.send(trpcFrame([1, 1], init, nothing, 5));
        await until(() => upstream.got.length === 2, 'call and stream');
        const [call, stream] = upstream.got;
        assert.equal(call?.attributes.get('tag'), 't');
        assert.equal(stream?.attributes.get('tag'), version === 'ideal' ? 't' : undefined);
        // The call keeps its connection.
        assert.equal(upstream.connections, version === 'ideal' ? 1 : 2);
      });
    }
  });

  describe('bRPC', () => {
    const { plane: start, server, client } = parts(brpc);
    for (const version of versions) {
      it(`20 (${version}): the magic`, async () => {
        const [good, got] = [await server(() => undefined), [] as Buffer[]];
        const raw = createServer((socket) => socket.on('data', (chunk) => got.push(chunk)).on('error', () => {}));
        await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
        after(() => raw.close());
        const ports = [version === 'ideal' ? good.port : (raw.address() as { port: number }).port];
        const rules = service('brpc', `- name: all\n  route: [${to('v1')}]`);
        const plane = await start({ rules, version, upstreams: { [cluster('v1')]: ports } });
        const one = await client(plane);
        const bytes = brpcMessage({ request: { serviceName: 's', methodName: 'm' }, correlationId: 1n });
        bytes.write('XXXX', 0, 'latin1');
        one.send(bytes);
        if (version === 'ideal') await one.untilClosed();
        else await until(() => Buffer.concat(got).equals(bytes), 'the octets at the server');
        assert.equal(one.closed, version === 'ideal');
      });
    }
  });
});

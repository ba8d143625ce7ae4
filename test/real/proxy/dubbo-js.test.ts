import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { cluster, service, to } from '../../proxy/rules.js';
import { callDubbo } from '../dubbo/client.js';
import { startDubboProvider } from '../dubbo/provider.js';
import { say } from '../parts/say.js';
import { cleaning } from './fixture.js';

const javaInterface = 'com.acme.Orders';

describe('aeraki proxy between a client of apache-dubbo-js and servers with hessian.js', function () {
  this.timeout(120_000);
  const { keep, proxy } = cleaning();

  const rules = service(
    'dubbo',
    `
- name: gold
  match: {attributes: {interface: {exact: ${javaInterface}}, method: {exact: pay}, group: {exact: gold}}}
  route: [${to('v2')}]
  requestMutation: [{key: tag, value: canary}]
- name: names
  match: {attributes: {method: {regex: "(get|set).*Name"}}}
  route: [${to('v2')}]
- name: rest
  match: {attributes: {method: {prefix: p}}}
  route: [${to('v1')}]
`,
  );

  it('routes by method and by attachment, changes attachments, and raises an error where no route matches', async () => {
    const [v1, v2] = [keep(await startDubboProvider('v1')), keep(await startDubboProvider('v2'))];
    say('started two Dubbo providers in this process');
    const { port, ended } = await proxy({
      rules,
      upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] },
    });
    const replies = await callDubbo({
      port,
      service: javaInterface,
      calls: [
        { method: 'pay', group: 'gold' },
        { method: 'pay', group: 'silver' },
        { method: 'getFullName' },
        { method: 'forget' },
        { method: 'pay', times: 50 },
      ],
    });
    deepStrictEqual(
      replies.map(({ answer, error }) => (error === undefined ? answer : 'error')),
      ['v2', 'v1', 'v2', 'error', ...Array.from({ length: 50 }, () => 'v1')],
    );
    match(replies[3]?.error ?? '', /no route/i);
    strictEqual(v2.requests[0]?.attachments.tag, 'canary');
    const lines = await ended(54);
    deepStrictEqual(
      lines.slice(0, 5).map(({ route }) => route),
      ['gold', 'rest', 'names', null, 'rest'],
    );
  });
});

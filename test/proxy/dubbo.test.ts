import assert from 'node:assert/strict';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { Client, Plane, type PlaneOptions, Upstream } from './plane.js';
import { cluster, service, to } from './rules.js';

const echo = (name: string) =>
  Upstream.start(dubbo, (message) => {
    if (message.kind !== 'request') return undefined;
    return dubboResponse(message.id ?? 0n, 4, [name, { server: name }]);
  });

const byMethod = service(
  'dubbo',
  `
- name: pay
  match: {attributes: {method: {exact: pay}}}
  route: [${to('v2')}]
- name: trial
  match: {attributes: {group: {prefix: trial-}, interface: {regex: "org\\\\..*"}}}
  route: [${to('v2')}]
- name: rest
  match: {attributes: {method: {regex: "say.*"}}}
  route: [${to('v1')}]
`,
);

describe('proxy: Dubbo', function () {
  this.timeout(60_000);
  const opened: { close(): void }[] = [];
  const planes: Plane[] = [];
  const upstreams: Upstream[] = [];

  const start = async (options: PlaneOptions): Promise<Plane> => {
    const plane = await Plane.start(options);
    planes.push(plane);
    return plane;
  };
  const client = async (plane: Plane): Promise<Client> => {
    const made = await Client.to(plane.port(), dubbo);
    opened.push(made);
    return made;
  };
  const server = async (name: string): Promise<Upstream> => {
    const made = await echo(name);
    upstreams.push(made);
    return made;
  };

  afterEach(async () => {
    for (const each of opened.splice(0)) each.close();
    for (const { plane } of planes.splice(0)) plane.destroy();
    for (const each of upstreams.splice(0)) await each.kill();
  });

  it('routes by attributes, and says which were seen and why', async () => {
    const [v1, v2] = [await server('v1'), await server('v2')];
    const plane = await start({
      rules: byMethod,
      upstreams: { [cluster('v1')]: [v1.port], [cluster('v2')]: [v2.port] },
    });
    const one = await client(plane);
    const answers = [
      await one.ask(dubboRequest({ id: 7n, method: 'pay' })),
      await one.ask(dubboRequest({ id: 8n, method: 'x', attachments: { group: 'trial-1' } })),
      await one.ask(dubboRequest({ id: 9n, method: 'sayHello' })),
      await one.ask(dubboRequest({ id: 10n, method: 'x' })),
    ];
    assert.deepStrictEqual(
      answers.map(({ id, attributes, details }) => [id, attributes.get('server') ?? details.status]),
      [
        [7n, 'v2'],
        [8n, 'v2'],
        [9n, 'v1'],
        [10n, 'service not found'],
      ],
    );
    const [, trial, , none] = plane.lines;
    assert.equal(trial?.route, 'trial');
    assert.equal(trial?.attributes.group, 'trial-1');
    assert.deepStrictEqual(trial?.tried, [
      { route: 'pay', failed: [{ attribute: 'method', matcher: 'exact', expected: 'pay', actual: 'x' }] },
    ]);
    assert.equal(none?.route, null);
    assert.equal(none?.flags, 'NR');
    assert.equal(none?.tried.length, 3);
    assert.equal(v1.got.length, 1);
  });
});

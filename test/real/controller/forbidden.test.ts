import assert from 'node:assert/strict';
import { role } from '../cluster/objects.js';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { pathOf } from './inputs.js';
import { made, placeOf, Running, startCluster, until } from './running.js';
import { entry, router } from './shop.js';

const all = ['get', 'list', 'watch'];
const rbac = 'rbac.authorization.k8s.io';
/** A right in one namespace alone. */
const within = (namespace: string, name: string, rule: object): readonly KubeObject[] =>
  [
    { apiVersion: `${rbac}/v1`, kind: 'Role', metadata: { name, namespace }, rules: [rule] },
    {
      ...{ apiVersion: `${rbac}/v1`, kind: 'RoleBinding', metadata: { name, namespace } },
      roleRef: { apiGroup: rbac, kind: 'Role', name },
      subjects: [{ apiGroup: rbac, kind: 'User', name: 'narrow' }],
    },
  ] as unknown as readonly KubeObject[];
const secretOf = (namespace: string): KubeObject =>
  ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'redis', namespace },
    stringData: { username: 'default', password: `of-${namespace}` },
  }) as KubeObject;
const redisOf = (namespace: string): readonly KubeObject[] => [
  {
    ...entry(`cache-${namespace}`, namespace.length, namespace),
    spec: {
      ...(entry(`cache-${namespace}`, 20 + namespace.length, namespace).spec as object),
      ports: [{ number: 6379, name: 'tcp-redis', protocol: 'TCP' }],
    },
  },
  {
    apiVersion: 'redis.aeraki.io/v1alpha1',
    kind: 'RedisService',
    metadata: { name: 'cache', namespace },
    spec: {
      host: [`cache-${namespace}.example.com`],
      settings: { auth: { secret: { name: 'redis' } } },
      redis: [],
    },
  },
];

/** A service account whose rights end at a namespace: the rest goes on, and who is concerned is told. */
describe('a controller that may not do everything', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let running: Running;
  const admin = (): ApiServer['admin'] => {
    assert.ok(server);
    return server.admin;
  };
  const seen = (look: () => Promise<boolean>, seconds = 40) => until(look, seconds, () => running.text);
  const places = async (): Promise<readonly string[]> => (await made(admin())).envoyFilters.map(placeOf);
  const condition = async (object: KubeObject, type: string) => {
    const { body } = await admin().call('GET', `${pathOf(object)}/${object.metadata.name}`);
    const { status } = body as { status?: { conditions: { type: string; status: string; message: string }[] } };
    return status?.conditions.find((each) => each.type === type);
  };

  before(async function () {
    server = await startCluster(this, { users: { narrow: [] } });
    const read = [
      { verbs: all, apiGroups: [''], resources: ['services', 'configmaps', 'namespaces', 'events'] },
      { verbs: all, apiGroups: ['networking.istio.io'], resources: ['*'] },
      {
        verbs: [...all, 'patch'],
        apiGroups: ['metaprotocol.aeraki.io', 'redis.aeraki.io', 'dubbo.aeraki.io'],
        resources: ['*'],
      },
      { verbs: ['create', 'patch', 'delete'], apiGroups: [''], resources: ['events'] },
    ];
    const write = {
      verbs: ['create', 'patch', 'update', 'delete'],
      apiGroups: ['networking.istio.io'],
      resources: ['*'],
    };
    const secrets = { verbs: all, apiGroups: [''], resources: ['secrets'], resourceNames: ['redis'] };
    await server.admin.create([
      ...['istio-system', 'open', 'closed'].map(
        (name): KubeObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
      ),
      ...role('narrow', read),
      ...within('open', 'write', write),
      ...within('open', 'secrets', secrets),
      secretOf('open'),
      secretOf('closed'),
      ...redisOf('open'),
      ...redisOf('closed'),
      entry('one', 1, 'open'),
      router('one', 'v1', 0, 'open'),
      entry('two', 2, 'closed'),
      router('two', 'v1', 0, 'closed'),
    ]);
    running = new Running(await server.kubeconfig({ user: 'narrow' }), '--namespace-scoped', '--no-leader-elect');
  });
  after(async () => {
    running?.kill('SIGKILL');
    await server?.stop();
  });

  it('writes where it may, and says of each object that it may not write whose fault that is', async () => {
    await seen(async () => (await places()).filter((each) => each.startsWith('open ')).length === 4);
    const refused = await running.line(
      ({ event, object }) => event === 'refused' && /closed\/.*two/.test(String(object)),
    );
    assert.match(refused.message, /forbidden/);
    assert.ok((await places()).every((each) => each.startsWith('open ')));
    await seen(async () => {
      const found = await condition(router('two', 'v1', 0, 'closed'), 'Programmed');
      return found?.status === 'False' && found.message.includes('forbidden');
    });
    // Nothing is said of what is written; where the API server knew its right a moment late, that it is written now.
    await seen(async () => {
      const found = await condition(router('one', 'v1', 0, 'open'), 'Programmed');
      return found === undefined || found.status === 'True';
    });
  });

  it('reads the Secrets that it may, and says which one it may not', async () => {
    const { envoyFilters } = await made(admin());
    assert.match(JSON.stringify(envoyFilters), /of-open/);
    const said = await running.line(({ event, code }) => event === 'finding' && code === 'AER0712');
    assert.match(said.message, /closed/);
    assert.doesNotMatch(running.text, /of-open|of-closed/);
    await running.line(({ event, message }) => event === 'unread' && /secrets closed\/redis.*forbidden/.test(message));
  });

  it('goes on as soon as it may', async () => {
    const write = {
      verbs: ['create', 'patch', 'update', 'delete'],
      apiGroups: ['networking.istio.io'],
      resources: ['*'],
    };
    const secrets = { verbs: all, apiGroups: [''], resources: ['secrets'], resourceNames: ['redis'] };
    await admin().create([...within('closed', 'write', write), ...within('closed', 'secrets', secrets)]);
    await seen(async () => (await places()).length === 8, 90);
    await seen(async () => JSON.stringify((await made(admin())).envoyFilters).includes('of-closed'), 90);
    await seen(async () => (await condition(router('two', 'v1', 0, 'closed'), 'Programmed'))?.status === 'True', 60);
    assert.equal(await running.stop(), 0);
  });
});

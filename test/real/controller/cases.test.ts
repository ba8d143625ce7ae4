import assert from 'node:assert/strict';
import { type Case, readCases } from '../../translate/cases.js';
import { resourcesOf } from '../../translate/input.js';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { clear, created } from './inputs.js';
import { made, Running, startCluster, until } from './running.js';

/** A name that no API server takes: defects D21 and D29 of the reference. */
const impossible = ({ metadata }: KubeObject): boolean =>
  !/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(metadata.name) || metadata.name.length > 253;

/** The input of every shared case applied to a real API server gives exactly the objects of `expected.json`. */
describe('aeraki controller run makes what the reference made', function () {
  this.timeout(900_000);
  let server: ApiServer | undefined;
  let running: Running | undefined;

  before(async function () {
    server = await startCluster(this);
    await server.admin.create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } }]);
  });
  after(async () => {
    running?.kill('SIGKILL');
    await server?.stop();
  });

  for (const flags of [[], ['--namespace-scoped'], ['--no-allocate-addresses']]) {
    const only = process.env.AERAKI_CASE;
    const cases = readCases().filter(
      (each) => each.flags.join(' ') === flags.join(' ') && (only === undefined || each.name.includes(only)),
    );
    it(`${cases.length} cases ${flags.join(' ')}`, async () => {
      assert.ok(server);
      if (cases.length === 0) return;
      running = new Running(await server.kubeconfig(), '--max-delete', '100', '--admin', 'off', ...flags);
      await running.line(({ event }) => event === 'serving');
      const wrong: string[] = [];
      const refused: string[] = [];
      for (const each of cases) {
        let outcome = await tried(each);
        // "The first" is the older one; of the same second, that of the lesser name. Told apart, it is that of the input.
        if (outcome !== '' && !outcome.startsWith('refused')) outcome = await tried(each, 1_100);
        if (outcome.startsWith('refused')) refused.push(`${each.name} ${outcome}`);
        else if (outcome !== '') wrong.push(`${each.name}: ${outcome}`);
      }
      await running.stop();
      assert.deepEqual(wrong, []);
      // What the API server finds invalid is in no cluster, whatever the reference would make of it; nothing else is passed over.
      assert.deepEqual(
        refused.filter((each) => !each.includes('is invalid: ')),
        [],
      );
      assert.ok(refused.length < cases.length / 5, refused.join('\n'));
    });
  }

  async function tried(each: Case, pauseMs = 0): Promise<string> {
    assert.ok(server && running);
    const client = server.admin;
    // Deployments and the like are of no concern to it, and some of the cases are no whole ones.
    const objects = resourcesOf(each.input)
      .map(({ object }) => object as unknown as KubeObject)
      .filter(({ apiVersion }) => apiVersion !== 'apps/v1');
    await namespaces(client, each);
    const inputs = await created(client, objects, pauseMs);
    try {
      if (inputs.refused.length > 0) return `refused ${inputs.refused.join(' ')}`;
      const all = each.expected as { envoyFilters: readonly KubeObject[]; virtualServices: readonly KubeObject[] };
      const expected = {
        envoyFilters: all.envoyFilters.filter((object) => !impossible(object)),
        virtualServices: all.virtualServices.filter((object) => !impossible(object)),
      };
      let now: unknown;
      await until(
        async () => {
          now = stripped(await made(client));
          return isSame(now, expected);
        },
        5,
        () => '',
      ).catch(() => undefined);
      return isSame(now, expected) ? '' : `${differs(now, expected)}\n${running.text.slice(-1500)}`;
    } finally {
      await clear(client, inputs.there);
      await until(
        async () => (await made(client)).envoyFilters.length === 0,
        20,
        () => running?.text ?? '',
      );
    }
  }
});

/** Those that `exportTo` names must be there. */
async function namespaces(client: ApiServer['admin'], each: Case): Promise<void> {
  const objects = each.expected.envoyFilters as readonly KubeObject[];
  for (const name of new Set(objects.map(({ metadata }) => metadata.namespace ?? ''))) {
    await client.call('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
}

function isSame(now: unknown, expected: unknown): boolean {
  try {
    assert.deepStrictEqual(now, expected);
    return true;
  } catch {
    return false;
  }
}

function differs(now: unknown, expected: unknown): string {
  try {
    assert.deepStrictEqual(now, expected);
    return '';
  } catch (error) {
    return String((error as Error).message).slice(0, 600);
  }
}

/** Without what the server adds. */
function stripped(objects: Awaited<ReturnType<typeof made>>): unknown {
  const one = ({ apiVersion, kind, metadata, spec }: KubeObject): object => {
    const { name, namespace, labels } = metadata;
    return { apiVersion, kind, metadata: { labels, name, namespace }, spec };
  };
  return { envoyFilters: objects.envoyFilters.map(one), virtualServices: objects.virtualServices.map(one) };
}

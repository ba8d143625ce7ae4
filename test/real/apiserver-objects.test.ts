import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { type ApiServer, startApiServer } from './parts/apiserver.js';
import type { DryRun, KubeObject } from './parts/kube-client.js';
import { requirePart } from './parts/require-part.js';
import { distinct, type Item, results, says } from './results.js';

/** The errors that announce an object name that the API server refuses. */
const names = ['AER0421', 'AER0429'];

describe('a real kube-apiserver takes every object of the cases', function () {
  this.timeout(180_000);
  let server: ApiServer | undefined;
  before(async function () {
    requirePart(this, 'apiserver');
    requirePart(this, 'etcd');
    server = await startApiServer({ crds: true });
  });
  after(() => server?.stop());

  it('by default, save those whose names D21 and D29 make invalid', async () => {
    const { refused, items } = await dryRun({});
    const announced = refused.filter(({ object, message }) => {
      const item = items.find(({ value }) => value === object);
      return (
        item !== undefined && names.some((code) => says(item, code)) && /metadata\.name: Invalid value/.test(message)
      );
    });
    deepStrictEqual(texts(refused.filter((each) => !announced.includes(each))), []);
    ok(announced.length > 0, 'the cases of D21 and D29 were refused before');
  });

  it('with --fixed', async () => {
    const { refused } = await dryRun({ fixed: true });
    deepStrictEqual(texts(refused), []);
  });

  it('with --fixed and --static-routes', async () => {
    const { refused } = await dryRun({ fixed: true, staticRoutes: true });
    deepStrictEqual(texts(refused), []);
  });

  it('would notice a field that the kinds do not have', async () => {
    const [item] = distinct(objects({}));
    ok(item && server);
    const [answer] = await server.admin.dryRun([{ ...item.value, spec: { configPatch: [] } }]);
    strictEqual(answer?.ok, false);
    match(answer.message, /unknown field "spec\.configPatch"/);
  });

  async function dryRun(options: object): Promise<{ refused: readonly DryRun[]; items: readonly Item<KubeObject>[] }> {
    const items = distinct(objects(options));
    ok(server && items.length > 300, `only ${items.length}`);
    const answers = await server.admin.dryRun(items.map(({ value }) => value));
    return { refused: answers.filter((answer) => !answer.ok), items };
  }
});

function* objects(options: object): Generator<Item<KubeObject>> {
  for (const { name, translation } of results(options)) {
    for (const object of [...translation.envoyFilters, ...translation.virtualServices]) {
      const { kind, metadata } = object;
      const value = object as unknown as KubeObject;
      yield { what: `${name} ${kind} ${metadata.namespace}/${metadata.name}`, value, findings: translation.findings };
    }
  }
}

function texts(refused: readonly DryRun[]): readonly string[] {
  return refused.map(
    ({ object, message }) => `${object.kind} ${object.metadata.namespace}/${object.metadata.name}: ${message}`,
  );
}

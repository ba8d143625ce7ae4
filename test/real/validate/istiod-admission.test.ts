import assert from 'node:assert/strict';
import { parseFile } from '../../../src/load/parse.js';
import type { Resource } from '../../../src/model/resource.js';
import { loadSchemaCheck } from '../../../src/schema/check.js';
import { loadIstioCheck } from '../../../src/validate/istio/check.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { type Istiod, startIstiod, type Verdict } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';
import { say } from '../parts/say.js';
import { envoyFilter, values } from './envoy-filter-values.js';
import { Random } from './generate.js';
import { fixtureObjects, istioObjects } from './istio-objects.js';

const wanted = 3000;

describe("the layer istio says what a real istiod's webhook says", function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  let istiod: Istiod | undefined;
  before(async function () {
    for (const part of ['istiod', 'apiserver', 'etcd'] as const) requirePart(this, part);
    server = await startApiServer({ crds: true });
    istiod = await startIstiod(server);
  });
  after(async () => {
    await istiod?.stop();
    await server?.stop();
  });

  it('of 3,000 generated objects that the API server would hand on to it', async () => {
    const random = new Random(Number(process.env.SEED ?? 13));
    const resources: Resource[] = [];
    while (resources.length < wanted) resources.push(...(await handedOn(istioObjects(500, random))));
    resources.length = wanted;
    const check = await loadIstioCheck(resources);
    const verdicts = await Promise.all(resources.map((resource) => judge(resource)));
    const differences = resources.flatMap((resource, index) => {
      const own = check(resource);
      const ours = own.some(({ severity }) => severity === 'error')
        ? 'refused'
        : own.some(({ severity }) => severity === 'warning')
          ? 'warning'
          : 'allowed';
      const verdict = verdicts[index];
      const theirs = verdict === undefined ? 'none' : nameOf(verdict);
      if (ours === theirs) return [];
      const said = own.map(({ code, pointer, severity }) => `${code} ${severity} ${pointer}`).join('; ');
      const words = verdict?.message || verdict?.warnings.join('; ');
      return [`${JSON.stringify(resource.object)}\n  istiod: ${theirs}: ${words}\n  ours: ${ours}: ${said}`];
    });
    const counts = { refused: 0, warning: 0, allowed: 0 };
    for (const verdict of verdicts) counts[nameOf(verdict)]++;
    say(`istiod: ${counts.refused} refused, ${counts.warning} with warnings, ${counts.allowed} allowed`);
    // As many of each as make the test one of all.
    assert.ok(counts.refused > 500 && counts.warning > 50 && counts.allowed > 500);
    assert.equal(differences.length, 0, `${differences.length} differ:\n${differences.slice(0, 20).join('\n')}`);
  });

  it('refuses what it refuses of our fixtures, EnvoyFilters among them', async () => {
    const resources = await handedOn(fixtureObjects());
    assert.ok(resources.some(({ kind }) => kind === 'EnvoyFilter'));
    const check = await loadIstioCheck(resources);
    for (const resource of resources) {
      const ours = check(resource).every(({ severity }) => severity !== 'error');
      const { allowed, message } = await judge(resource);
      assert.equal(ours, allowed, `${JSON.stringify(resource.object)}: ${message}`);
    }
  });

  it('says of each value of a patch what it says', async () => {
    const resources = await handedOn(values.map(([value, applyTo], index) => envoyFilter(index, applyTo, value)));
    assert.equal(resources.length, values.length);
    const check = await loadIstioCheck(resources);
    const differences: string[] = [];
    for (const [index, resource] of resources.entries()) {
      const [value, applyTo] = values[index] ?? [];
      const own = check(resource).filter(({ code }) => code !== 'AER1195');
      const ours = own.some(({ severity }) => severity === 'error')
        ? 'refused'
        : own.length > 0
          ? 'warning'
          : 'allowed';
      const { allowed, message, warnings } = await judge(resource);
      // istiod says of every EnvoyFilter that it is one.
      const more = warnings.filter((each) => !/EnvoyFilter exposes internal implementation details/.test(each));
      const theirs = !allowed ? 'refused' : more.length > 0 ? 'warning' : 'allowed';
      // A type that may be newer than our copy of Envoy's API is never refused.
      const mayBeNewer = own.some(({ message: words }) => words.includes('is not known here'));
      if (ours !== theirs && !(mayBeNewer && theirs === 'refused')) {
        differences.push(
          `${applyTo} ${JSON.stringify(value)}\n  istiod: ${theirs} ${message} ${more.join('; ')}\n  ours: ${ours} ${own.map((each) => each.message).join('; ')}`,
        );
      }
    }
    assert.equal(differences.length, 0, differences.join('\n'));
  });

  function judge({ object }: Resource): Promise<Verdict> {
    assert.ok(istiod);
    return istiod.validate(object as unknown as KubeObject);
  }
});

function nameOf({ allowed, warnings }: Verdict): 'refused' | 'warning' | 'allowed' {
  if (!allowed) return 'refused';
  return warnings.length > 0 ? 'warning' : 'allowed';
}

/** The objects as the API server hands them on: those that its schemas allow, nulls dropped. */
async function handedOn(objects: readonly KubeObject[]): Promise<readonly Resource[]> {
  const check = await loadSchemaCheck(objects.map(({ kind }) => kind));
  return objects.flatMap((object) => {
    const { documents } = parseFile(JSON.stringify(object), 'object.json', { namespace: 'shop' });
    return documents.flatMap((document) =>
      document.status === 'resource' && !check(document.resource).some(({ severity }) => severity === 'error')
        ? [document.resource]
        : [],
    );
  });
}

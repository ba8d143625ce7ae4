import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadAll } from 'js-yaml';
import { built, root, run } from '../../cli/program.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';

const render = promisify(execFile);
const url = 'http://prometheus.monitoring:9090';

describe('the Helm chart, by Helm itself', function () {
  this.timeout(240_000);
  let helm = '';

  before(async function () {
    helm = requirePart(this, 'helm');
    await built();
  });

  const rendered = async (...values: readonly string[]): Promise<readonly KubeObject[]> => {
    const args = ['template', 'aeraki', join(root, 'deploy', 'helm', 'aeraki'), '--namespace', 'aeraki-system'];
    const { stdout } = await render(helm, [...args, ...values.flatMap((each) => ['--set', each])]);
    return sorted(stdout);
  };
  const printed = async (...flags: readonly string[]): Promise<readonly KubeObject[]> => {
    const { stdout, code } = await run(['controller', 'manifests', '-n', 'aeraki-system', ...flags]);
    assert.equal(code, 0);
    return sorted(stdout);
  };

  it('gives what controller manifests prints', async () => {
    assert.deepEqual(await rendered('image=own:1', 'replicas=3'), await printed('--image', 'own:1', '--replicas', '3'));
    const more = await rendered('image=own:1', 'args={--fixed}', 'clusterDomain=corp.example', 'rootNamespace=mesh');
    const flags = ['--image', 'own:1', '--fixed', '--cluster-domain', 'corp.example', '-i', 'mesh'];
    assert.deepEqual(new Set(argsOf(more)), new Set(argsOf(await printed(...flags))));
  });

  for (const [what, values, flags] of [
    ['a Prometheus', [`sidecars.prometheus=${url}`], ['--sidecars-prometheus', url]],
    ['a fallback gateway', ['sidecars.gateway=edge'], ['--sidecars-gateway', 'edge']],
    [
      'both',
      [`sidecars.prometheus=${url}`, 'sidecars.gateway=edge', 'clusterDomain=corp.example'],
      ['--sidecars-prometheus', url, '--sidecars-gateway', 'edge', '--cluster-domain', 'corp.example'],
    ],
  ] as const) {
    it(`gives what it prints with --sidecars, of ${what}`, async () => {
      const made = await rendered('image=own:1', 'sidecars.enabled=true', ...values);
      assert.deepEqual(made, await printed('--image', 'own:1', '--sidecars', ...flags));
      // What is set and not switched on changes nothing.
      const off = values.filter((each) => each.startsWith('sidecars.'));
      assert.deepEqual(await rendered('image=own:1', ...off), await rendered('image=own:1'));
    });
  }

  it('says what is missing where nothing is there to learn from', async () => {
    await assert.rejects(rendered('sidecars.enabled=true'), /sidecars\.prometheus or sidecars\.gateway/);
  });
});

/** Helm has an order of its own. */
function sorted(text: string): readonly KubeObject[] {
  const key = ({ kind, metadata }: KubeObject): string => `${kind} ${metadata.namespace}/${metadata.name}`;
  const all = (loadAll(text) as (KubeObject | null)[]).filter((each) => each !== null);
  return all.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function argsOf(objects: readonly KubeObject[]): readonly string[] {
  const spec = objects.find(({ kind }) => kind === 'Deployment')?.spec;
  const { template } = spec as { template: { spec: { containers: { args: string[] }[] } } };
  return template.spec.containers[0]?.args ?? [];
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { lazyXds } from '../../src/lazyxds/lazyxds.js';
import type { Access } from '../../src/lazyxds/learn.js';
import { discoverySelectors } from '../../src/lazyxds/selectors.js';
import { load } from '../../src/load/load.js';
import { parseYaml } from '../../src/load/parse-yaml.js';

const cases = '../shared/cases-sidecar/lazy';

/** What lazyXDS's own functions made of each case; it writes the placeholder's ports in any order. */
describe('lazyxds: the shared cases', () => {
  for (const name of readdirSync(cases)) {
    it(name, async () => {
      const options = { namespace: 'default', exclude: [], workloads: true };
      const { resources } = await load([`${cases}/${name}/input.yaml`], options);
      const traffic = read<readonly Access[]>(`${name}/traffic.json`);
      const result: unknown = JSON.parse(
        JSON.stringify(lazyXds(resources, traffic, discoverySelectors(resources, parseYaml))),
      );
      assert.deepStrictEqual(portsSorted(result), portsSorted(read(`${name}/expected.json`)));
    });
  }
});

function read<T>(file: string): T {
  return JSON.parse(readFileSync(`${cases}/${file}`, 'utf8')) as T;
}

function portsSorted(result: unknown): unknown {
  const { beforeTraffic, afterTraffic } = result as Record<
    string,
    { object: { kind: string; spec: { ports: { port: number }[] } } }[]
  >;
  for (const { object } of [...(beforeTraffic ?? []), ...(afterTraffic ?? [])]) {
    if (object.kind === 'Service') object.spec.ports.sort((a, b) => a.port - b.port);
  }
  return result;
}

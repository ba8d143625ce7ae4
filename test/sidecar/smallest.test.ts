import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFile } from '../../src/load/parse.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import { buildMesh } from '../../src/scope/scope.js';
import { meshSettings } from '../../src/scope/settings.js';
import { closure, ruleGraph } from '../../src/sidecar/closure.js';
import { smallestImports, visibleWith } from '../../src/sidecar/smallest.js';
import { findWorkloads } from '../../src/traffic/workloads.js';

const hosts = ['a', 'b', 'c', 'd'];
const full = (name: string) => `${name}.${name < 'c' ? 'shop' : 'pay'}.svc.cluster.local`;

/** A mesh of four services, with VirtualServices and MetaRouters from one to another. */
function meshOf(virtual: readonly (readonly [string, string])[], meta: readonly (readonly [string, string])[]) {
  const documents = [
    ...hosts.map((name) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: name < 'c' ? 'shop' : 'pay' },
      spec: { clusterIP: `10.0.0.${name.charCodeAt(0)}`, ports: [{ name: 'http', port: 80 }] },
    })),
    ...virtual.map(([from, to], at) => ({
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: `v${at}`, namespace: from < 'c' ? 'shop' : 'pay' },
      spec: { hosts: [full(from)], http: [{ route: [{ destination: { host: full(to) } }] }] },
    })),
    ...meta.map(([from, to], at) => ({
      apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
      kind: 'MetaRouter',
      metadata: { name: `m${at}`, namespace: 'shop' },
      spec: { hosts: [full(from)], routes: [{ name: 'r', route: [{ destination: { host: full(to) } }] }] },
    })),
  ];
  const text = documents.map((each) => JSON.stringify(each)).join('\n---\n');
  const resources = parseFile(text, 'f', { namespace: 'default' }).documents.flatMap((each) =>
    each.status === 'resource' ? [each.resource] : [],
  );
  const mesh = buildMesh(resources, meshSettings(resources, 'istio-system', 'cluster.local', parseYaml));
  return { resources, mesh };
}

describe('sidecar: the smallest imports', () => {
  it('every service that is needed is visible, and no host can be left out', () => {
    const host = fc.constantFrom(...hosts);
    const pairs = fc.uniqueArray(fc.tuple(host, host), { maxLength: 4, selector: ([from]) => from });
    fc.assert(
      fc.property(fc.uniqueArray(host, { minLength: 1 }), pairs, pairs, (called, virtual, meta) => {
        const { resources, mesh } = meshOf(virtual, meta);
        const graph = ruleGraph(resources, mesh);
        const calls = called.map((name) => ({ source: 'shop/web', host: full(name), port: 80, count: 1, place: '' }));
        const [need] = smallestImports(mesh, findWorkloads(resources), graph, calls);
        const required = [
          ...closure(
            calls.map((call) => call.host),
            graph,
          ),
        ];
        const shows = (imports: readonly string[]) => {
          const seen = new Set(imports.length === 0 ? [] : visibleWith(mesh, 'shop', imports).map((each) => each.host));
          return required.every((each) => seen.has(each));
        };
        const imports = need?.hosts ?? [];
        assert.ok(shows(imports), `${imports.join()} does not show ${required.join()}`);
        for (const spare of imports) {
          assert.ok(!shows(imports.filter((each) => each !== spare)), `${spare} can be left out of ${imports.join()}`);
        }
      }),
    );
  });
});

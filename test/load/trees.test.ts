import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import { load } from '../../src/load/load.js';

const router = (name: string, more = '') =>
  `apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  hosts: [orders.shop]\n${more}`;

/** Loads a tree; what became of each document, and the findings. */
async function tree(files: Readonly<Record<string, string>>) {
  const directory = mkdtempSync(join(tmpdir(), 'aeraki-tree-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content);
    }
    const loaded = await load([directory], { namespace: 'default', exclude: [] });
    return {
      documents: loaded.documents.map((each) => {
        if (each.status === 'resource') return each.resource.name;
        return each.status === 'skipped' ? `(${each.passedOver ?? 'skipped'})` : 'invalid';
      }),
      findings: loaded.findings.map(({ code }) => code),
      notes: loaded.findings.filter(({ code }) => code === 'AER0053').map(({ message }) => message),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe('a tree for GitOps', () => {
  it('has patches of Kustomize, named by the kustomization', async () => {
    const { documents, findings, notes } = await tree({
      'base/kustomization.yaml': 'resources: [router.yaml]\n',
      'base/router.yaml': router('a'),
      'overlays/prod/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../../base]\npatches:\n- path: a.yaml\n- path: ./ops.yaml\n  target: {kind: MetaRouter}\n- patch: |\n    - op: remove\n      path: /spec\npatchesStrategicMerge: [b.yaml]\nconfigurations: [names.yaml]\n',
      'overlays/prod/a.yaml': router('a', '  routes: []\n'),
      'overlays/prod/b.yaml':
        'apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {namespace: shop}\n',
      'overlays/prod/names.yaml': 'nameReference: []\n',
      'overlays/prod/ops.yaml': '- op: replace\n  path: /spec/hosts/0\n  value: b\n',
    });
    assert.deepStrictEqual(documents, ['(skipped)', 'a', '(patch)', '(patch)', '(skipped)', '(patch)', '(patch)']);
    assert.deepStrictEqual(findings, ['AER0053']);
    assert.match(notes[0] ?? '', /4 patches of Kustomize/);
  });

  it('has components, which are kustomizations too', async () => {
    const { documents, findings } = await tree({
      'router.yaml': router('a'),
      'kustomization.yml': 'resources: [router.yaml]\ncomponents: [more]\n',
      'more/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{path: p.yaml}]\n',
      'more/p.yaml': router('a'),
    });
    assert.deepStrictEqual(documents, ['(skipped)', '(skipped)', '(patch)', 'a']);
    assert.deepStrictEqual(findings, ['AER0053']);
  });

  it('has patches that their own directives, or their shape, tell', async () => {
    const { documents, findings } = await tree({
      'delete.yaml': router('t', '  routes:\n  - name: r\n    $patch: delete\n'),
      'json.yaml': '[{"op": "add", "path": "/spec", "value": {}}]\n',
      'router.yaml': router('t'),
    });
    assert.deepStrictEqual(documents, ['(patch)', '(patch)', 't']);
    assert.deepStrictEqual(findings, ['AER0053']);
  });

  it('has the same resource in overlays that are never applied together', async () => {
    const { documents, findings } = await tree({
      'dev/kustomization.yaml': 'resources: [router.yaml]\n',
      'dev/router.yaml': router('a'),
      'prod/kustomization.yaml': 'resources: [router.yaml]\n',
      'prod/router.yaml': router('a'),
    });
    assert.deepStrictEqual(documents, ['(skipped)', 'a', '(skipped)', '(overlay)']);
    assert.deepStrictEqual(findings, ['AER0053']);
    // In one of them it is a mistake, as it is without any.
    for (const name of ['kustomization.yaml', 'other.yaml']) {
      const twice = await tree({ [name]: 'resources: []\n', 'a.yaml': router('a'), 'b.yaml': router('a') });
      assert.deepStrictEqual(twice.findings, ['AER0013']);
    }
  });

  it('has secrets that are encrypted, playbooks, values, and objects of Argo CD and Flux', async () => {
    const { documents, findings } = await tree({
      'argo.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\n',
      'flux.yaml':
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {patches: [{path: router.yaml}]}\n',
      'playbook.yml': '- hosts: all\n  tasks:\n  - name: x\n    shell: "{{ y }}"\n',
      'router.yaml': router('a'),
      'secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData: {password: "ENC[x]"}\nsops: {mac: "ENC[y]", version: 3.7.3}\n',
      'values.yaml': 'replicas: 2\nimage: {tag: "1"}\n',
    });
    assert.deepStrictEqual(documents, ['(skipped)', '(skipped)', '(list)', 'a', '(encrypted)', '(skipped)']);
    assert.deepStrictEqual(findings, ['AER0053']);
  });

  it('has mistakes all the same', async () => {
    const { findings } = await tree({
      'list.yaml': `- apiVersion: v1\n  kind: Service\n`,
      'text.yaml': 'just words\n',
    });
    assert.deepStrictEqual(findings, ['AER0010', 'AER0010']);
  });
});

describe('standard input', () => {
  it('that is empty is a warning, unless it is meant so', async () => {
    const read = (text: string, allowEmpty?: boolean) =>
      load(['-'], { namespace: 'default', exclude: [], allowEmpty, stdin: async () => Buffer.from(text) });
    for (const text of ['', ' \n\n']) {
      assert.deepStrictEqual(
        (await read(text)).findings.map(({ code }) => code),
        ['AER0054'],
      );
      assert.deepStrictEqual((await read(text, true)).findings, []);
    }
    assert.deepStrictEqual((await read('# nothing today\n')).findings, []);
  });
});

describe('what Helm renders', () => {
  it('names the template of each finding', async () => {
    const text = `---\n# Source: shop/templates/router.yaml\n${router('a')}---\n# Source: shop/charts/x/templates/b.yaml\n${router('a')}`;
    const loaded = await load([], {
      namespace: 'default',
      exclude: [],
      render: async () => [{ name: 'helm shop', bytes: Buffer.from(text) }],
    });
    const [twice] = diagnose(loaded.findings, loaded.locate);
    assert.match(twice?.message ?? '', /\(Template shop\/charts\/x\/templates\/b\.yaml\)$/);
    assert.deepStrictEqual([twice?.file, twice?.line], ['helm shop', 12]);
  });
});

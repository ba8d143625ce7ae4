import assert from 'node:assert/strict';
import { delimiter, dirname } from 'node:path';
import { built, folder, run } from '../../cli/program.js';
import { requirePart } from '../parts/require-part.js';

const router = (host: string, weights: readonly [number, number]) => `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders}
spec:
  hosts: [${host}]
  routes:
    - name: split
      route:
        - {destination: {host: ${host}, subset: v1}, weight: ${weights[0]}}
        - {destination: {host: ${host}, subset: v2}, weight: ${weights[1]}}
`;
const services = (host: string) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders}
spec:
  hosts: [${host}]
  addresses: [240.240.0.10]
  ports: [{number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP}]
  resolution: STATIC
  workloadSelector: {labels: {app: orders}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders}
spec:
  host: ${host}
  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]
`;

/** An overlay with a strategic patch, a JSON 6902 patch, a component, a generator and a file that is no resource of the mesh. */
const kustomization: Readonly<Record<string, string>> = {
  'base/kustomization.yaml': 'resources: [services.yaml, router.yaml]\n',
  'base/services.yaml': services('orders.shop.example.com'),
  'base/router.yaml': router('orders.shop.example.com', [90, 10]),
  'part/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
  - target: {kind: ServiceEntry, name: orders}
    patch: |-
      - {op: replace, path: /spec/addresses/0, value: 240.240.0.99}
`,
  'prod/kustomization.yaml': `namespace: shop
resources: [../base]
components: [../part]
patches:
  - path: weights.yaml
configMapGenerator:
  - {name: settings, literals: [a=b]}
`,
  'prod/weights.yaml': router('orders.shop.example.com', [50, 50]),
  'broken/kustomization.yaml': 'resources: [../nowhere]\n',
};

const chart: Readonly<Record<string, string>> = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.2.3\n',
  'values.yaml': 'host: orders.shop.example.com\nport: tcp-metaprotocol-dubbo\n',
  'templates/_names.tpl': '{{- define "shop.host" -}}{{ .Values.host }}{{- end -}}\n',
  'templates/services.yaml': services('{{ include "shop.host" . }}')
    .replaceAll('name: orders}', 'name: orders, namespace: {{ .Release.Namespace }}}')
    .replace('tcp-metaprotocol-dubbo', '{{ .Values.port }}'),
  'templates/router.yaml': router('{{ include "shop.host" . }}', [90, 20]).replace(
    'name: orders}',
    'name: orders, namespace: {{ .Release.Namespace }}}',
  ),
  'templates/NOTES.txt': 'Thank you.\n',
};

describe('-k and --helm with the programs themselves', function () {
  this.timeout(180_000);
  let programs: string;
  let tree: Awaited<ReturnType<typeof folder>>;
  let env: Record<string, string>;

  before(async function () {
    programs = [requirePart(this, 'helm'), requirePart(this, 'kustomize')].map(dirname).join(delimiter);
    await built();
    tree = await folder({
      ...kustomization,
      ...Object.fromEntries(Object.entries(chart).map(([name, text]) => [`chart/${name}`, text])),
    });
    env = { PATH: `${programs}${delimiter}/usr/bin${delimiter}/bin`, HOME: tree.path };
  });
  after(() => tree?.remove());
  const inTree = (...args: string[]) => run(args, { cwd: tree.path, env });

  it('kustomize: patches, components and generators are applied, and the result is translated', async () => {
    const { code, stdout, stderr } = await inTree('translate', '-k', 'prod', '--to', 'rds', '-o', 'json');
    assert.equal(code, 0, stderr);
    const text = JSON.stringify(JSON.parse(stdout));
    assert.match(text, /"weight":50\b/);
    assert.ok(!text.includes('"weight":90'));
    const names = await inTree('translate', '-k', 'prod', '-o', 'name');
    assert.match(names.stdout, /240\.240\.0\.99/);
  });

  it('kustomize: the same tree without -k passes patches and components over', async () => {
    const { code, stderr } = await inTree('validate', 'base', 'prod', 'part');
    assert.equal(code, 0, stderr);
  });

  it('kustomize: what fails is said in its own words', async () => {
    const { code, stderr } = await inTree('validate', '-k', 'broken');
    assert.equal(code, 65);
    assert.match(stderr, /cannot render -k broken: .*nowhere/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it('helm: templates are rendered, and a finding names its template', async () => {
    const { code, stdout, stderr } = await inTree('validate', '--helm', 'chart');
    assert.equal(code, 79, stderr);
    assert.match(stdout, /AER0209.*helm chart:\d+.*\(Template shop\/templates\/router\.yaml\)/);
    assert.doesNotMatch(stdout + stderr, /services\.yaml\)/);
  });

  it('helm: the chart as files is passed over, and a broken template is said in its own words', async () => {
    const plain = await inTree('validate', 'chart');
    assert.doesNotMatch(plain.stdout, /AER0209/);
    const other = await folder({ ...chart, 'templates/router.yaml': '{{ .Values.host | nonsense }}\n' });
    try {
      const { code, stderr } = await inTree('validate', '--helm', other.path);
      assert.equal(code, 65);
      assert.match(stderr, /helm cannot render --helm .*nonsense/);
    } finally {
      other.remove();
    }
  });

  it('both beside files, in one run', async () => {
    const { code, stdout } = await inTree('describe', 'orders.shop.example.com', '-k', 'prod');
    assert.equal(code, 0);
    assert.match(stdout, /orders\.shop\.example\.com_20880, 1 route/);
  });
});

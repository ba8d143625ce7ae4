import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifests } from '../src/controller/manifests.js';
import { toYamlStream } from '../src/output/yaml.js';

/**
 * The Helm chart, made from what `aeraki controller manifests` prints: each value of the chart stands in the place of one
 * of its options. Words that no manifest has mark the places.
 */
const marks: readonly (readonly [mark: string, template: string])[] = [
  ['xnamespacex', '{{ .Release.Namespace }}'],
  ['xrootx', '{{ .Values.rootNamespace }}'],
  ['ximagex', '{{ .Values.image | quote }}'],
  ['xreplicasx', '{{ .Values.replicas }}'],
];

const values = `# Image of the program (Dockerfile).
image: aeraki:latest
replicas: 2
# Istio's root namespace.
rootNamespace: istio-system
# Further flags of \`aeraki controller run\`, such as --fixed or --namespace-scoped.
args: []
`;

/** The files of the chart by path. */
export function chart(version: string): ReadonlyMap<string, string> {
  const made = manifests({
    namespace: 'xnamespacex',
    rootNamespace: 'xrootx',
    configMap: 'istio',
    image: 'ximagex',
    replicas: 'xreplicasx',
    redisSecrets: [],
    bootstrap: true,
    istiod: true,
    args: ['--tls-istiod=istiod.xrootx.svc:15012', '--xargsx'],
  });
  let template = toYamlStream(made);
  for (const [mark, text] of marks) template = template.replaceAll(mark, text);
  template = template.replace(/^( *)- --xargsx\n/m, '$1{{- range .Values.args }}\n$1- {{ . | quote }}\n$1{{- end }}\n');
  const about = `apiVersion: v2\nname: aeraki\ndescription: The control plane of Aeraki Mesh.\ntype: application\nversion: ${version}\nappVersion: ${version}\n`;
  const head = '{{- /* Made from `aeraki controller manifests` by script/chart.ts; do not edit. */}}\n';
  return new Map([
    ['Chart.yaml', about],
    ['values.yaml', values],
    ['templates/aeraki.yaml', head + template],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(fileURLToPath(import.meta.url), '..', '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, 'deploy', 'helm', 'aeraki');
  await mkdir(join(folder, 'templates'), { recursive: true });
  for (const [path, text] of chart(version)) await writeFile(join(folder, path), text);
}

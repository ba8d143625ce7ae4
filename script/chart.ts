import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ManifestOptions, manifests } from '../src/controller/manifests.js';
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
  ['xdomainx', '{{ .Values.clusterDomain }}'],
  ['xgatewayx', '{{ .Values.sidecars.gateway }}'],
  ['xprometheusx', '{{ .Values.sidecars.prometheus }}'],
];

const values = `# Image of the program (Dockerfile).
image: aeraki:latest
replicas: 2
# Istio's root namespace.
rootNamespace: istio-system
# What names of services end in.
clusterDomain: cluster.local
# Sidecars that are learnt and kept (docs/controller.md): of a Prometheus (URL), of a fallback gateway (its namespace), or of both.
sidecars:
  enabled: false
  prometheus: ""
  gateway: ""
# Further flags of \`aeraki controller run\`, such as --fixed or --namespace-scoped.
args: []
`;

const base: ManifestOptions = {
  namespace: 'xnamespacex',
  rootNamespace: 'xrootx',
  configMap: 'istio',
  image: 'ximagex',
  replicas: 'xreplicasx',
  redisSecrets: [],
  bootstrap: true,
  istiod: true,
  args: [],
};
const tls = '--tls-istiod=istiod.xrootx.svc:15012';
const learnt = (gateway?: string): ManifestOptions['sidecars'] => ({ gateway, domain: 'xdomainx' });

/** What each condition adds to what stands before it; the last one has everything. */
const layers: readonly (readonly [condition: string, options: ManifestOptions])[] = [
  ['', { ...base, args: [tls, '--xargsx'] }],
  ['ne .Values.clusterDomain "cluster.local"', { ...base, args: ['--cluster-domain=xdomainx', tls, '--xargsx'] }],
  ['.Values.sidecars.enabled', { ...base, args: ['--cluster-domain=xdomainx', tls, '--xargsx'], sidecars: learnt() }],
  [
    'and .Values.sidecars.enabled .Values.sidecars.gateway',
    { ...base, args: ['--cluster-domain=xdomainx', tls, '--xargsx'], sidecars: learnt('xgatewayx') },
  ],
  [
    'and .Values.sidecars.enabled .Values.sidecars.prometheus',
    {
      ...base,
      args: ['--cluster-domain=xdomainx', tls, '--sidecars-prometheus=xprometheusx', '--xargsx'],
      sidecars: learnt('xgatewayx'),
    },
  ],
];

const noEvidence =
  '{{- if and .Values.sidecars.enabled (not (or .Values.sidecars.gateway .Values.sidecars.prometheus)) }}\n' +
  '{{- fail "sidecars.enabled needs sidecars.prometheus or sidecars.gateway, from which calls are learnt." }}\n{{- end }}\n';

/** The last of the texts with a condition around each run of lines that it has and an earlier one has not. */
function conditional(texts: readonly (readonly [condition: string, lines: readonly string[]])[]): string {
  const conditions = (texts.at(-1)?.[1] ?? []).map(() => '');
  // The lines of each text are those of the one before it and more between them.
  let places = conditions.map((_, at) => at);
  for (let layer = texts.length - 1; layer > 0; layer--) {
    const [condition, lines] = texts[layer] ?? ['', []];
    const [, fewer] = texts[layer - 1] ?? ['', []];
    const kept: number[] = [];
    lines.forEach((line, at) => {
      const place = places[at] ?? 0;
      if (line === fewer[kept.length]) kept.push(place);
      else conditions[place] = condition;
    });
    if (kept.length !== fewer.length) throw new Error(`${condition} takes lines away`);
    places = kept;
  }
  return (texts.at(-1)?.[1] ?? [])
    .flatMap((line, at) => {
      const [before = '', own = '', after = ''] = [conditions[at - 1], conditions[at], conditions[at + 1]];
      const begins = own !== '' && own !== before ? [`{{- if ${own} }}`] : [];
      return [...begins, line, ...(own !== '' && own !== after ? ['{{- end }}'] : [])];
    })
    .join('\n');
}

/** The files of the chart by path. */
export function chart(version: string): ReadonlyMap<string, string> {
  const texts = layers.map(([condition, options]) => {
    return [condition, toYamlStream(manifests(options)).split('\n')] as const;
  });
  let template = conditional(texts);
  for (const [mark, text] of marks) template = template.replaceAll(mark, text);
  template = template.replace(/^( *)- --xargsx\n/m, '$1{{- range .Values.args }}\n$1- {{ . | quote }}\n$1{{- end }}\n');
  const about = `apiVersion: v2\nname: aeraki\ndescription: The control plane of Aeraki Mesh.\ntype: application\nversion: ${version}\nappVersion: ${version}\n`;
  const head = '{{- /* Made from `aeraki controller manifests` by script/chart.ts; do not edit. */}}\n';
  return new Map([
    ['Chart.yaml', about],
    ['values.yaml', values],
    ['templates/aeraki.yaml', head + noEvidence + template],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(fileURLToPath(import.meta.url), '..', '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, 'deploy', 'helm', 'aeraki');
  await mkdir(join(folder, 'templates'), { recursive: true });
  for (const [path, text] of chart(version)) await writeFile(join(folder, path), text);
}

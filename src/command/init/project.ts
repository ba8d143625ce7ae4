/** What `aeraki init` knows of each kind of project; its files are below templates/init, as they will be read. */

export const protocols = ['dubbo', 'thrift', 'redis', 'trpc', 'private'] as const;
export const variants = ['plain', 'kustomize', 'helm'] as const;
export type Protocol = (typeof protocols)[number];
export type Variant = (typeof variants)[number];

/** The service that the rules of a project are for: the name of its files, and of its host before `.shop.example.com`. */
const services: Readonly<Record<Protocol, string>> = {
  dubbo: 'orders',
  thrift: 'payments',
  redis: 'cache',
  trpc: 'accounts',
  private: 'depot',
};

/** Where the rules lie, as commands name it. */
const ruleFolders: Readonly<Record<Variant, string>> = { plain: 'rules', kustomize: 'rules', helm: 'chart/rules' };

export interface ProjectFile {
  /** Its path below the project's folder, with slashes. */
  readonly path: string;
  /** Its template, below templates/init. */
  readonly template: string;
}

/** The files of a project, sorted by path. */
export function projectFiles(protocol: Protocol, variant: Variant): readonly ProjectFile[] {
  const name = services[protocol];
  const rules = variant === 'kustomize' ? 'rules/base' : ruleFolders[variant];
  const moved: Readonly<Record<Variant, readonly ProjectFile[]>> = {
    plain: [],
    kustomize: ['base/kustomization.yaml', 'overlays/production/kustomization.yaml'].map((path) => ({
      path: `rules/${path}`,
      template: `kustomize/${path}`,
    })),
    helm: ['Chart.yaml', 'values.yaml', 'templates/rules.yaml'].map((path) => ({
      path: `chart/${path}`,
      template: `helm/${path}`,
    })),
  };
  const files: readonly ProjectFile[] = [
    ...['.aeraki.yaml', '.github/workflows/aeraki.yaml', '.pre-commit-config.yaml', 'README.md'].map((path) => ({
      path,
      template: `common/${path}`,
    })),
    { path: `${rules}/${name}.yaml`, template: `${protocol}/rules/${name}.yaml` },
    { path: `tests/${name}.yaml`, template: `${protocol}/tests/${name}.yaml` },
    ...(protocol === 'private' ? [{ path: 'codec.yaml', template: 'private/codec.yaml' }] : []),
    ...moved[variant],
  ];
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The commands that a new project is worth looking at with, each with what it is for. */
export function firstCommands(
  protocol: Protocol,
  variant: Variant,
): readonly { readonly command: string; readonly purpose: string }[] {
  const rules = ruleFolders[variant];
  const host = `${services[protocol]}.shop.example.com`;
  const last: Readonly<Record<Protocol, readonly [string, string]>> = {
    dubbo: [`aeraki lab ${rules}`, 'see them work: proxies, servers and requests on this machine'],
    thrift: [`aeraki lab ${rules}`, 'see them work: proxies, servers and requests on this machine'],
    trpc: [`aeraki lab ${rules}`, 'see them work: proxies, servers and requests on this machine'],
    redis: [`aeraki route ${rules} --host ${host} --attribute key=session:1`, 'which server has this key?'],
    private: [
      `aeraki lab ${rules} --codec parcel=./codec.yaml`,
      'a mesh on this machine, for clients and servers of yours',
    ],
  };
  const [command, purpose] = last[protocol];
  return [
    { command: `aeraki validate ${rules}`, purpose: 'is anything wrong with them?' },
    { command: `aeraki translate ${rules}`, purpose: 'what Aeraki makes of them in the cluster' },
    { command: 'aeraki test tests', purpose: 'do they do what they should?' },
    { command, purpose },
  ];
}

/** What the examples of the package are worth looking at with. */
export const exampleCommands = [
  { command: 'aeraki translate examples/dubbo.yaml', purpose: 'what Aeraki makes of them in the cluster' },
  { command: 'aeraki decode examples/dubbo.pcap', purpose: 'what is in a capture' },
  { command: 'aeraki lab examples/', purpose: 'see the rules work on this machine' },
] as const;

/** The text of a file from its template. `version` is that of this program. */
export function filled(text: string, protocol: Protocol, variant: Variant, version: string): string {
  const name = services[protocol];
  const commands = firstCommands(protocol, variant);
  const width = Math.max(...commands.map(({ command }) => command.length));
  const words: Readonly<Record<string, string>> = {
    NAME: name,
    HOST: `${name}.shop.example.com`,
    PROTOCOL: variant === 'plain' ? protocol : `${protocol} --variant ${variant}`,
    VERSION: version,
    RULES: ruleFolders[variant],
    FILES: fileRows(protocol, variant).join('\n'),
    COMMANDS: commands.map(({ command, purpose }) => `${command.padEnd(width)}   # ${purpose}`).join('\n'),
    MORE: more(protocol, variant).join('\n\n'),
  };
  return text.replace(/__([A-Z]+)__/g, (whole, word: string) => words[word] ?? whole).replace(/\n+$/, '\n');
}

function fileRows(protocol: Protocol, variant: Variant): readonly string[] {
  const name = services[protocol];
  const own: Readonly<Record<Variant, readonly string[]>> = {
    plain: [`| \`rules/${name}.yaml\` | the service and its rules |`],
    kustomize: [
      `| \`rules/base/${name}.yaml\` | the service and its rules |`,
      '| `rules/overlays/production/` | what is different in production (Kustomize) |',
    ],
    helm: [
      `| \`chart/rules/${name}.yaml\` | the service and its rules |`,
      '| `chart/` | the Helm chart that installs them |',
    ],
  };
  return [
    ...own[variant],
    ...(protocol === 'private' ? ['| `codec.yaml` | the protocol, for `aeraki` on your machine |'] : []),
  ];
}

function more(protocol: Protocol, variant: Variant): readonly string[] {
  const rules = ruleFolders[variant];
  const byVariant: Readonly<Record<Variant, readonly string[]>> = {
    plain: [`Applied with \`kubectl apply -f ${rules}\`.`],
    kustomize: [
      '`aeraki validate -k rules/overlays/production` looks at what Kustomize makes of it (`kustomize` or `kubectl` has to be ' +
        'installed); applied with `kubectl apply -k rules/overlays/production`.',
    ],
    helm: [
      '`aeraki validate --helm chart` looks at what Helm makes of it (`helm` has to be installed); installed with ' +
        '`helm install rules chart --namespace shop`.',
    ],
  };
  const byProtocol: Partial<Record<Protocol, readonly string[]>> = {
    private: [
      'The lab has no client for a protocol of yours: name a server with `--upstream` and call the address that it prints. ' +
        '`aeraki decode parcel FILE --codec parcel=./codec.yaml` reads packets.',
    ],
  };
  return [...byVariant[variant], ...(byProtocol[protocol] ?? [])];
}

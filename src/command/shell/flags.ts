import { Args, Flags } from '@oclif/core';
import { defaultProxyVersion, proxyVersions } from '../../behaviour/version.js';
import { ofFiles, treeMay } from './trust.js';

/** The positional FILE or DIR of the commands that read resources. More than one may be given. */
export const pathArgs = {
  path: Args.string({
    name: 'path',
    description: 'File or directory with resources; - is standard input. May be repeated.',
    ignoreStdin: true,
  }),
};

/** Flags of every command. */
export const globalFlags = {
  verbose: treeMay(
    Flags.boolean({ summary: 'Say more on standard error: skipped documents, what was read.', helpGroup: 'GLOBAL' }),
  ),
  color: treeMay(
    Flags.option({
      summary: 'Colour the output.',
      options: ['auto', 'always', 'never'] as const,
      default: 'auto',
      helpGroup: 'GLOBAL',
    })(),
  ),
  'show-secrets': Flags.boolean({ summary: 'Print passwords instead of <redacted>.', helpGroup: 'GLOBAL' }),
};

/** Flags of the commands that read resources from files. */
export const inputFlags = {
  filename: Flags.string({
    char: 'f',
    summary: 'File or directory with resources; - is standard input.',
    helpValue: '<path>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  kustomize: Flags.string({
    char: 'k',
    summary: 'Directory that kustomize (or kubectl kustomize) renders; the result is read.',
    helpValue: '<dir>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  helm: Flags.string({
    summary: 'Chart that helm template renders; the result is read.',
    helpValue: '<dir>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  'allow-empty': treeMay(Flags.boolean({ summary: 'Say nothing of an empty standard input.' })),
  exclude: treeMay(
    ofFiles(
      Flags.string({
        summary: 'Leave out files of directories that match this glob.',
        helpValue: '<glob>',
        multiple: true,
        multipleNonGreedy: true,
        default: [],
      }),
    ),
  ),
  namespace: treeMay(
    Flags.string({
      char: 'n',
      summary: 'Namespace of resources that have none (default: default; with a cluster: that of the context).',
      helpValue: '<namespace>',
    }),
  ),
};

/** Whose behaviour is shown. */
export const proxyVersionFlag = {
  'proxy-version': treeMay(
    Flags.option({
      summary:
        'Behave as the MetaProtocol proxy of this version does, faults and all; ideal is the proxy as it should be.',
      helpValue: '<version>',
      options: proxyVersions,
      default: defaultProxyVersion,
    })(),
  ),
};

/** Where Istio lives. */
export const istioFlags = {
  istioNamespace: treeMay(
    Flags.string({
      char: 'i',
      summary: "Istio's namespace.",
      helpValue: '<namespace>',
      default: 'istio-system',
    }),
  ),
  'root-namespace': treeMay(
    Flags.string({
      summary: "Istio's root namespace, where mesh-wide objects go (default: that of --istioNamespace).",
      helpValue: '<namespace>',
    }),
  ),
};

/** Flags of the commands that can talk to a cluster. Nothing is loaded or read for them unless it is needed. */
export const clusterFlags = {
  kubeconfig: Flags.string({
    char: 'c',
    summary: 'Kubeconfig file (default: KUBECONFIG, then ~/.kube/config).',
    helpValue: '<file>',
  }),
  context: Flags.string({ summary: 'Read from the cluster of this kubeconfig context.', helpValue: '<name>' }),
  'all-namespaces': Flags.boolean({ char: 'A', summary: 'Read every namespace of the cluster.' }),
};

/** A registry as one more input. Files and the cluster are laid over it. No tree sets these: they open connections. */
export const registryInputFlags = {
  registry: Flags.string({
    summary:
      'Registry whose services are inputs too: a URL (zookeeper://, etcd://, consul://, nacos://, eureka://) or a dump.',
    helpValue: '<url>',
    helpGroup: 'REGISTRY',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  'registry-name': Flags.string({
    summary: 'Its name in the mesh, one for each --registry.',
    helpValue: '<name>',
    helpGroup: 'REGISTRY',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  'registry-root': Flags.string({ summary: "Root of Dubbo's registry.", helpValue: '<path>', helpGroup: 'REGISTRY' }),
  'registry-timeout': Flags.integer({
    summary: 'How long it may take to answer, in milliseconds.',
    helpValue: '<ms>',
    helpGroup: 'REGISTRY',
    min: 1,
    default: 10_000,
  }),
  'registry-token-file': Flags.string({
    summary: 'File with its token (or AERAKI_REGISTRY_TOKEN).',
    helpValue: '<file>',
    helpGroup: 'REGISTRY',
  }),
  'registry-token': Flags.string({ summary: 'The token itself; better in the environment.', hidden: true }),
  'registry-username': Flags.string({ summary: 'User.', helpValue: '<name>', helpGroup: 'REGISTRY' }),
  'registry-password-file': Flags.string({
    summary: 'File with the password (or AERAKI_REGISTRY_PASSWORD).',
    helpValue: '<file>',
    helpGroup: 'REGISTRY',
  }),
  'registry-password': Flags.string({ summary: 'The password itself; better in the environment.', hidden: true }),
  'registry-ca': Flags.string({
    summary: 'PEM file with the authorities of its certificate.',
    helpValue: '<file>',
    helpGroup: 'REGISTRY',
  }),
  'registry-cert': Flags.string({
    summary: 'PEM file with the own certificate.',
    helpValue: '<file>',
    helpGroup: 'REGISTRY',
  }),
  'registry-key': Flags.string({ summary: 'PEM file with its key.', helpValue: '<file>', helpGroup: 'REGISTRY' }),
  'default-namespace': Flags.string({
    summary: 'Namespace of its services that say none (default: istio-system).',
    helpValue: '<namespace>',
    helpGroup: 'REGISTRY',
  }),
  'namespace-from': Flags.string({
    summary: 'Where else namespaces come from: parameter, application, or a file (see `registry export`).',
    helpValue: '<where>',
    helpGroup: 'REGISTRY',
    default: 'parameter',
  }),
};

/** Flags of the commands that translate resources, wherever these come from. */
export const resourceFlags = { ...inputFlags, ...clusterFlags, ...istioFlags, ...registryInputFlags };

/**
 * `-o/--output` with the names of a registry of formats as its choices.
 * `formats`: the first is not the default by itself; `byDefault` is.
 */
export function outputFlag<const Format extends string>(formats: readonly Format[], byDefault: Format) {
  return treeMay(
    Flags.option({
      char: 'o',
      summary: 'Output format.',
      options: formats,
      default: byDefault,
    })(),
  );
}

/** The environment variable of a flag: `root-namespace` → `AERAKI_ROOT_NAMESPACE`, `istioNamespace` → `AERAKI_ISTIO_NAMESPACE`. */
export function environmentName(flag: string): string {
  return `AERAKI_${flag
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/-/g, '_')
    .toUpperCase()}`;
}

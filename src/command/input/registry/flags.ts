import { Args, Flags } from '@oclif/core';
import type { FilledFlagValues } from '../../shell/flag-values.js';

export const registryArgs = {
  registry: Args.string({
    name: 'registry',
    description: 'URL or dump file (- is standard input). May be repeated: the registries are merged.',
    ignoreStdin: true,
  }),
};

/** Of the commands that hold a registry against rules. */
export const registryAndRulesArgs = {
  registry: Args.string({
    name: 'registry',
    description:
      'URL or dump file (- is standard input), and the rules to compare with: a directory or a YAML file is rules, as behind -f. May be repeated: the registries are merged.',
    ignoreStdin: true,
  }),
};

/** Flags that say how a registry is read and what becomes of its services. */
export const registryFlags = {
  'registry-name': Flags.string({
    summary: 'Name of the registry in the mesh, the label registryName of its endpoints; one for each registry.',
    helpValue: '<name>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  root: Flags.string({
    summary: "Root of Dubbo's registry in ZooKeeper and etcd.",
    default: '/dubbo',
    helpValue: '<path>',
  }),
  level: Flags.option({
    summary: 'Which registrations of Dubbo count: by interface, by application (Dubbo 3) or both.',
    options: ['interface', 'application', 'both'] as const,
    default: 'both',
  })(),
  'default-namespace': Flags.string({
    summary: 'Namespace of services that say none (default: istio-system).',
    helpValue: '<namespace>',
  }),
  'namespace-from': Flags.string({
    summary:
      'Where else namespaces come from: `parameter` (nowhere else), `application` (its name is the namespace), or a YAML file (application or service: namespace).',
    default: 'parameter',
    helpValue: '<where>',
  }),
  'label-keys': Flags.string({
    summary: 'Attributes that become labels beside version, group, application and aeraki_meta_…; a glob.',
    helpValue: '<glob>',
    multiple: true,
    multipleNonGreedy: true,
    delimiter: ',',
    default: [],
  }),
  select: Flags.string({
    summary: 'Only services whose name matches this glob.',
    helpValue: '<glob>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  exclude: Flags.string({
    summary: 'Leave out services whose name matches this glob.',
    helpValue: '<glob>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  health: Flags.option({
    summary: 'Which instances get traffic: those that pass their checks, or any.',
    options: ['passing', 'any'] as const,
    default: 'passing',
  })(),
  'protocol-map': Flags.string({
    summary: 'Name of the port of a protocol, PROTOCOL=NAME.',
    helpValue: '<protocol=name>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  'default-port': Flags.boolean({ summary: 'Give services that have only a name port 80 too, as consul2istio does.' }),
  fqdn: Flags.string({
    summary: 'Domain behind the hosts of services that have only a name.',
    helpValue: '<domain>',
    default: '',
  }),
  complete: Flags.boolean({
    summary: 'Give a ServiceEntry that a person wrote the endpoints of the registry where it has none of its own.',
  }),
  'when-empty': Flags.option({
    summary: 'A service without instances: keep its last endpoints, have none, or delete its ServiceEntry.',
    options: ['keep', 'empty', 'delete'] as const,
    default: 'empty',
  })(),
};

/** The flags of `registryFlags`, parsed. */
export interface RegistryFlags extends FilledFlagValues<typeof registryFlags> {
  readonly verbose?: boolean | undefined;
}

/** Flags that say how a server is reached. */
export const liveFlags = {
  'registry-timeout': Flags.integer({
    summary: 'How long a registry may take to answer, in milliseconds.',
    default: 10_000,
    min: 1,
    helpValue: '<ms>',
  }),
  token: Flags.string({
    summary:
      "Consul's ACL token or Nacos' access token. Better in --token-file or AERAKI_TOKEN: others see a command line.",
    helpValue: '<token>',
  }),
  'token-file': Flags.string({ summary: 'File with the token.', helpValue: '<file>' }),
  username: Flags.string({ summary: 'User, for etcd, Nacos, Eureka and digest at ZooKeeper.', helpValue: '<name>' }),
  'password-file': Flags.string({
    summary: 'File with the password of --username.',
    helpValue: '<file>',
  }),
  'registry-password': Flags.string({
    summary: 'The password. Better in --password-file or AERAKI_REGISTRY_PASSWORD: others see a command line.',
    helpValue: '<password>',
  }),
  ca: Flags.string({ summary: "PEM file with the authorities of the server's certificate.", helpValue: '<file>' }),
  cert: Flags.string({ summary: 'PEM file with the own certificate, for mTLS.', helpValue: '<file>' }),
  key: Flags.string({ summary: 'PEM file with its key.', helpValue: '<file>' }),
  datacenter: Flags.string({
    summary: 'Datacentre of Consul; may be repeated.',
    helpValue: '<name>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  'nacos-namespace': Flags.string({
    summary: 'Id of a namespace of Nacos (default: all).',
    helpValue: '<id>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  'nacos-group': Flags.string({
    summary: 'Group of Nacos (default: all).',
    helpValue: '<name>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
};

/** Flags that say what may be taken away. */
export const deleteFlags = {
  prune: Flags.boolean({
    summary: 'Delete ServiceEntries of earlier runs whose services are gone.',
    default: true,
    allowNo: true,
  }),
  'max-deletes': Flags.string({
    summary: 'How many ServiceEntries may go in one run: a number or a percentage. More: none of them goes.',
    default: '30%',
    helpValue: '<n|n%>',
  }),
};

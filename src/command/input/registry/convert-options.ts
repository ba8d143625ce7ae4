import { readFile } from 'node:fs/promises';
import { parseYaml } from '../../../load/parse-yaml.js';
import { isNamespace } from '../../../registry/convert/names.js';
import { type ConvertOptions, globPattern } from '../../../registry/convert/options.js';
import type { ReadOptions } from '../../../registry/services/read.js';
import { InputError, UsageError } from '../../shell/errors.js';
import type { RegistryFlags } from './flags.js';

export type RegistryOptions = ConvertOptions & Pick<ReadOptions, 'root' | 'level'>;

/** What the flags say. Raises `UsageError` for a value that makes no sense, `InputError` for a map that cannot be read. */
export async function registryOptions(flags: RegistryFlags): Promise<RegistryOptions> {
  const namespace = flags['default-namespace'];
  if (namespace !== undefined && !isNamespace(namespace)) {
    throw new UsageError(`--default-namespace ${namespace} can be no namespace: letters a–z, digits and hyphens.`);
  }
  return {
    root: flags.root,
    level: flags.level,
    defaultNamespace: namespace ?? '',
    namespaceFor: await namespaceSource(flags['namespace-from']),
    health: flags.health,
    labelKeys: flags['label-keys'].map(globPattern),
    select: flags.select.map(globPattern),
    exclude: flags.exclude.map(globPattern),
    protocolMap: protocolMap(flags['protocol-map']),
    fqdn: flags.fqdn,
    defaultPort: flags['default-port'],
    whenEmpty: flags['when-empty'],
    complete: flags.complete,
    withProviders: true,
  };
}

function protocolMap(list: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    list.map((text) => {
      const [, protocol = '', name = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (protocol === '') {
        throw new UsageError(
          `--protocol-map ${text} is not PROTOCOL=NAME. Write for example thrift=tcp-metaprotocol-thrift.`,
        );
      }
      return [protocol.toLowerCase(), name];
    }),
  );
}

async function namespaceSource(where: string): Promise<ConvertOptions['namespaceFor']> {
  if (where === 'parameter') return undefined;
  if (where === 'application') return (application) => (isNamespace(application) ? application : undefined);
  let text: string;
  try {
    text = await readFile(where, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `Cannot read ${where}, which --namespace-from names: ${reason}. Name parameter, application or a file.`,
    );
  }
  const rows = rowsOf(parseYaml(text), where);
  return (application, service) =>
    rows.find(({ pattern }) => pattern.test(service) || (application !== '' && pattern.test(application)))?.namespace;
}

function rowsOf(value: unknown, file: string): readonly { readonly pattern: RegExp; readonly namespace: string }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(
      `${file} is no map from application or service to namespace. Write lines like shop-orders: shop.`,
    );
  }
  return Object.entries(value).map(([name, namespace]) => {
    if (typeof namespace !== 'string' || !isNamespace(namespace)) {
      throw new InputError(`${file}: the namespace of ${name} can be none of Kubernetes. Write a name like shop.`);
    }
    return { pattern: globPattern(name), namespace };
  });
}

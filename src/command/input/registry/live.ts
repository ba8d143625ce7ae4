import { type Finding, finding } from '../../../diagnostics/diagnostic.js';
import type { NamedDump } from '../../../registry/convert/convert-dumps.js';
import type { RegistryClient } from '../../../registry/live/client.js';
import type { Connection } from '../../../registry/live/connection.js';
import { reasonOf } from '../../../registry/live/failure.js';
import { InputError, UsageError } from '../../shell/errors.js';
import type { FilledFlagValues } from '../../shell/flag-values.js';
import type { liveFlags } from './flags.js';
import { settled } from './settled.js';

/** Flags that say how a server is reached. */
export interface LiveFlags extends FilledFlagValues<typeof liveFlags> {
  readonly root: string;
}

/** What is read of Dubbo; all where a command has no such flag. */
export interface WithLevel {
  readonly level?: 'interface' | 'application' | 'both';
}

/** Reads a server once. Raises `UsageError` for a URL that makes no sense. */
export async function readLive(
  url: string,
  flags: LiveFlags & WithLevel,
  registryName: string | undefined,
): Promise<{ readonly dump: NamedDump } | { readonly finding: Finding }> {
  const connection = await connectionOf(url, flags);
  const { openRegistry } = await import('../../../registry/live/open.js');
  const client = await openRegistry(connection);
  try {
    await client.load();
    const named = namedDump(client, connection, registryName);
    await settled(
      () => client.state({ registryName: registryName ?? 'default', level: flags.level ?? 'both' }),
      () => client.load(),
    );
    return { dump: named };
  } catch (error) {
    return { finding: failureFinding(connection.name, error) };
  } finally {
    await client.close();
  }
}

/** A server as it is known at the time it is asked. */
export function namedDump(
  client: RegistryClient,
  { name }: Pick<Connection, 'name'>,
  registryName: string | undefined,
): NamedDump {
  return {
    get dump() {
      return client.snapshot();
    },
    file: name,
    registryName,
    state: (options) => client.state(options),
  };
}

/** What a URL and the flags say together. */
export async function connectionOf(url: string, flags: LiveFlags): Promise<Connection> {
  const { parseConnection } = await import('../../../registry/live/connection.js');
  const result = parseConnection(url, {
    root: flags.root,
    timeout: flags['registry-timeout'],
    datacenters: flags.datacenter,
    namespaces: flags['nacos-namespace'],
    groups: flags['nacos-group'],
    ...(flags.token !== undefined && { token: flags.token }),
    ...(flags.username !== undefined && { username: flags.username }),
    ...(flags['registry-password'] !== undefined && { password: flags['registry-password'] }),
  });
  if ('problem' in result) throw new UsageError(`${result.problem} Write for example zookeeper://127.0.0.1:2181.`);
  const { readSecrets } = await import('../../../registry/live/secrets.js');
  try {
    return await readSecrets(result.connection, {
      tokenFile: flags['token-file'],
      passwordFile: flags['password-file'],
      ca: flags.ca,
      cert: flags.cert,
      key: flags.key,
    });
  } catch (error) {
    throw new InputError(`${reasonOf(error)}. Check the path and its permissions.`);
  }
}

export function failureFinding(registry: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  const cure = error instanceof Error && 'cure' in error ? String(error.cure) : 'Check the address and the network.';
  return finding('AER1203', { registry, reason, cure }, { file: registry });
}

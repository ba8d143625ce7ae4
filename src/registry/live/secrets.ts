import { readFile } from 'node:fs/promises';
import type { Connection } from './connection.js';
import { RegistryFailure, reasonOf } from './failure.js';

export interface SecretFiles {
  readonly tokenFile?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** `connection` with what the files hold. Raises `RegistryFailure` with the file's name where one cannot be read. */
export async function readSecrets(connection: Connection, files: SecretFiles): Promise<Connection> {
  const [token, password, ca, cert, key] = await Promise.all([
    read(files.tokenFile),
    read(files.passwordFile),
    read(files.ca),
    read(files.cert),
    read(files.key),
  ]);
  return {
    ...connection,
    ...(token !== undefined && { token: token.trim() }),
    ...(password !== undefined && { password: password.replace(/\r?\n$/, '') }),
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  };
}

async function read(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new RegistryFailure(`cannot read ${path}: ${reasonOf(error)}`, 'Check the path and its permissions.', false);
  }
}

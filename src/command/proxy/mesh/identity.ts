import { readFile } from 'node:fs/promises';
import type { ChannelCredentials } from '@grpc/grpc-js';
import { type Address, parseAddress } from '../../../envoy/address.js';
import type { IdentityOptions } from '../../../proxy/mesh/identity/identity.js';
import { isLoopbackName } from '../../../xds/admin/host.js';
import { readAuthorities, readPair } from '../../../xds/tls-files.js';
import { InputError, UsageError } from '../../shell/errors.js';
import type { ProxyFlags } from '../flags.js';
import type { MeshNode } from './node.js';

/** Where the control plane is. Raises `UsageError`. */
export function controlPlane(flags: ProxyFlags): Address {
  const { xds = '' } = flags;
  const address = parseAddress(xds);
  if (address === undefined || address.port === 0) {
    throw new UsageError(`--xds ${xds} is not HOST:PORT. Write for example --xds 127.0.0.1:15010.`);
  }
  if (flags['token-file'] !== undefined && !usesTls(flags) && !isLoopbackName(address.host)) {
    throw new UsageError(
      'The token of --token-file would go over the network in clear. Use --tls-ca FILE (or --tls) and the port of the control plane that speaks TLS.',
    );
  }
  return address;
}

export function usesTls(flags: ProxyFlags): boolean {
  return flags.tls || [flags['tls-ca'], flags['tls-cert'], flags['tls-server-name']].some((each) => each !== undefined);
}

/** Reads the token anew; raises in words. */
export async function tokenOf(path: string): Promise<string> {
  try {
    const token = (await readFile(path, 'utf8')).trim();
    if (token !== '' && !/[^\x21-\x7e]/.test(token)) return token;
  } catch (error) {
    throw new Error(`the token file ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  throw new Error(`the token file ${path} holds no token`);
}

/** Where the workload's certificate comes from: files, the authority of the control plane, or nowhere. Raises `UsageError` and `InputError`. */
export function identityOptions(
  flags: ProxyFlags,
  node: MeshNode,
  credentials: () => ChannelCredentials,
): IdentityOptions {
  const {
    'mtls-cert': certificate,
    'mtls-key': key,
    'mtls-ca': authorities,
    'token-file': tokenFile,
    xds = '',
  } = flags;
  if (certificate !== undefined || key !== undefined || authorities !== undefined) {
    if (certificate === undefined || key === undefined || authorities === undefined) {
      throw new UsageError('Mutual TLS by files needs --mtls-cert, --mtls-key and --mtls-ca. Name the missing file.');
    }
    try {
      readPair(certificate, key);
      readAuthorities(authorities);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new InputError(
        `Cannot use the files of --mtls: ${message}. They must be readable PEM files that fit together.`,
      );
    }
    return { from: 'files', certificate, key, authorities };
  }
  if (tokenFile === undefined || !usesTls(flags)) return { from: 'nowhere' };
  const account = node.metadata.SERVICE_ACCOUNT;
  const uri = `spiffe://cluster.local/ns/${node.namespace}/sa/${typeof account === 'string' ? account : 'default'}`;
  return {
    from: 'authority',
    uri,
    authority: async () => ({
      server: xds,
      credentials: credentials(),
      serverName: flags['tls-server-name'],
      token: await tokenOf(tokenFile),
    }),
  };
}

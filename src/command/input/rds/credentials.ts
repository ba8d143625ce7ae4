import { type ChannelCredentials, credentials } from '@grpc/grpc-js';
import { readAuthorities, readPair } from '../../../xds/tls-files.js';
import { InputError, UsageError } from '../../shell/errors.js';
import type { FilledFlagValues } from '../../shell/flag-values.js';
import type { tlsFlags } from './flags.js';

/** The TLS flags of everything that asks an xDS server. */
export interface TlsFlags
  extends Pick<FilledFlagValues<typeof tlsFlags>, 'tls' | 'tls-ca' | 'tls-cert' | 'tls-key' | 'tls-server-name'> {}

/** What the flags say of the channel; without any of them it is in clear. Raises `UsageError` and `InputError`. */
export function channelCredentials(flags: TlsFlags): ChannelCredentials {
  const { 'tls-ca': ca, 'tls-cert': cert, 'tls-key': key } = flags;
  const asked = flags.tls || [ca, cert, key, flags['tls-server-name']].some((each) => each !== undefined);
  if (!asked) return credentials.createInsecure();
  if ((cert === undefined) !== (key === undefined)) {
    throw new UsageError('A certificate needs both --tls-cert and --tls-key. Name the missing file.');
  }
  try {
    const authorities = ca === undefined ? null : readAuthorities(ca);
    if (cert === undefined || key === undefined) return credentials.createSsl(authorities);
    const pair = readPair(cert, key);
    return credentials.createSsl(authorities, pair.key, pair.cert);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`Cannot use the TLS files: ${message}. They must be readable PEM files that fit together.`);
  }
}

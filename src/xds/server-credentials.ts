import { ServerCredentials } from '@grpc/grpc-js';
import { followFiles, LiveCertificates, readTls, type TlsFiles, type TlsTold } from './certificates.js';

/** What a server of ours shows and asks for. */
export interface ServerTls {
  /** Files, which are read again when they change, or what somebody else keeps fresh; left out: in clear. */
  readonly tls?: TlsFiles | LiveCertificates | undefined;
  readonly tlsTold?: ((told: TlsTold) => void) | undefined;
  /** How often the files are looked at, in milliseconds. */
  readonly tlsEvery?: number | undefined;
}

/** The credentials for it, and what ends the looking at files. Throws when a file cannot be read. */
export function serverCredentials({ tls, tlsTold = () => undefined, tlsEvery = 10_000 }: ServerTls): {
  readonly credentials: ServerCredentials;
  readonly unfollow: () => void;
} {
  if (tls === undefined) return { credentials: ServerCredentials.createInsecure(), unfollow: () => undefined };
  if (tls instanceof LiveCertificates) return { credentials: tls.credentials(), unfollow: () => undefined };
  const live = new LiveCertificates(tls.clientCa !== undefined);
  live.replace(readTls(tls));
  return { credentials: live.credentials(), unfollow: followFiles(tls, live, tlsTold, tlsEvery) };
}

import type { Code } from '../diagnostics/catalogue.js';
import type { Arguments } from '../diagnostics/diagnostic.js';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { SourceFailure } from '../source/source.js';

/**
 * The cluster, or the way to it, refused: everything that was found, with what to do about each. A failure at run
 * time: exit code 1 (cli.md section 1).
 */
export class ClusterFailure extends SourceFailure {
  constructor(findings: readonly Finding[]) {
    super(findings);
    this.name = 'ClusterFailure';
  }
}

export function clusterFailure<const C extends Code>(code: C, args: Arguments<C>): ClusterFailure {
  return new ClusterFailure([finding(code, args, {})]);
}

/** The words for an error of the network, without a stack and without credentials. */
export function networkReason(error: unknown): string {
  const code = errorCode(error);
  const known = code === undefined ? undefined : reasons[code];
  if (known !== undefined) return known;
  const message = error instanceof Error ? error.message : String(error);
  // An AggregateError of several addresses has an empty message; its code says it all.
  return message === '' ? (code ?? 'no reason given') : (message.split('\n')[0] ?? message);
}

export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up now',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'the network is not reachable',
  ETIMEDOUT: 'it did not answer in time',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not signed by the authority in the kubeconfig',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not signed by the authority in the kubeconfig',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not signed by the authority in the kubeconfig',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not signed by the authority in the kubeconfig',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

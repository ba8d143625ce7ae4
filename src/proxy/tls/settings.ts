/** A matcher of a name in a certificate: a URI (SPIFFE) or a DNS name, as `type.matcher.v3.StringMatcher` has it. */
export interface NameMatcher {
  readonly kind: 'exact' | 'prefix' | 'suffix' | 'contains' | 'regex';
  readonly value: string;
}

/** What both sides of a TLS connection have in common. Secrets are named; `Secrets` has their content. */
interface TlsSettings {
  /** The name of the secret with the own certificate and key: `default`, `file-cert:CERT~KEY`; undefined: none is shown. */
  readonly certificate: string | undefined;
  /** The name of the secret with the authorities: `ROOTCA`, `file-root:CA`; undefined: the peer is not checked. */
  readonly authorities: string | undefined;
  /** One of them must match a name in the peer's certificate; empty: none is asked for. */
  readonly names: readonly NameMatcher[];
  readonly minVersion: TlsVersion | undefined;
  readonly maxVersion: TlsVersion | undefined;
  /** As OpenSSL names them; empty: the library's own. */
  readonly ciphers: readonly string[];
}

export type TlsVersion = 'TLSv1.2' | 'TLSv1.3';

export interface UpstreamTls extends TlsSettings {
  readonly serverName: string | undefined;
  /** Protocols that are offered. */
  readonly alpn: readonly string[];
}

export interface DownstreamTls extends TlsSettings {
  readonly requiresClient: boolean;
}

import type { CodecReading } from '../../behaviour/traits.js';
import type { Codec } from '../../codec/codec.js';
import type { ProxySettings, Surroundings } from '../settings.js';
import type { SecureContexts } from '../tls/secrets.js';
import type { UpstreamConnection } from './connection.js';
import type { UpstreamResult } from './outlier.js';

/** Whoever has made a connection to a server. */
export interface ConnectionOwner {
  connected(connection: UpstreamConnection): void;
  /** It could not be made. */
  unreachable(connection: UpstreamConnection, reason: string): void;
  /** It is over; what was under way has been told. */
  closed(connection: UpstreamConnection): void;
  /** A connection of a protocol without ids has got its answer. */
  free(connection: UpstreamConnection): void;
  /** A message came that belongs to a call, or the connection went away with calls under way. */
  judged(result: UpstreamResult): void;
  readonly codec: Codec;
  /** Whether a connection carries several calls, numbered anew. */
  readonly shares: boolean;
  readonly reads: CodecReading | undefined;
  readonly settings: ProxySettings;
  readonly surroundings: Surroundings;
  readonly connectTimeout: number;
  readonly secrets: SecureContexts | undefined;
}

/** Whoever has stopped reading because this connection takes no more. */
export interface Waiting {
  unchoked(): void;
}

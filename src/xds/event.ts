/** What happened on the route server. The fields and their order are those of `rds serve -o json`. */
export interface XdsEvent {
  readonly event: 'connect' | 'subscribe' | 'unsubscribe' | 'ack' | 'nack' | 'ignored' | 'disconnect';
  /** Address and port of the client, and the number of its stream: `127.0.0.1:41234#7`. */
  readonly client: string;
  /** The node id that the client gave; null until it has. */
  readonly node: string | null;
  /** Names of resources; `*` is everything. */
  readonly resources: readonly string[];
  /** The version that was accepted or refused, or that the client has on connecting again. */
  readonly version: string | null;
  /** The client's own words of a refusal, or why something was ignored or ended. */
  readonly error: string | null;
}

export type Listen = (event: XdsEvent) => void;

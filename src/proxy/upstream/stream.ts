import type { Message } from '../../codec/codec.js';

/** A stream of the protocol, as a connection to a server knows it. */
export interface UpstreamStream {
  fromServer(message: Message): void;
  upstreamGone(reason: string): void;
}

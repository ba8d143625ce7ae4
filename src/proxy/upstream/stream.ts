import type { Message } from '../../codec/codec.js';

/** A stream of the protocol, as a connection to a server knows it. */
export interface UpstreamStream {
  fromServer(message: Message): void;
  /** `unsent`: the connection was never made, so another endpoint may be tried. */
  upstreamGone(reason: string, unsent: boolean): void;
}

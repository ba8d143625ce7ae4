import { metaprotocol } from './metaprotocol/metaprotocol.js';
import type { Protocol } from './protocol.js';

/** Every generator there is. A new protocol is a folder and a line here: see docs/adding-a-protocol.md. */
export const protocols: readonly Protocol[] = [metaprotocol];

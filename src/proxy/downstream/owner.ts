import type { Codec } from '../../codec/codec.js';
import type { Listener } from '../config.js';
import type { RoutingTable } from '../routing.js';
import type { World } from '../world.js';
import type { Session } from './session.js';

/** The listener of a client's connection. */
export interface SessionOwner {
  readonly listener: Listener;
  readonly codec: Codec;
  /** The rules as they are now. */
  readonly table: RoutingTable;
  readonly world: World;
  ended(session: Session): void;
}

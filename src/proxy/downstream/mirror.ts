import type { Message } from '../../codec/codec.js';
import type { Target } from '../routing.js';
import type { Call } from '../upstream/call.js';
import type { Passage } from './passage.js';

/** A shadow that has so many calls to answer, or many octets to take, gets no more: it must not hurt the others. */
const MOST_ACTIVE = 1024;

/** Sends a copy of the request to a shadow, and forgets about it. */
export function mirror(passage: Passage, { name, cluster }: Target): void {
  const { message } = passage;
  if (message.kind !== 'request' && message.kind !== 'one-way') return;
  const pool = cluster?.pick(undefined, undefined);
  if (pool === undefined || pool.active >= MOST_ACTIVE) return;
  if (pool.backlog >= passage.session.world.settings.maxBuffered) return;
  passage.mirrored = [...passage.mirrored, name];
  pool.send(new MirrorCall(message, passage.mutation, passage));
}

class MirrorCall implements Call {
  readonly message: Message;
  readonly mutation: ReadonlyMap<string, string> | undefined;
  readonly twoWay: boolean;
  readonly deadline: number;

  constructor(message: Message, mutation: ReadonlyMap<string, string> | undefined, { session, started }: Passage) {
    this.message = message;
    this.mutation = mutation;
    this.twoWay = message.kind === 'request';
    const { timeout } = session.world.settings;
    this.deadline = timeout === 0 ? Number.POSITIVE_INFINITY : started + timeout;
  }

  sent(): void {}
  answered(): void {}
  failed(): void {}
}

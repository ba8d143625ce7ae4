import { setTimeout as pause } from 'node:timers/promises';
import type { Dump } from '../../../registry/dump/dump.js';
import { readStates } from '../../../registry/services/read.js';

/** How often a registry that has nothing at all is asked again before it is believed, and the pause before. */
const confirmations = 2;
const pauseMs = 500;

/**
 * What `read` gives, asked again while it has no instance at all: a server that has just started, or has lost its cluster,
 * often says so, and taking it for the truth would delete what works.
 */
export async function settled<D extends Dump>(read: () => D | Promise<D>, root: string): Promise<D> {
  let dump = await read();
  for (let times = 0; times < confirmations && isEmpty(dump, root); times++) {
    await pause(pauseMs);
    dump = await read();
  }
  return dump;
}

function isEmpty(dump: Dump, root: string): boolean {
  const options = { root, level: 'both' as const };
  return readStates(dump, options).every(({ services }) => services.every(({ instances }) => instances.length === 0));
}

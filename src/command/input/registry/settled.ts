import { setTimeout as pause } from 'node:timers/promises';
import type { RegistryState } from '../../../registry/model.js';

/** How often a registry that has nothing at all is asked again before it is believed, and the pause before. */
const confirmations = 2;
const pauseMs = 500;

/**
 * Waits while a registry has no instance at all, and asks it again with `again`: a server that has just started, or has lost
 * its cluster, often says so, and taking it for the truth would delete what works.
 */
export async function settled(state: () => RegistryState, again: () => Promise<void>): Promise<void> {
  for (let times = 0; times < confirmations && isEmpty(state()); times++) {
    await pause(pauseMs);
    await again();
  }
}

function isEmpty({ services }: RegistryState): boolean {
  return services.every(({ instances }) => instances.length === 0);
}

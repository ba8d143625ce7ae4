import { Random } from './random.js';
import { seedOf, type Target } from './target.js';

/** Seconds of computing that one input may take. */
export const limit = 2;

export interface Fault {
  readonly index: number;
  readonly reason: string;
  readonly input: string;
}

/** Tries one input; the fault, where there is one. */
export async function tryOne(target: Target, seed: number, index: number): Promise<Fault | undefined> {
  const input = target.make(new Random(seedOf(seed, index)));
  const before = process.cpuUsage();
  try {
    await target.check(input);
  } catch (error) {
    return {
      index,
      input: shown(input),
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return seconds > limit ? { index, input: shown(input), reason: `${seconds.toFixed(1)} s` } : undefined;
}

function shown(input: string | Uint8Array): string {
  return typeof input === 'string' ? JSON.stringify(input) : `hex ${Buffer.from(input).toString('hex')}`;
}

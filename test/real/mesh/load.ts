import { dubboRequest } from '../../codec/dubbo/message.js';
import type { Client } from '../../proxy/plane.js';

/** An answer that has not come after so many milliseconds is lost; the machine may be slow. */
const PATIENCE = 20_000;

export interface Load {
  /** Servers that have answered. */
  readonly seen: Set<string>;
  /** Gives what failed, and how many were answered. */
  stop(): Promise<{ readonly failed: readonly string[]; readonly answered: number }>;
}

/** Asks without a pause on four connections, of which each is made anew now and then. */
export function startLoad(connect: () => Promise<Client>, method: string): Load {
  const failed: string[] = [];
  const seen = new Set<string>();
  let answered = 0;
  let stopped = false;
  const worker = async () => {
    while (!stopped) {
      const one = await connect();
      for (let id = 1n; id <= 200n && !stopped; id++) {
        const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE).unref());
        const answer = await Promise.race([one.ask(dubboRequest({ id, method })).catch(String), late]);
        if (answer === undefined || typeof answer === 'string' || answer.failed) {
          failed.push(answer === undefined ? 'no answer' : typeof answer === 'string' ? answer : 'an error');
          break;
        }
        answered += 1;
        seen.add(answer.attributes.get('server') ?? '');
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      one.close();
    }
  };
  const workers = Array.from({ length: 4 }, worker);
  return {
    seen,
    stop: async () => {
      stopped = true;
      await Promise.all(workers);
      return { failed, answered };
    },
  };
}

import type { Update } from './update.js';

/** A change on its way to those who are told of it by the same response. */
interface Push {
  /** When it was published, by `performance.now()`. */
  readonly since: number;
  /** How long the slowest took to accept it, in milliseconds; undefined: nobody has yet. */
  longest: number | undefined;
}

interface Route {
  readonly version: string;
  readonly pushes: Set<Push>;
}

/** How long proxies take to accept a change, from when it was published. Who comes later and asks for all is not counted. */
export class PushTimes {
  readonly #routes = new Map<string, Route>();
  readonly #pushes = new WeakMap<Update, Push>();
  /** Told of each time that a proxy took, in milliseconds. */
  took: (milliseconds: number) => void = () => undefined;

  /**
   * An update that tells of a change is sent to one more.
   *
   * @param since when the change was published
   * @param isThere whether a route is still served
   */
  sent(update: Update, since: number, isThere: (name: string) => boolean): void {
    if (this.#pushes.has(update)) return;
    const push: Push = { since, longest: undefined };
    this.#pushes.set(update, push);
    for (const [name, version] of update.versions) {
      const known = this.#routes.get(name);
      if (known?.version === version) known.pushes.add(push);
      else this.#routes.set(name, { version, pushes: new Set([push]) });
    }
    for (const name of update.removed) if (!isThere(name)) this.#routes.delete(name);
  }

  accepted(update: Update): void {
    const push = this.#pushes.get(update);
    if (push === undefined) return;
    const milliseconds = performance.now() - push.since;
    push.longest = Math.max(push.longest ?? 0, milliseconds);
    this.took(milliseconds);
  }

  /** How long the slowest took so far to accept a version of a route, in milliseconds; undefined: nobody was sent that as a change. */
  of(name: string, version: string): number | undefined {
    const known = this.#routes.get(name);
    if (known?.version !== version) return undefined;
    let longest: number | undefined;
    for (const push of known.pushes) {
      if (push.longest !== undefined) longest = Math.max(longest ?? 0, push.longest);
    }
    return longest;
  }
}

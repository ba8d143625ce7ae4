import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Resource } from '../../model/resource.js';

/** So long those who ask at the same time wait for each other's looks, in milliseconds. */
const budget = 25;
/** After more asked at once than that, nobody is looked around for, so that all of them are answered soon. */
const calmAfter = 100;
/** So long a look is waited for whose turn does not come: by who asks alone, and by others. */
const patience = { alone: 500, among: 50 };
/** What a look is taken to cost before one was measured, and at most: the first one also loads what it needs. */
const cost = { first: 5, most: 100 };

/** @param wanted whether somebody still waits for it when its turn comes */
export type Look = (resource: Resource, wanted: () => boolean) => Promise<readonly Finding[]>;

/**
 * Looks at what an object does among all others, as long as there is time for that. A verdict never depends on it; it only
 * brings warnings, and with many reviews at once each look would keep all others waiting.
 */
export class LookAround {
  #waiting = 0;
  /** What a look takes, in milliseconds, by the last ones. */
  #cost = cost.first;
  #crowdedUntil = Number.NEGATIVE_INFINITY;

  /** @param leftOut called each time there is no time for a look */
  constructor(
    readonly look: Look,
    readonly leftOut: () => void,
  ) {}

  /** What there is to be said; undefined where there was no time for it. */
  async of(resource: Resource): Promise<readonly Finding[] | undefined> {
    this.#waiting += 1;
    try {
      // Requests that have arrived are read first, so that it is known how many wait.
      const found =
        this.#hasTime() && (await afterReading()) && this.#hasTime() ? await this.#patient(resource) : undefined;
      if (found === undefined) this.leftOut();
      return found;
    } finally {
      this.#waiting -= 1;
    }
  }

  #hasTime(): boolean {
    const now = performance.now();
    if (this.#waiting > 1 && this.#waiting * this.#cost > budget) this.#crowdedUntil = now + calmAfter;
    return now >= this.#crowdedUntil;
  }

  async #patient(resource: Resource): Promise<readonly Finding[] | undefined> {
    let wanted = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, this.#waiting > 1 ? patience.among : patience.alone, undefined);
    });
    let began: number | undefined;
    const found = this.look(resource, () => {
      began = performance.now();
      return wanted;
    }).then((findings) => {
      const took = performance.now() - (began ?? performance.now());
      if (wanted) this.#cost += (Math.min(took, cost.most) - this.#cost) / 4;
      return wanted ? findings : undefined;
    });
    // Whoever waits no longer does not hear that it failed either.
    found.catch(() => undefined);
    try {
      return await Promise.race([found, late]);
    } finally {
      wanted = false;
      clearTimeout(timer);
    }
  }
}

/** Settles when the requests that have come meanwhile were taken in. */
function afterReading(): Promise<true> {
  return new Promise((resolve) => setImmediate(resolve, true));
}

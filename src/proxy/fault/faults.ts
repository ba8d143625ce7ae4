import type { Fault } from './fault.js';

/** So many faults are in force at most. */
export const mostFaults = 100;

/** The faults that are in force, which may be others from one request to the next. */
export class Faults {
  #list: readonly { readonly fault: Fault; done: number }[] = [];

  constructor(faults: readonly Fault[] = []) {
    this.set(faults);
  }

  /** What is the same keeps its count. */
  set(faults: readonly Fault[]): void {
    const before = new Map(this.#list.map((each) => [each.fault.text, each]));
    this.#list = faults.slice(0, mostFaults).map((fault) => before.get(fault.text) ?? { fault, done: 0 });
  }

  /** Each with how many requests it was done to. */
  get list(): readonly { readonly fault: Fault; readonly done: number }[] {
    return this.#list;
  }

  /**
   * The fault that is done to a request; the first that is meant for it is asked first.
   * @param random from 0 (included) to 1 (excluded)
   */
  draw(
    service: { readonly host: string; readonly port: number },
    route: string,
    random: () => number,
  ): Fault | undefined {
    for (const each of this.#list) {
      const { fault } = each;
      if (fault.service !== undefined && fault.service.host !== service.host) continue;
      if (fault.service?.port !== undefined && fault.service.port !== service.port) continue;
      if (fault.route !== undefined && fault.route !== route) continue;
      if (fault.percent < 100 && random() * 100 >= fault.percent) continue;
      each.done += 1;
      return fault;
    }
    return undefined;
  }
}

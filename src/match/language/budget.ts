/** Raised when a budget is used up; whoever searches takes it as "cannot be decided". */
export class OutOfBudget extends Error {}

/**
 * Work that may still be done, for all searches that share it: one whole run of a command as a rule. Counted in single
 * looks at an instruction, not in time, so that the same input has the same result on every machine.
 */
export class Budget {
  #left: number;

  constructor(work: number) {
    this.#left = work;
  }

  /** How much of it there is; less than nothing where the last work was more than that. */
  get left(): number {
    return this.#left;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** Whether there was enough of it. */
  use(work: number): boolean {
    this.#left -= work;
    return this.#left > 0;
  }

  /** Raises `OutOfBudget` when there is no more. */
  spend(work: number): void {
    if (!this.use(work)) throw new OutOfBudget();
  }
}

/** About a second on an idle machine. */
const workOfARun = 10_000_000;

/** @param used what of it was used already */
export function runBudget(used = 0): Budget {
  return new Budget(workOfARun - used);
}

/** Something that has gathered work and does it at the end of the turn. */
export interface Gathered {
  flush(): void;
}

/**
 * One end of a turn of the event loop for everything that gathers: what sixty-four clients ask in one turn goes to a
 * server in one write.
 */
export class Turn {
  #gathered: Gathered[] = [];

  /** `gathered` is flushed once for each time it is added: it has to remember that it waits. */
  add(gathered: Gathered): void {
    if (this.#gathered.push(gathered) === 1) setImmediate(this.#end);
  }

  readonly #end = (): void => {
    const gathered = this.#gathered;
    this.#gathered = [];
    for (const each of gathered) each.flush();
  };
}

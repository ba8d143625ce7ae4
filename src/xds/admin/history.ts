import { changedNames, type Snapshot } from '../snapshot.js';

/** What one edit changed in what is served. */
export interface Change {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly version: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** So many edits are remembered. */
const most = 50;
/** So many names of an edit are. */
const mostNames = 20;

/** The last changes, newest first. */
export class Changes {
  readonly #all: Change[] = [];

  get all(): readonly Change[] {
    return this.#all;
  }

  add(change: Change): void {
    this.#all.unshift(change);
    if (this.#all.length > most) this.#all.pop();
  }
}

/** What changed when, newest first. */
export class History {
  #last: Snapshot;
  readonly #changes = new Changes();

  constructor(first: Snapshot) {
    this.#last = first;
  }

  get changes(): readonly Change[] {
    return this.#changes.all;
  }

  /** Takes what is served now; where it is what was served before, nothing happens. */
  take(snapshot: Snapshot, time: number): void {
    const before = this.#last;
    if (snapshot.version === before.version) return;
    this.#last = snapshot;
    const added: string[] = [];
    const changed: string[] = [];
    const removed: string[] = [];
    for (const name of changedNames(before, snapshot)) {
      const [old, now] = [before.resources.get(name), snapshot.resources.get(name)];
      if (now === undefined) removed.push(name);
      else if (old === undefined) added.push(name);
      else if (old.version !== now.version) changed.push(name);
    }
    this.#changes.add({ time, version: snapshot.version, added, changed, removed });
  }
}

/** The names of one kind of change in a line; of many, the first and how many there are besides. */
export function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

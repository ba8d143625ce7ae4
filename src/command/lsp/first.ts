import type { LiveDiagnostics } from '../../edition/live-diagnostics.js';
import type { Workspace } from '../../language/workspace.js';
import type { Source } from '../../source/source.js';

export interface FirstOptions {
  /** What is open, and nothing of the disk. */
  readonly open: Source;
  /** With the layers that look at one object alone. */
  readonly live: LiveDiagnostics;
  /** Of its own: it knows only what is open. */
  readonly workspace: Workspace;
}

/**
 * What can be said of the open files before the others are read: what the layers that look at one object alone say. It is a
 * part of what will be said of them, so an editor that has just started shows something at once, and nothing wrong.
 */
export class First {
  #running: Promise<void> | undefined;
  #again = false;

  constructor(readonly options: FirstOptions) {}

  /** The open files as they are now; settles when they are judged. Undefined: an earlier call tells of them too. */
  async look(): Promise<Workspace | undefined> {
    this.#again = true;
    if (this.#running !== undefined) return undefined;
    const { workspace } = this.options;
    this.#running = this.#rounds().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
    return workspace;
  }

  async #rounds(): Promise<void> {
    const { open, live, workspace } = this.options;
    while (this.#again) {
      this.#again = false;
      workspace.update(await live.next(await open.read(), []), []);
    }
  }
}

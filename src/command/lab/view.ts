import type { LabState } from '../../output/lab/result.js';
import { labText } from '../../output/lab/table.js';
import type { Terminal } from '../shell/terminal.js';

/** How often the table is drawn, in milliseconds. */
const pace = 250;
/** Columns of a terminal that does not know its size. */
const usualWidth = 80;

/** The table in the terminal, drawn over itself again and again. */
export class LiveView {
  #timer: NodeJS.Timeout | undefined;
  #lines = 0;
  #drawing: Promise<void> = Promise.resolve();

  constructor(
    readonly terminal: Terminal,
    readonly state: () => LabState,
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.#draw(true), pace);
    this.#draw(true);
  }

  /** Draws it once more, with everything in it. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#draw(false);
    await this.#drawing;
  }

  #draw(live: boolean): void {
    // A terminal that is slow gets fewer pictures, not later ones.
    this.#drawing = this.#drawing.then(async () => {
      const { stdout } = this.terminal;
      const style = await stdout.style();
      const text = labText(this.state(), { ...style, width: style.width ?? usualWidth }, live);
      const over = this.#lines === 0 ? '' : `\x1b[${this.#lines}A\r\x1b[J`;
      this.#lines = text.split('\n').length - 1;
      await stdout.write(over + text);
    });
  }
}

import type { Stream } from './terminal.js';

/** Shows what a long run is doing, on a terminal and only after half a second. */
export interface Progress {
  /** Names the step that begins now. */
  step(name: string): void;
  /** Takes the display away; nothing of it stays on the screen. */
  stop(): void;
}

const patience = 500;

/** `steps`: how many steps there will be. `delay`: milliseconds before anything is shown. */
export function progress(stream: Stream, steps: number, delay = patience): Progress {
  if (!stream.isTTY) return { step: () => undefined, stop: () => undefined };
  const began = Date.now();
  let done = 0;
  let name = '';
  let bar: { update(value: number, payload: object): void; stop(): void } | undefined;
  let stopped = false;

  const show = async (): Promise<void> => {
    // A CommonJS package has nothing but its default export in the bundle.
    const { SingleBar } = (await import('cli-progress')).default;
    if (stopped || bar) return;
    const single = new SingleBar({
      format: '{bar} {step}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      barsize: 20,
    });
    single.start(steps, done, { step: name });
    bar = single;
  };
  const timer = setTimeout(() => void show(), delay);
  timer.unref();

  return {
    step(next) {
      if (name !== '') done++;
      name = next;
      if (bar) bar.update(done, { step: name });
      // The steps in between compute without a pause, so a timer alone would come too late.
      else if (Date.now() - began >= delay) void show();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      bar?.stop();
    },
  };
}

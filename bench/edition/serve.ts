import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDelta } from '../../test/xds/stream.js';
import { megabytes, worked } from '../process.js';
import { edited } from './edits.js';
import { Program } from './program.js';
import { type Edited, withWord } from './rules.js';

async function served(folder: string): Promise<{ readonly program: Program; readonly port: number }> {
  const flags = ['--watch', '--listen', '127.0.0.1:0', '--admin', 'off', '-o', 'json'];
  const program = new Program('rds', 'serve', folder, ...flags);
  try {
    const [, port] = await program.until(/^Serving .*:(\d+)$/m);
    return { program, port: Number(port) };
  } catch (error) {
    program.end();
    throw error;
  }
}

/** From the write of a one-word edit until a client that subscribed by the incremental form has the new route. */
export async function editsOfServe(
  name: string,
  folder: string,
  files: readonly Edited[],
  edits: number,
): Promise<void> {
  const middle = files[files.length >> 1];
  if (middle === undefined) return;
  const { program, port } = await served(folder);
  const { pid } = program.child;
  const stream = openDelta(port);
  try {
    stream.send({ resourceNamesSubscribe: [middle.route] });
    await stream.next();
    // What was just written is read again whatever it looks like; an edit is hardly ever so soon.
    await sleep(3_000);
    const memory: number[] = [];
    const before = 5;
    const said = await edited({
      ...{ pid, path: middle.path, before, count: edits },
      // A minute of edits is enough for the memory: they follow one another as the quiet time lets them.
      pause: edits > 200 ? 5 : 150,
      text: (round) => withWord(middle, `edited${round + 10}`),
      shown: () => stream.next(),
      after: async (round) => {
        if (round !== -before && round !== edits - 1) return;
        // What reads a file again that was just written is over by then.
        await sleep(2_000);
        memory.push(await program.live());
      },
    });
    const [first = 0, last = 0] = memory;
    console.log(
      `rds serve --watch, ${name}: write → route ${said}; ` +
        `live ${first.toFixed(1)} MB after the first edit, ${last.toFixed(1)} MB after ${edits + before} (${(last / first).toFixed(3)}), ${megabytes(pid).toFixed(0)} MB resident`,
    );
  } finally {
    stream.close();
    program.end();
  }
}

/** A hundred edits a second, each of another of a hundred files: when the last state is served, and what it cost. */
export async function stormOfServe(
  name: string,
  folder: string,
  files: readonly Edited[],
  seconds: number,
): Promise<void> {
  const step = Math.max(1, Math.floor(files.length / 100));
  const stormed = Array.from({ length: Math.min(100, files.length) }, (_, at) => files[at * step]).filter(
    (each) => each !== undefined,
  );
  const { program, port } = await served(folder);
  const { pid } = program.child;
  const stream = openDelta(port);
  /** By route configuration the last bytes that came. */
  const got = new Map<string, Buffer>();
  let ended = false;
  const listen = async (): Promise<void> => {
    while (!ended) {
      const { resources, nonce } = await stream.next();
      for (const { name: of, resource } of resources) got.set(of, Buffer.from(resource?.value ?? []));
      stream.send({ responseNonce: nonce });
    }
  };
  try {
    stream.send({ resourceNamesSubscribe: stormed.map(({ route }) => route) });
    const listening = listen().catch(() => undefined);
    await sleep(3_000);
    const words = new Map<string, string>();
    const spent = worked(pid);
    const began = performance.now();
    let turn = 0;
    for (; performance.now() - began < seconds * 1_000; turn++) {
      const each = stormed[turn % stormed.length];
      if (each === undefined) break;
      const word = `word${turn}x`;
      writeFileSync(each.path, withWord(each, word));
      words.set(each.route, word);
      await sleep(Math.max(0, (turn + 1) * 10 - (performance.now() - began)));
    }
    const took = performance.now() - began;
    const cost = worked(pid) - spent;
    const isServed = () => [...words].every(([route, word]) => got.get(route)?.includes(word) === true);
    const last = performance.now();
    while (!isServed() && performance.now() - last < 30_000) await sleep(1);
    const missed = [...words].filter(([route, word]) => got.get(route)?.includes(word) !== true).length;
    console.log(
      `rds serve --watch, ${name}: ${((turn / took) * 1_000) | 0} edits a second for ${(took / 1_000).toFixed(0)} s: last state served ${(performance.now() - last).toFixed(0)} ms after the end, ` +
        `${missed} of ${words.size} missed, ${(cost / took).toFixed(2)} cores, ${megabytes(pid).toFixed(0)} MB resident`,
    );
    ended = true;
    stream.close();
    await listening;
  } finally {
    ended = true;
    stream.close();
    program.end();
  }
}

import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, waited, worked } from '../process.js';
import { Program } from './program.js';
import { type Edited, withWord } from './rules.js';

/** From the write of a one-word edit until `proxy --watch`, which listens for one service, has the new route in force. */
export async function editsOfProxy(
  name: string,
  folder: string,
  files: readonly Edited[],
  edits: number,
): Promise<void> {
  const edited = files[files.length >> 1];
  if (edited === undefined) return;
  const listen = `${edited.route.replace('_', ':')}=127.0.0.1:0`;
  const program = new Program('proxy', folder, '--watch', '--listen', listen, '--admin', '127.0.0.1:0');
  const { pid } = program.child;
  try {
    await program.until(/istening on/);
    await sleep(3_000);
    const [times, costs, waits]: [number[], number[], number[]] = [[], [], []];
    for (let round = -4; round < edits; round++) {
      program.out = '';
      const text = withWord(edited, `edited${round + 10}`);
      const [spent, stood] = [worked(pid), waited(pid)];
      const began = performance.now();
      writeFileSync(edited.path, text);
      await program.until(/Changed: /);
      if (round >= 0) {
        times.push(performance.now() - began);
        costs.push(worked(pid) - spent);
        waits.push(waited(pid) - stood);
      }
      await sleep(150);
    }
    console.log(
      `proxy --watch, ${name}: write → in force ${median(times).toFixed(0)} ms median (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}), ` +
        `${median(costs).toFixed(1)} ms of processor time, waited ${median(waits).toFixed(1)} ms for a processor`,
    );
  } finally {
    program.end();
  }
}

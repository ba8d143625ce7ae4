import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, waited, worked } from '../process.js';
import { Program } from './program.js';
import type { Edited } from './rules.js';

/** From the write of an edit that makes or mends a mistake until `validate --watch` has printed the difference. */
export async function editsOfValidate(
  name: string,
  folder: string,
  files: readonly Edited[],
  edits: number,
): Promise<void> {
  const edited = files[files.length >> 1];
  if (edited === undefined) return;
  const program = new Program('validate', folder, '--watch');
  const { pid } = program.child;
  try {
    await program.until(/\d+ errors?, \d+ warnings?\.$/m);
    await sleep(3_000);
    const [times, costs, waits]: [number[], number[], number[]] = [[], [], []];
    for (let round = -4; round < edits; round++) {
      program.out = '';
      const text = round % 2 === 0 ? edited.text.replace('routes:', 'rotues:') : edited.text;
      const [spent, stood] = [worked(pid), waited(pid)];
      const began = performance.now();
      writeFileSync(edited.path, text);
      await program.until(/Changed: [\s\S]*\d+ errors?, \d+ warnings?\.$/m);
      if (round >= 0) {
        times.push(performance.now() - began);
        costs.push(worked(pid) - spent);
        waits.push(waited(pid) - stood);
      }
      await sleep(150);
    }
    console.log(
      `validate --watch, ${name}: write → difference ${median(times).toFixed(0)} ms median (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}), ` +
        `${median(costs).toFixed(1)} ms of processor time, waited ${median(waits).toFixed(1)} ms for a processor`,
    );
  } finally {
    program.end();
  }
}

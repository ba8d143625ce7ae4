import { setTimeout as sleep } from 'node:timers/promises';
import { edited } from './edits.js';
import { Program } from './program.js';
import type { Edited } from './rules.js';

/** From the write of an edit that makes or mends a mistake until `validate --watch` has printed the difference. */
export async function editsOfValidate(
  name: string,
  folder: string,
  files: readonly Edited[],
  edits: number,
): Promise<void> {
  const middle = files[files.length >> 1];
  if (middle === undefined) return;
  const program = new Program('validate', folder, '--watch');
  try {
    await program.until(/\d+ errors?, \d+ warnings?\.$/m);
    await sleep(3_000);
    const said = await edited({
      ...{ pid: program.child.pid, path: middle.path, before: 4, count: edits, pause: 150 },
      text: (round) => {
        program.out = '';
        return round % 2 === 0 ? middle.text.replace('routes:', 'rotues:') : middle.text;
      },
      shown: () => program.until(/Changed: [\s\S]*\d+ errors?, \d+ warnings?\.$/m),
    });
    console.log(`validate --watch, ${name}: write → difference ${said}`);
  } finally {
    program.end();
  }
}

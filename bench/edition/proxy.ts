import { setTimeout as sleep } from 'node:timers/promises';
import { edited } from './edits.js';
import { Program } from './program.js';
import { type Edited, withWord } from './rules.js';

/** From the write of a one-word edit until `proxy --watch`, which listens for one service, has the new route in force. */
export async function editsOfProxy(
  name: string,
  folder: string,
  files: readonly Edited[],
  edits: number,
): Promise<void> {
  const middle = files[files.length >> 1];
  if (middle === undefined) return;
  const listen = `${middle.route.replace('_', ':')}=127.0.0.1:0`;
  const program = new Program('proxy', folder, '--watch', '--listen', listen, '--admin', '127.0.0.1:0');
  try {
    await program.until(/istening on/);
    await sleep(3_000);
    const said = await edited({
      ...{ pid: program.child.pid, path: middle.path, before: 4, count: edits, pause: 150 },
      text: (round) => {
        program.out = '';
        return withWord(middle, `edited${round + 10}`);
      },
      shown: () => program.until(/Changed: /),
    });
    console.log(`proxy --watch, ${name}: write → in force ${said}`);
  } finally {
    program.end();
  }
}

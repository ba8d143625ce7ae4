import { readFile, rm } from 'node:fs/promises';

/** The script that stands for `aeraki` where a mesh is: it starts the program and writes down how each call ended. */
export function recorder(start: string, file: string): string {
  return `#!/bin/sh\n${start}\ncode=$?\necho "$code $*" >> '${file}'\nexit $code\n`;
}

/**
 * The calls of a block that got no answer from the mesh, as messages. What a mesh answers is not the page's to know: "nothing
 * is wrong" (0), "this is wrong" (79) and, of `diff`, "there are differences" (1) are answers; everything else is a failure.
 *
 * @param file what the recorder wrote since the last call; it is removed
 * @param code how the whole block ended, which is how its last command did
 */
export async function failuresIn(file: string, code: number): Promise<readonly string[]> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  await rm(file, { force: true });
  const failed = lines.flatMap((line) => {
    const [, ended = '', command = ''] = /^(\d+) (.*)$/.exec(line) ?? [];
    return isAnswer(Number(ended), command) ? [] : [`aeraki ${command} ended with ${ended}`];
  });
  const last = lines.at(-1)?.split(' ', 1)[0] ?? '0';
  // What another program did, or that it never ended.
  return failed.length === 0 && code !== 0 && String(code) !== last ? [`ended with ${code}`] : failed;
}

function isAnswer(code: number, command: string): boolean {
  return code === 0 || code === 79 || (code === 1 && /^diff /.test(command));
}

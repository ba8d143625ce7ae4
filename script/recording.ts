/** `npm run recording`: docs/terminal.svg, the terminal of the README, from what the built program prints now. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draw } from './recording/draw.js';
import { record } from './recording/record.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const title = 'A terminal: aeraki makes a project, names a mistake in it, tests its rules and runs them';
await writeFile(join(root, 'docs', 'terminal.svg'), draw(await record(join(root, 'bin', 'run.js')), title));

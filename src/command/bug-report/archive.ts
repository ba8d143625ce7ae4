import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Contents } from './contents.js';

const pressed = promisify(gzip);
/** Every file says that it is from then: the same contents are the same bytes. */
const always = new Date(0);

/** What is packed, as it stands first in the archive, for whoever opens it. */
export function contentsText(contents: Contents, version: string): string {
  const lines = [
    `Made by \`aeraki bug-report\` of aeraki ${version}.`,
    '',
    'Passwords, tokens, private keys and the contents of Secrets are replaced by <redacted>. Names, addresses, labels and',
    'rules are not: look through it before you pass it on.',
    '',
    'In it:',
    ...contents.parts.map(({ path, what, text }) => `  ${path}  ${Buffer.byteLength(text)} bytes: ${what}`),
  ];
  if (contents.leftOut.length > 0) {
    lines.push('', 'Not in it:', ...contents.leftOut.map(({ path, reason }) => `  ${path}: ${reason}`));
  }
  return `${lines.join('\n')}\n`;
}

/** A .tar.gz with one folder. The same contents give the same bytes. */
export async function archiveOf(contents: Contents, readme: string): Promise<Buffer> {
  const tar = pack();
  const folder = 'aeraki-bug-report';
  const all = [{ path: 'README.txt', text: readme }, ...contents.parts];
  for (const { path, text } of all) tar.entry({ name: `${folder}/${path}`, mtime: always, mode: 0o644 }, text);
  tar.finalize();
  return pressed(await buffer(tar));
}

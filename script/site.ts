/** `npm run site [-- FOLDER]`: the documentation as a site of plain files, in dist/site unless told. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from './site/build.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const folder = resolve(process.argv[2] ?? join(root, 'dist', 'site'));
const { pages, problems } = await buildSite(root, folder);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`Built ${pages} pages in ${folder}.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

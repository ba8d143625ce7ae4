/**
 * `npx tsx script/translate.ts [PAGE]`: what of README and handbook has no Chinese, each paragraph below the hash that its translation
 * stands under in script/translations/zh/; then `npm run docs` makes the pages.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paragraphsOf } from './translations/compose.js';
import { placesOf, proseOf } from './translations/pages.js';
import { segmentsOf } from './translations/segments.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
for (const place of await placesOf(root)) {
  if (!place.source.includes(process.argv[2] ?? '')) continue;
  const known = paragraphsOf(await readFile(join(root, proseOf(place)), 'utf8').catch(() => ''));
  const missing = segmentsOf(await readFile(join(root, place.source), 'utf8')).flatMap((segment) =>
    segment.kind === 'prose' && !known.has(segment.hash) ? [`<!-- ${segment.hash} -->\n${segment.text}`] : [],
  );
  if (missing.length > 0) process.stdout.write(`${proseOf(place)}\n\n${missing.join('\n')}\n`);
}

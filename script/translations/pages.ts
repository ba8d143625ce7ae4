import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Composed, compose, type Place } from './compose.js';

export interface TranslatedPage extends Place, Composed {}

/** README and handbook, with the place of each translation. Every page has one, or the test of translations fails. */
export async function placesOf(root: string): Promise<readonly Place[]> {
  const names = (await readdir(join(root, 'docs', 'handbook'))).filter((name) => name.endsWith('.md')).sort();
  return [
    { source: 'README.md', translated: 'README.zh.md' },
    ...names.map((name) => ({ source: `docs/handbook/${name}`, translated: `docs/handbook/zh/${name}` })),
  ];
}

/** Where the prose of a page's translation is kept, below the root. */
export function proseOf({ source }: Place): string {
  return `script/translations/zh/${source.replace(/^docs\//, '')}`;
}

/** Every page of README and handbook in Chinese. One whose prose is not there at all is left out. */
export async function translatedPages(root: string): Promise<readonly TranslatedPage[]> {
  const places = await placesOf(root);
  const found = await Promise.all(
    places.map(async (place) => ({
      place,
      prose: await readFile(join(root, proseOf(place)), 'utf8').catch(() => undefined),
    })),
  );
  const others = new Map(
    found.filter(({ prose }) => prose !== undefined).map(({ place }) => [place.source, place.translated]),
  );
  return Promise.all(
    found.flatMap(({ place, prose }) =>
      prose === undefined
        ? []
        : [
            readFile(join(root, place.source), 'utf8').then((page) => ({
              ...place,
              ...compose(page, prose, place, others),
            })),
          ],
    ),
  );
}

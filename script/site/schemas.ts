import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aboutField, fieldsIn, findField, type Schema } from '../../src/explain/field.js';
import { escapeHtml } from '../../src/xds/admin/html.js';
import type { Findable, Page } from './page.js';

/** Files in schemas/ that are of no kind. */
const others = new Set(['all.json', 'codec.json', 'aeraki-settings.json', 'aeraki-user-settings.json']);
/** A field within itself is described once: a match holds no match of its own kind deeper than this. */
const deepest = 12;

/** A page for every kind with all its fields, each under an anchor of its path, and one that lists the kinds. */
export async function schemaPages(root: string): Promise<readonly Page[]> {
  const names = (await readdir(join(root, 'schemas'))).filter((name) => name.endsWith('.json') && !others.has(name));
  const pages = await Promise.all(
    names
      .sort()
      .map(async (name) =>
        kindPage(
          name.replace(/\.json$/, ''),
          JSON.parse(await readFile(join(root, 'schemas', name), 'utf8')) as Schema,
        ),
      ),
  );
  const list = pages.map(
    ({ title, path }) => `<li><a href="${path.replace('schema/', '')}">${escapeHtml(title)}</a></li>`,
  );
  const index: Page = {
    path: 'schema/index.html',
    title: 'Fields of every kind',
    html: `<h1>Fields of every kind</h1><p>What <code>aeraki explain KIND.path</code> says, in full.</p><ul>${list.join('')}</ul>`,
    found: [{ title: 'Fields of every kind', anchor: '', text: pages.map(({ title }) => title).join(' ') }],
  };
  return [index, ...pages];
}

function kindPage(name: string, schema: Schema): Page {
  const kind = schema.title ?? name;
  const parts: string[] = [];
  const found: Findable[] = [{ title: kind, anchor: '', text: schema.description ?? '' }];
  const walk = (path: readonly string[], above: readonly unknown[]): void => {
    const at = findField(schema, path);
    if (!('field' in at) || path.length > deepest) return;
    for (const { name: own, type, description, required } of fieldsIn(at)) {
      const next = [...path, own];
      const anchor = next.join('.');
      const one = findField(schema, next);
      const about = 'field' in one ? aboutField(one) : undefined;
      const facts = [
        type,
        required ? 'required' : '',
        about?.default === undefined ? '' : `default ${JSON.stringify(about.default)}`,
        about !== undefined && about.values.length > 0
          ? `one of ${about.values.map((each) => JSON.stringify(each)).join(', ')}`
          : '',
      ].filter(Boolean);
      const says = description === undefined ? '' : `<p>${escapeHtml(description)}</p>`;
      parts.push(
        `<h2 class="field" id="${escapeHtml(anchor)}"><code>${escapeHtml(anchor)}</code></h2><p class="facts">${escapeHtml(facts.join('; '))}</p>${says}`,
      );
      found.push({ title: `${kind}.${anchor}`, anchor, text: `${description ?? ''}` });
      const inner =
        'field' in one
          ? fieldsIn(one)
              .map((each) => each.name)
              .join(' ')
          : '';
      // The same fields again below themselves: a tree that has no end.
      if (inner !== '' && !above.includes(`${own}:${inner}`)) walk(next, [...above, `${own}:${inner}`]);
    }
  };
  walk([], []);
  const intro = schema.description === undefined ? '' : `<p>${escapeHtml(schema.description)}</p>`;
  return {
    path: `schema/${name}.html`,
    title: kind,
    html: `<h1>${escapeHtml(kind)}</h1>${intro}${parts.join('\n')}`,
    found,
  };
}

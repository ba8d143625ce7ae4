import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { load } from '../../../src/load/load.js';
import { folder } from '../../cli/program.js';
import { validateFiles } from '../validate-files.js';
import { applied, type Edit, type Json } from './edits.js';
import { editsAtPlace, editsFromText } from './from-text.js';

/** How a cure was applied: by the words of the message alone, or with the value of the mended file at the place of the finding. */
export type Way = 'text' | 'place';

export interface Trial {
  readonly way: Way;
  readonly edit: Edit;
}

interface Held {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly object: Json;
}

/** Tries the cure of `code` on a file until the finding is gone and nothing is there that was not; undefined: no edit does that. */
export async function trial(code: string, raises: string, mended: string | undefined): Promise<Trial | undefined> {
  const place = await folder();
  try {
    const judge = async (resources: readonly Held[]) => {
      const file = join(place.path, 'a.yaml');
      await writeFile(file, resources.map(({ object }) => JSON.stringify(object)).join('\n---\n'));
      return validateFiles([file]);
    };
    const resources = await held(raises);
    const clean = mended === undefined ? [] : await held(mended);
    const before = await judge(resources);
    for (const found of before.filter((each) => each.code === code)) {
      const at = resources.findIndex((each) => isNamed(each, found));
      const here = resources[at];
      if (here === undefined) continue;
      const target = clean.find((each) => isNamed(each, found));
      for (const { way, edit } of edits(found, here.object, target?.object)) {
        const next = changed(resources, at, edit);
        if (next !== undefined && isCured(code, before, await judge(next))) return { way, edit };
      }
    }
    return undefined;
  } finally {
    place.remove();
  }
}

function* edits(found: Diagnostic, object: Json, mended: Json | undefined): Iterable<Trial> {
  for (const edit of editsFromText(found, object)) yield { way: 'text', edit };
  if (mended === undefined) return;
  for (const edit of editsAtPlace(found, object, mended)) yield { way: 'place', edit };
}

/** The resources of a file, with the nulls that reading leaves out. */
async function held(file: string): Promise<readonly Held[]> {
  const { documents } = await load([file], { namespace: 'default', exclude: [] });
  return documents.flatMap((document) => {
    if (document.status !== 'resource') return [];
    const { kind, namespace, name, object, nulls } = document.resource;
    const whole = nulls.reduce<Json>(
      (value, path) => applied(value, { kind: 'set', path, value: null }) ?? value,
      object as unknown as Json,
    );
    return [{ kind, namespace, name, object: whole }];
  });
}

function isNamed({ kind, namespace, name }: Held, { resource }: Diagnostic): boolean {
  return kind === resource?.kind && name === resource.name && namespace === resource.namespace;
}

function changed(resources: readonly Held[], at: number, edit: Edit): readonly Held[] | undefined {
  if (edit.kind === 'drop') return resources.filter((_, index) => index !== at);
  const here = resources[at];
  const object = here && applied(here.object, edit);
  return here && object !== undefined ? resources.with(at, { ...here, object }) : undefined;
}

function isCured(code: string, before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const counts = (list: readonly Diagnostic[]) => {
    const result = new Map<string, number>();
    for (const each of list) result.set(each.code, (result.get(each.code) ?? 0) + 1);
    return result;
  };
  const [old, now] = [counts(before), counts(after)];
  const fewer = (now.get(code) ?? 0) < (old.get(code) ?? 0);
  return fewer && [...now].every(([each, count]) => count <= (old.get(each) ?? 0));
}

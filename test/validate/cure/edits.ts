import { unescapePointer } from '../../../src/diagnostics/pointer.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One change of one resource. Paths are JSON pointers within it; a number at the end of a path is an item of a list. */
export type Edit =
  | { readonly kind: 'set'; readonly path: string; readonly value: Json }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  /** Moves an item of a list. */
  | { readonly kind: 'move'; readonly path: string; readonly to: 'first' | 'last' }
  /** Takes the whole resource out. */
  | { readonly kind: 'drop' };

/** `object` with the edit, or undefined where there is nothing to edit. */
export function applied(object: Json, edit: Exclude<Edit, { kind: 'drop' }>): Json | undefined {
  const steps = edit.path.split('/').slice(1).map(unescapePointer);
  const [last, ...rest] = steps.reverse();
  if (last === undefined) return undefined;
  const copy = structuredClone(object) as Json;
  const parent = rest.reverse().reduce<unknown>((value, step) => memberOf(value, step, edit.kind === 'set'), copy);
  if (Array.isArray(parent)) return editedList(parent, Number(last), edit) ? copy : undefined;
  if (typeof parent !== 'object' || parent === null) return undefined;
  return editedFields(parent as Record<string, Json>, last, edit) ? copy : undefined;
}

function editedList(list: Json[], at: number, edit: Exclude<Edit, { kind: 'drop' }>): boolean {
  if (edit.kind === 'set') {
    list[Math.min(at, list.length)] = edit.value;
    return true;
  }
  if (!(at < list.length) || edit.kind === 'rename') return false;
  const [item] = list.splice(at, 1);
  if (edit.kind === 'move') list.splice(edit.to === 'first' ? 0 : list.length, 0, item ?? null);
  return true;
}

function editedFields(fields: Record<string, Json>, name: string, edit: Exclude<Edit, { kind: 'drop' }>): boolean {
  if (edit.kind === 'set') {
    fields[name] = edit.value;
    return true;
  }
  if (!Object.hasOwn(fields, name) || edit.kind === 'move') return false;
  if (edit.kind === 'rename') fields[edit.to] = fields[name] ?? null;
  delete fields[name];
  return true;
}

function memberOf(value: unknown, step: string, make: boolean): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const holder = value as Record<string, unknown>;
  if (make && !Object.hasOwn(holder, step)) holder[step] = {};
  return Object.hasOwn(holder, step) ? holder[step] : undefined;
}

/** What stands at a path. */
export function valueAt(object: Json, path: string): Json | undefined {
  return path
    .split('/')
    .slice(1)
    .map(unescapePointer)
    .reduce<unknown>((value, step) => memberOf(value, step, false), object) as Json | undefined;
}

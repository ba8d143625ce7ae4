import { createHash } from 'node:crypto';
import { isObject } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { at, listAt, textAt } from '../json.js';
import { type ClusterKind, generatedKinds } from '../kinds.js';

/** What is kept of an object that the controller may have written. */
export interface Written {
  /** Of what is compared of it, whatever the order of its fields. */
  readonly hash: string;
  readonly uid: string;
  /** Whether our field manager owns some of its fields. */
  readonly ours: boolean;
  /** Other field managers that own some of its spec. */
  readonly others: readonly string[];
  /** Whether another object owns it (`ownerReferences`), which takes it away with itself. */
  readonly owned: boolean;
}

/** The field manager of all that is written, as in the reference. */
export const fieldManager = 'Aeraki';

/** A set of objects that one writer keeps: by which kinds and marks they are known, and what of them counts. */
export interface Ownership {
  readonly kinds: readonly ClusterKind[];
  /** Name and value of the label that all of them bear. */
  readonly label: readonly [name: string, value: string];
  readonly manager: string;
  /** What is compared, as it is wanted and as the server keeps it. */
  readonly compared: (object: JsonObject) => Json | undefined;
}

/** What the reference writes too. */
export const aerakis: Ownership = {
  kinds: generatedKinds,
  label: ['manager', 'Aeraki'],
  manager: fieldManager,
  compared: ({ spec }) => spec,
};

/** @param hash of what is compared of it, where that is known already */
export function writtenOf(
  item: JsonObject,
  { manager: own, compared }: Ownership = aerakis,
  hash = hashOf(compared(item)),
): Written {
  const others = new Set<string>();
  let ours = false;
  for (const entry of listAt(item, 'metadata', 'managedFields')) {
    const manager = textAt(entry, 'manager');
    if (manager === own) ours = true;
    else if (at(entry, 'fieldsV1', 'f:spec') !== undefined) others.add(manager);
  }
  return {
    hash,
    uid: textAt(item, 'metadata', 'uid'),
    ours,
    others: [...others].sort(),
    owned: listAt(item, 'metadata', 'ownerReferences').length > 0,
  };
}

export function sameWritten(a: Written, b: Written): boolean {
  return (
    a.hash === b.hash &&
    a.uid === b.uid &&
    a.ours === b.ours &&
    a.owned === b.owned &&
    a.others.join(' ') === b.others.join(' ')
  );
}

/** A hash of a value of JSON that does not depend on the order of fields. */
export function hashOf(value: Json | undefined): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22);
}

function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const fields = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Source } from '../model/resource.js';
import type { LoadedDocument } from './loaded.js';

const reasons = {
  patch: 'it is a patch of Kustomize',
  overlay: 'another overlay of Kustomize has the same resource',
  list: 'it is a list and no resource',
  encrypted: 'it is encrypted by SOPS',
} as const satisfies Record<string, string>;

export type PassedOver = keyof typeof reasons;

/** A document that is well, but none that is read here. */
export function passedOver(document: LoadedDocument, why: PassedOver): LoadedDocument {
  const own = document.status === 'resource' ? document.resource : document;
  const { kind, namespace, name } = document.status === 'resource' ? document.resource : document.id;
  const id = {
    ...(kind !== undefined && { kind }),
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
  };
  return { status: 'skipped', source: own.source, id, reason: reasons[why], passedOver: why };
}

const words: Readonly<Record<PassedOver, string>> = {
  patch: 'patches of Kustomize',
  overlay: 'resources that another overlay has too',
  list: 'lists that are no resource',
  encrypted: 'documents that SOPS encrypted',
};

/** One note about all documents that were passed over. */
export function passedOverNote(documents: readonly LoadedDocument[]): readonly Finding[] {
  const all: { readonly source: Source; readonly why: PassedOver }[] = [];
  for (const each of documents) {
    if (each.status === 'skipped' && each.passedOver !== undefined)
      all.push({ source: each.source, why: each.passedOver });
  }
  const [first] = all;
  if (first === undefined) return [];
  const kinds = [...new Set(all.map(({ why }) => why))];
  const what = kinds.map((kind) => `${all.filter(({ why }) => why === kind).length} ${words[kind]}`).join(', ');
  const { file, line } = first.source;
  return [finding('AER0053', { what, first: `${file}:${line}` }, { file, line, column: 1 })];
}

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

const words: Readonly<Record<PassedOver, readonly [one: string, many: string]>> = {
  patch: ['patch of Kustomize', 'patches of Kustomize'],
  overlay: ['resource that another overlay has too', 'resources that another overlay has too'],
  list: ['list that is no resource', 'lists that are no resource'],
  encrypted: ['document that SOPS encrypted', 'documents that SOPS encrypted'],
};

/** How what is behind it can be read. */
const hints: readonly (readonly [kinds: readonly PassedOver[], hint: string])[] = [
  [
    ['patch', 'overlay'],
    ' What Kustomize makes of its patches is read with `-k DIR`, or from `kubectl kustomize DIR | aeraki … -`.',
  ],
  [['encrypted'], ' What SOPS encrypted is read from `sops --decrypt FILE | aeraki … -`.'],
];

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
  const counted = kinds.map((kind) => {
    const { length } = all.filter(({ why }) => why === kind);
    return `${length} ${words[kind][length === 1 ? 0 : 1]}`;
  });
  const what = counted.join(', ');
  const hint = hints.flatMap(([of, text]) => (of.some((kind) => kinds.includes(kind)) ? [text] : [])).join('');
  const { file, line } = first.source;
  return [finding('AER0053', { what, first: `${file}:${line}`, hint }, { file, line, column: 1 })];
}

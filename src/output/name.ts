import { printable } from './printable.js';

/** `kind/namespace/name`, as `kubectl -o name` writes it with the namespace added; cluster-scoped: `kind/name`. */
export function objectName(object: {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}): string {
  const { name, namespace } = object.metadata;
  const parts = [object.kind.toLowerCase(), ...(namespace ? [namespace] : []), name];
  return printable(parts.join('/'));
}

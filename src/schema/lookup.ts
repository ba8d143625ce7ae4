import { unescapePointer } from '../diagnostics/pointer.js';
import type { SchemaNode } from './compiled.js';

/** What a schema says of the place that a JSON pointer leads to. */
export type Looked =
  | { readonly found: 'node'; readonly node: SchemaNode }
  /** A field that the mapping at `parent` does not list. */
  | { readonly found: 'unknown'; readonly parent: string; readonly field: string; readonly known: readonly string[] }
  /** Below something that may hold anything. */
  | { readonly found: 'open' };

/** Follows a JSON pointer through a schema as the validators do. */
export function lookUp(root: SchemaNode, pointer: string): Looked {
  let node: SchemaNode = root;
  let path = '';
  for (const step of pointer.split('/').slice(1)) {
    const name = unescapePointer(step);
    const parent = resolveNode(node, root);
    const { properties = {}, items, additionalProperties } = parent;
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known !== undefined) node = known;
    else if (items) node = items;
    else if (typeof additionalProperties === 'object') node = additionalProperties;
    else if (additionalProperties !== false) return { found: 'open' };
    else return { found: 'unknown', parent: path, field: name, known: Object.keys(properties) };
    path += `/${step}`;
  }
  return { found: 'node', node: resolveNode(node, root) };
}

function resolveNode(node: SchemaNode, root: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : (root.$defs?.[name] ?? {});
}

import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { Resource } from '../../model/resource.js';
import type { SchemaNode } from './compiled.js';
import { fieldName, unescapePointer, unknownField } from './errors.js';

/**
 * The fields that were null. The API server drops them, so most often the author meant something else: a warning. It
 * refuses an unknown field all the same.
 */
export function checkNulls(resource: Resource, schema: SchemaNode): Finding[] {
  return resource.nulls.flatMap((pointer) => {
    const steps = pointer.split('/').slice(1).map(unescapePointer);
    let node: SchemaNode | undefined = schema;
    let path = '';
    for (const step of steps) {
      const parent: SchemaNode = resolve(node, schema);
      const known = parent.properties?.[step];
      if (known !== undefined && Object.hasOwn(parent.properties ?? {}, step)) node = known;
      else if (parent.items) node = parent.items;
      else if (typeof parent.additionalProperties === 'object') node = parent.additionalProperties;
      else if (parent.additionalProperties === false) {
        return [unknownField(resource, path, step, Object.keys(parent.properties ?? {}))];
      } else return [];
      path += `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    }
    if (steps[0] === 'metadata' || resolve(node, schema)['x-nullable'] === true) return [];
    return [finding('AER0111', { field: fieldName(pointer) }, { resource, pointer })];
  });
}

function resolve(node: SchemaNode, root: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : (root.$defs?.[name] ?? {});
}

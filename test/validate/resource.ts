import type { KubernetesObject, Resource } from '../../src/model/resource.js';

/** A resource as the loader makes it of a parsed document: null fields are dropped and noted. */
export function resourceOf(document: unknown, namespace = 'default'): Resource {
  const nulls: string[] = [];
  const object = dropNulls(document, '', nulls) as KubernetesObject;
  return {
    kind: object.kind,
    namespace: object.metadata?.namespace ?? namespace,
    name: object.metadata?.name ?? '',
    apiVersion: object.apiVersion,
    object,
    source: { file: 'test.yaml', document: 0, pointer: '', line: 1 },
    nulls,
  };
}

function dropNulls(value: unknown, pointer: string, nulls: string[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => dropNulls(item, `${pointer}/${index}`, nulls));
  if (typeof value !== 'object' || value === null) return value;
  const kept: [string, unknown][] = [];
  for (const [key, child] of Object.entries(value)) {
    const below = `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    if (child === null) nulls.push(below);
    else kept.push([key, dropNulls(child, below, nulls)]);
  }
  return Object.fromEntries(kept);
}

import type { Resource } from '../model/resource.js';
import { sameEnds } from '../patch/ends.js';
import type { Loaded, LoadedDocument } from './loaded.js';

/** Kinds that only `aeraki proxy` reads; for every other command they are none of ours (cli.md section 1). */
const proxyKinds: ReadonlySet<string> = new Set(['EndpointSlice']);

/** The inputs as all commands but `proxy` see them: what only that one reads is counted as skipped. */
export function withoutProxyKinds(loaded: Loaded): Loaded {
  if (!loaded.resources.some(({ kind }) => proxyKinds.has(kind))) return loaded;
  return {
    ...loaded,
    documents: loaded.documents.map(skipped),
    resources: loaded.resources.filter(({ kind }) => !proxyKinds.has(kind)),
  };
}

/** The same again and again, for the price of what changed. */
export class WithoutProxyKinds {
  /** Among which there was none. */
  #plain: readonly Resource[] = [];

  of(loaded: Loaded): Loaded {
    const { resources } = loaded;
    const [head, tail] = sameEnds(this.#plain, resources);
    const between = resources.slice(head, resources.length - tail);
    if (between.some(({ kind }) => proxyKinds.has(kind))) return withoutProxyKinds(loaded);
    this.#plain = resources;
    return loaded;
  }
}

function skipped(document: LoadedDocument): LoadedDocument {
  if (document.status !== 'resource' || !proxyKinds.has(document.resource.kind)) return document;
  const { source, kind, namespace, name } = document.resource;
  return { status: 'skipped', source, id: { kind, namespace, name }, reason: `only aeraki proxy reads ${kind}` };
}

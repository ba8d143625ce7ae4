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

function skipped(document: LoadedDocument): LoadedDocument {
  if (document.status !== 'resource' || !proxyKinds.has(document.resource.kind)) return document;
  const { source, kind, namespace, name } = document.resource;
  return { status: 'skipped', source, id: { kind, namespace, name }, reason: `only aeraki proxy reads ${kind}` };
}

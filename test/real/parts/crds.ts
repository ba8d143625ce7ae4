import { existsSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from './kube-client.js';

interface Version {
  readonly name: string;
  schema?: { sameAs?: string };
}

/** Where the CustomResourceDefinitions of Istio and Aeraki are: beside the project. */
export const crdFolder = new URL('../../../../shared/crds/', import.meta.url);

/** Whether they are there: a checkout without what is shared beside it has none. */
export function hasSharedCrds(): boolean {
  return existsSync(new URL('istio.yaml', crdFolder));
}

/** Aeraki's and Istio's CustomResourceDefinitions, the schema written out where a version says `sameAs` another. */
export function customResourceDefinitions(): readonly KubeObject[] {
  return ['aeraki.yaml', 'istio.yaml'].flatMap((file) =>
    parseAllDocuments(readFileSync(new URL(file, crdFolder), 'utf8')).map((document) => writtenOut(document.toJS())),
  );
}

function writtenOut(crd: KubeObject): KubeObject {
  const { versions } = crd.spec as { versions: Version[] };
  for (const version of versions) {
    const other = version.schema?.sameAs;
    if (other === undefined) continue;
    const schema = versions.find(({ name }) => name === other)?.schema;
    if (schema === undefined) throw new Error(`${crd.metadata.name}: no version ${other} for sameAs`);
    version.schema = schema;
  }
  return crd;
}

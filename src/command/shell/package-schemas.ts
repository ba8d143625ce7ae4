import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from '../../explain/field.js';

export type FoundSchema =
  | { readonly kind: string; readonly version: string; readonly schema: Schema }
  | { readonly known: readonly string[] };

/** The short names that the API server knows: those of kubectl for Istio's and the core kinds, and the like for Aeraki's. */
const shortNames: Readonly<Record<string, string>> = {
  mr: 'metarouter',
  ap: 'applicationprotocol',
  rs: 'redisservice',
  rd: 'redisdestination',
  dap: 'dubboauthorizationpolicy',
  se: 'serviceentry',
  serviceentries: 'serviceentry',
  vs: 'virtualservice',
  dr: 'destinationrule',
  gw: 'gateway',
  we: 'workloadentry',
  workloadentries: 'workloadentry',
  dubboauthorizationpolicies: 'dubboauthorizationpolicy',
  svc: 'service',
  cm: 'configmap',
};

/** The shipped schema of a kind, its name in any case, singular, plural or short, or the names of those that there are. */
export function schemaOfKind(name: string, root: string): FoundSchema {
  const folder = join(root, 'schemas');
  const kinds = new Map<string, { kind: string; version: string; schema: Schema }>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema;
    const kind = schema.properties?.kind?.enum?.[0];
    const version = schema.properties?.apiVersion?.enum?.[0];
    // The schemas of settings have a `kind` too, after the flag of that name.
    if (typeof kind === 'string' && typeof version === 'string')
      kinds.set(kind.toLowerCase(), { kind, version, schema });
  }
  const lower = shortNames[name.toLowerCase()] ?? name.toLowerCase();
  return (
    kinds.get(lower) ?? kinds.get(lower.replace(/s$/, '')) ?? { known: [...kinds.values()].map(({ kind }) => kind) }
  );
}

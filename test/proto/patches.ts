import type { EnvoyFilter, JsonObject } from '../../src/model/envoy.js';

/** One entry of an EnvoyFilter's `configPatches` that adds or replaces something. */
export interface Patch {
  readonly applyTo: 'NETWORK_FILTER' | 'CLUSTER';
  readonly match: JsonObject;
  /** An Envoy filter (`{name, typed_config}`) or cluster. */
  readonly value: JsonObject;
}

/** The patches of an EnvoyFilter that carry a value, as they are printed: without the fields that are undefined. */
export function patchesOf(filter: EnvoyFilter): readonly Patch[] {
  const printed = JSON.parse(JSON.stringify(filter.spec.configPatches)) as {
    applyTo: Patch['applyTo'];
    match: JsonObject;
    patch: { operation: string; value?: JsonObject };
  }[];
  return printed.flatMap(({ applyTo, match, patch }) =>
    patch.value === undefined ? [] : [{ applyTo, match, value: patch.value }],
  );
}

/** Type and configuration of a filter patch's TypedStruct. */
export function typedStructOf(filter: JsonObject): { readonly type: string; readonly value: JsonObject } {
  const config = filter.typed_config as { type_url?: string; value?: JsonObject } | undefined;
  if (config?.type_url === undefined) throw new Error(`no TypedStruct in ${JSON.stringify(filter)}`);
  return { type: config.type_url.replace('type.googleapis.com/', ''), value: config.value ?? {} };
}

import { FieldReader } from '../../envoy/fields.js';
import type { EnvoyFilter, JsonObject } from '../../model/envoy.js';
import { unwrapConfig } from '../filter.js';

/** What one patch of a generated EnvoyFilter puts into a proxy. */
export type Patch =
  | {
      readonly kind: 'filter';
      /** Name of the listener: `<address>_<port>`, or `virtualInbound`. */
      readonly listener: string;
      /** The port of the filter chain, for inbound filters. */
      readonly port: number | undefined;
      /** Name and configuration type of the filter. */
      readonly filter: string;
      readonly type: string;
      readonly value: JsonObject;
      /** JSON pointer of the configuration in the EnvoyFilter. */
      readonly path: string;
    }
  | { readonly kind: 'cluster'; readonly name: string; readonly value: JsonObject; readonly path: string };

/** The patches that leave something in the proxy: filters, and clusters that are added. */
export function expectedPatches(filter: EnvoyFilter): readonly Patch[] {
  const reader = new FieldReader();
  return filter.spec.configPatches.flatMap((each, index): readonly Patch[] => {
    const path = `/spec/configPatches/${index}/patch/value`;
    const patch = reader.object(each, 'patch');
    const value = reader.object(patch, 'value');
    if (value === undefined) return [];
    if (reader.text(each, 'apply_to') === 'CLUSTER') {
      return reader.text(patch, 'operation') === 'ADD'
        ? [{ kind: 'cluster', name: reader.text(value, 'name'), value, path }]
        : [];
    }
    const listener = reader.object(reader.object(each, 'match'), 'listener');
    const { type, config } = unwrapConfig(reader.object(value, 'typed_config') ?? {}, reader);
    return [
      {
        kind: 'filter',
        listener: reader.text(listener, 'name'),
        port: reader.number(reader.object(listener, 'filter_chain'), 'destination_port'),
        filter: reader.text(value, 'name'),
        type,
        value: config,
        path: `${path}/typed_config/value`,
      },
    ];
  });
}

import { camelCased, isObject, listOf, objectOf, textOf } from '../../envoy/proto-json.js';
import type { EnvoyFilter, Json, JsonObject } from '../../model/envoy.js';
import type { AccessLog } from '../config.js';

const PROXY = 'aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy';

/** An outbound filter, and the listeners of a sidecar that it is put into: one for each address of the service. */
export interface OutboundFilter {
  readonly config: JsonObject;
  readonly listeners: readonly string[];
}

/** The outbound filters, by the name of the route configuration that each asks for. */
export function outboundFilters(filters: readonly EnvoyFilter[]): ReadonlyMap<string, OutboundFilter> {
  const found = new Map<string, OutboundFilter>();
  for (const { spec } of filters) {
    for (const patch of spec.configPatches) {
      const config = objectOf(objectOf(objectOf(patch.patch).value).typed_config);
      if (textOf(config.type_url)?.endsWith(PROXY) !== true) continue;
      const value = objectOf(config.value);
      const name = textOf(objectOf(value.rds).routeConfigName);
      if (name === undefined) continue;
      const listener = textOf(objectOf(objectOf(patch.match).listener).name);
      const known = found.get(name) ?? { config: value, listeners: [] };
      const listeners = listener === undefined ? known.listeners : [...new Set([...known.listeners, listener])];
      found.set(name, { ...known, listeners });
    }
  }
  return found;
}

/** The file access logs of a filter; other loggers are for proxies in a mesh. */
export function accessLogsOf({ accessLog }: JsonObject): readonly AccessLog[] {
  return listOf(accessLog).flatMap((item) => {
    const config = objectOf(camelCased(objectOf(item).typedConfig ?? {}));
    const path = textOf(config.path);
    const format = objectOf(objectOf(item).typedConfig).logFormat;
    if (path === undefined) return [];
    return [{ path, format: formatOf(objectOf(format)) }];
  });
}

function formatOf({ jsonFormat, textFormatSource }: JsonObject): AccessLog['format'] {
  const json: Json | undefined = jsonFormat;
  if (isObject(json)) return { json };
  return { text: textOf(objectOf(textFormatSource).inlineString) ?? '' };
}

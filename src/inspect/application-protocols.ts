import { FieldReader } from '../envoy/fields.js';
import type { Dump, Entry } from './dump.js';
import { entryViews, type ListenerView, listenerLists } from './listeners.js';

/**
 * The application protocols of MetaProtocol route configurations by name, from the filters of all listeners: the
 * routes' own section does not say. Inline configurations of several services may share a name (`inbound|20880||`).
 * `listeners`: those of the dump, where they have been read already.
 */
export function applicationProtocols(
  dump: Dump,
  listeners?: readonly ListenerView[],
): ReadonlyMap<string, readonly string[]> {
  const protocols = new Map<string, string[]>();
  function add(name: string, application: string): void {
    if (application === '') return;
    const known = protocols.get(name);
    if (known === undefined) protocols.set(name, [application]);
    else if (!known.includes(application)) known.push(application);
  }
  function addAll(views: readonly ListenerView[]): void {
    for (const { metaRoute } of views.flatMap(({ chains }) => chains)) {
      if (metaRoute !== undefined) add(metaRoute.name, metaRoute.application);
    }
  }
  if (listeners === undefined) {
    const reader = new FieldReader();
    for (const entry of dump.entries('listeners', listenerLists)) {
      // The name of the filter and the type of its configuration both have it.
      if (!dump.mentions(entry, 'meta_protocol_proxy')) continue;
      const only = onlyFilter(dump, entry);
      if (only !== undefined) add(only.name, only.application);
      else {
        // What is wrong with listeners is for `listeners` to say.
        const value = dump.read(entry, []);
        if (value !== undefined) addAll(entryViews(value, entry, reader));
        reader.take();
      }
    }
  } else addAll(listeners);
  for (const words of protocols.values()) words.sort();
  return protocols;
}

const telling =
  /"(?:(route_config_name|routeConfigName)|(application_protocol|applicationProtocol)|route_config|routeConfig|error_state|errorState)"\s*:\s*(?:"([\x20\x21\x23-\x5b\x5d-\x7e]+)")?/g;

/**
 * What nearly every outbound listener has: one filter with one RDS name and one protocol. To see that in the text takes
 * a tenth of the time of parsing it; for anything else this answers undefined, and the listener is parsed.
 */
function onlyFilter(dump: Dump, entry: Entry): { readonly name: string; readonly application: string } | undefined {
  let name: string | undefined;
  let application: string | undefined;
  for (const [, rds, protocol, value] of dump.text(entry).matchAll(telling)) {
    if (value === undefined || (rds === undefined && protocol === undefined)) return undefined;
    if (rds === undefined ? application !== undefined : name !== undefined) return undefined;
    if (rds === undefined) application = value;
    else name = value;
  }
  return name === undefined || application === undefined ? undefined : { name, application };
}

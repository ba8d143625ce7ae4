import type { Finding } from '../diagnostics/diagnostic.js';
import { messageName } from '../envoy/proto-json.js';
import type { JsonObject } from '../model/envoy.js';
import type { Dump, Entry } from './dump.js';
import { readEntries } from './entries.js';
import { Refusals, readErrorState } from './refused.js';
import type { View } from './view.js';

export interface ExtensionFilter {
  /** Only the extension with this name. */
  readonly name?: string | undefined;
}

interface Extension {
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly entry: Entry;
}

/** The filter configurations that a proxy got by themselves (ECDS): the two columns of istioctl, and the version. */
export function extensionsView(dump: Dump, filter: ExtensionFilter): View {
  const findings: Finding[] = [];
  const refusals = new Refusals();
  const all = readEntries(
    dump,
    'extensions',
    ['ecds_filters'],
    findings,
    (value, entry, reader): Extension | undefined => {
      const inner = reader.object(value, 'ecds_filter');
      const name = reader.text(inner, 'name') || reader.text(value, 'name');
      if (filter.name !== undefined && name !== filter.name) return undefined;
      const refused = readErrorState(value, reader);
      if (refused !== undefined) refusals.add('extension', name, refused.details);
      const type = messageName(reader.text(reader.object(inner, 'typed_config'), '@type'));
      return { name, type, version: reader.text(value, 'version_info'), entry };
    },
  );
  findings.push(...refusals.findings(dump.name));
  all.sort((one, other) => compare(one.type, other.type) || compare(one.name, other.name));
  return {
    headings: ['ECDS NAME', 'TYPE', 'VERSION'],
    rows: all.map(({ name, type, version }) => [name, type, version || '-']),
    findings,
    *objects() {
      for (const { entry } of all) {
        const raw: JsonObject | undefined = dump.read(entry, []);
        if (raw !== undefined) yield raw;
      }
    },
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

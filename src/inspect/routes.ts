import type { Finding } from '../diagnostics/diagnostic.js';
import type { FieldReader } from '../envoy/fields.js';
import type { JsonObject } from '../model/envoy.js';
import type { Dump, Entry } from './dump.js';
import { readEntries } from './entries.js';
import { Refusals, readErrorState } from './refused.js';
import type { SectionKind } from './sections.js';

/** A route configuration of a dump. */
export interface RouteConfigEntry<T> {
  readonly kind: 'metaRoutes' | 'httpRoutes';
  readonly name: string;
  /** '' for a static one. */
  readonly version: string;
  readonly state: 'static' | 'dynamic' | 'refused';
  readonly details?: string;
  readonly entry: Entry;
  /** What was made of the configuration. */
  readonly content: T;
}

/** Reads the route configurations of one kind: refused ones first, then dynamic, then static, in the dump's order. */
export function readRouteConfigs<T>(
  dump: Dump,
  kind: 'metaRoutes' | 'httpRoutes',
  findings: Finding[],
  look: (config: JsonObject, reader: FieldReader) => T,
): readonly RouteConfigEntry<T>[] {
  const refusals = new Refusals();
  const dynamic = readEntries(dump, kind, ['dynamic_route_configs'], findings, (value, entry, reader) => {
    const version = reader.text(value, 'version_info');
    const config = reader.object(value, 'route_config');
    const read: RouteConfigEntry<T>[] = [];
    const error = readErrorState(value, reader);
    if (error !== undefined) {
      const failed = error.failed ?? {};
      const name = reader.text(failed, 'name') || reader.text(config, 'name');
      refusals.add('route configuration', name, error.details);
      const content = look(failed, reader);
      read.push({ kind, name, version, state: 'refused', details: error.details, entry, content });
    }
    if (config !== undefined) {
      const content = look(config, reader);
      read.push({ kind, name: reader.text(config, 'name'), version, state: 'dynamic', entry, content });
    }
    return read;
  });
  findings.push(...refusals.findings(dump.name));
  const fixed = readEntries(dump, kind, ['static_route_configs'], findings, (value, entry, reader) => {
    const config = reader.object(value, 'route_config');
    if (config === undefined) return undefined;
    const content = look(config, reader);
    const read: RouteConfigEntry<T> = {
      kind,
      name: reader.text(config, 'name'),
      version: '',
      state: 'static',
      entry,
      content,
    };
    return [read];
  });
  const all = [...dynamic, ...fixed].flat();
  return [...all.filter((each) => each.state === 'refused'), ...all.filter((each) => each.state !== 'refused')];
}

export const routeKinds = ['metaRoutes', 'httpRoutes'] as const satisfies readonly SectionKind[];

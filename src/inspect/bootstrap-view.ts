import type { Finding } from '../diagnostics/diagnostic.js';
import { finding } from '../diagnostics/diagnostic.js';
import { FieldReader } from '../envoy/fields.js';
import { isObject } from '../envoy/proto-json.js';
import type { JsonObject } from '../model/envoy.js';
import type { Dump } from './dump.js';
import type { View } from './view.js';

/** What the proxy was started with: who it is, which versions, where its control planes are. */
export function bootstrapView(dump: Dump): View {
  const findings: Finding[] = [];
  const found = dump.field('bootstrap', 'bootstrap', findings);
  const bootstrap = isObject(found) ? found : undefined;
  if (bootstrap === undefined) {
    const cure = 'Take the dump again from a proxy that runs.';
    findings.push(finding('AER0609', { kind: 'the bootstrap', cure }, { file: dump.name }));
  }
  const reader = new FieldReader();
  const rows = bootstrap === undefined ? [] : bootstrapRows(bootstrap, reader);
  const notes = reader.take();
  if (notes.length > 0) {
    findings.push(finding('AER0607', { index: 0, list: 'bootstrap', reason: notes.join('; ') }, { file: dump.name }));
  }
  return {
    headings: ['SETTING', 'VALUE'],
    rows,
    findings,
    *objects() {
      if (bootstrap !== undefined) yield bootstrap;
    },
  };
}

function bootstrapRows(bootstrap: JsonObject, reader: FieldReader): readonly (readonly string[])[] {
  const node = reader.object(bootstrap, 'node');
  const metadata = reader.object(node, 'metadata');
  const build = reader.object(metadata, 'metadata');
  const admin = reader.object(reader.object(reader.object(bootstrap, 'admin'), 'address'), 'socket_address');
  const fixed = reader.object(bootstrap, 'static_resources');
  const clusters = reader.objects(fixed, 'clusters').map((each) => reader.text(each, 'name'));
  const version = reader.object(reader.object(node, 'user_agent_build_version'), 'version');
  const rows: (readonly [string, string])[] = [
    ['Node', reader.text(node, 'id')],
    ['Cluster', reader.text(node, 'cluster')],
    ['Istio version', metadata === undefined ? '' : reader.text(metadata, 'ISTIO_VERSION')],
    ['Istio proxy', reader.text(metadata, 'ISTIO_PROXY_SHA') || textIn(build, 'revision.sha')],
    [
      'Envoy version',
      ['major_number', 'minor_number', 'patch'].map((each) => reader.number(version, each) ?? 0).join('.'),
    ],
    ['Admin address', admin && `${reader.text(admin, 'address')}:${reader.number(admin, 'port_value') ?? ''}`],
    ['Static clusters', clusters.join(', ')],
    ['Aeraki control plane', clusters.includes('aeraki-xds') ? 'cluster aeraki-xds' : ''],
  ].map(([key = '', value = '']) => [key, value] as const);
  return rows.filter(([key, value]) => value !== '' && !(key === 'Envoy version' && version === undefined));
}

function textIn(object: JsonObject | undefined, key: string): string {
  const value = object?.[key];
  return typeof value === 'string' ? value : '';
}

import assert from 'node:assert/strict';
import type { Json, JsonObject } from '../../src/model/envoy.js';
import type { Translation } from '../../src/translate/protocol.js';

/** What the tests of the native protocols share: a service to program, and a look into its filters. */

export const host = 'orders.shop.svc.cluster.local';

/** A ServiceEntry of namespace shop; `ports` as `number name`, `annotations` and `hosts` in YAML flow style. */
export function serviceEntry(ports: readonly string[], annotations = '{}', hosts = `[${host}]`): string {
  const list = ports.map((port) => {
    const [number, name] = port.split(' ');
    return `{number: ${number}, name: ${name}, protocol: TCP}`;
  });
  return `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop, annotations: ${annotations}}
spec:
  hosts: ${hosts}
  addresses: [240.240.0.10]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [${list.join(', ')}]
  workloadSelector: {labels: {app: orders}}
---
`;
}

/** Another document of namespace shop, with its spec in YAML flow style. */
export function resource(apiVersion: string, kind: string, name: string, spec: string): string {
  return `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: shop}
spec: ${spec}
---
`;
}

export const virtualService = (http: string): string =>
  resource('networking.istio.io/v1', 'VirtualService', 'orders', `{hosts: [${host}], http: ${http}}`);
export const redisService = (spec: string, name = 'orders'): string =>
  resource('redis.aeraki.io/v1alpha1', 'RedisService', name, spec);
export const redisDestination = (pool: string, name = 'orders'): string =>
  resource(
    'redis.aeraki.io/v1alpha1',
    'RedisDestination',
    name,
    `{host: ${host}, trafficPolicy: {connectionPool: ${pool}}}`,
  );
export const dubboPolicy = (name: string, action: string, rules: string): string =>
  resource('dubbo.aeraki.io/v1alpha1', 'DubboAuthorizationPolicy', name, `{action: ${action}, rules: ${rules}}`);

/** Data in base64, as `kubectl get -o yaml` prints it. */
export function secret(name: string, data: Readonly<Record<string, string>>): string {
  const encoded = Object.entries(data).map(([key, text]) => `${key}: ${Buffer.from(text).toString('base64')}`);
  return `
apiVersion: v1
kind: Secret
metadata: {name: ${name}, namespace: shop}
data: {${encoded.join(', ')}}
---
`;
}

export const names = (translation: Translation): string[] => translation.envoyFilters.map((each) => each.metadata.name);

/** The value at a path of plain JSON; fails where there is none. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json {
  let found: Json | undefined = value;
  for (const step of path) {
    assert.ok(typeof found === 'object' && found !== null, `nothing at ${path.join('.')}`);
    found = (found as JsonObject)[step];
  }
  assert.ok(found !== undefined, `nothing at ${path.join('.')}`);
  return found;
}

function patchesOf(translation: Translation, name: string): readonly JsonObject[] {
  const filter = translation.envoyFilters.find((each) => each.metadata.name === name);
  assert.ok(filter, `no filter ${name} among ${names(translation).join(' ')}`);
  return filter.spec.configPatches;
}

/** The proxy that the filter of this name puts in, and the listener that it is for. */
export function proxyOf(translation: Translation, name: string): { readonly listener: Json; readonly proxy: Json } {
  const [patch] = patchesOf(translation, name);
  const proxy = at(patch, 'patch', 'value', 'typed_config', 'value');
  return { listener: at(patch, 'match', 'listener', 'name'), proxy };
}

/** The cluster that an outbound filter adds; undefined when it leaves Istio's. */
export function clusterOf(translation: Translation, name: string): Json | undefined {
  const patches = patchesOf(translation, name).filter((patch) => patch.applyTo === 'CLUSTER');
  return patches.length === 0 ? undefined : at(patches.at(-1), 'patch', 'value');
}

export const outboundName = (port: number): string => `aeraki-outbound-${host}-240.240.0.10-${port}`;
export const inboundName = (port: number): string => `aeraki-inbound-${host}-${port}`;

/** Findings as `AER0408 warning VirtualService /spec/http/0/match/1`. */
export function places(translation: Translation): string[] {
  return translation.findings.map((each) =>
    [each.code, each.severity, each.resource?.kind ?? '-', each.pointer ?? '-'].join(' '),
  );
}

/** The texts of the findings of one code. */
export function messages(translation: Translation, code: string): string[] {
  return translation.findings.filter((each) => each.code === code).map((each) => each.message);
}

import fc from 'fast-check';
import type { State } from './law.js';

/** Documents out of which the states are made: services, rules that are about them, and what is broken. */
const names = ['a', 'b', 'c', 'd'];
const host = fc.constantFrom(...names.map((name) => `${name}.shop.svc.cluster.local`), 'x.example.com');
const name = fc.constantFrom(...names);
const protocol = fc.constantFrom(
  'metaprotocol-dubbo',
  'metaprotocol-thrift',
  'dubbo',
  'redis',
  'thrift',
  'http',
  'metaprotocl-dubbo',
);
const entry = fc
  .record({
    name,
    host,
    protocol,
    addresses: fc.constantFrom('', ', addresses: [240.240.0.1]', ', addresses: [240.240.0.3]'),
    resolution: fc.constantFrom('STATIC', 'DNS', 'NONE'),
    selector: fc.boolean(),
  })
  .map(
    (of) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${of.name}, namespace: shop}
spec:
  hosts: [${of.host}]
  ports: [{name: tcp-${of.protocol}, number: 20880, protocol: TCP}]
  resolution: ${of.resolution}${of.addresses === '' ? '' : `\n  addresses: ${of.addresses.slice(13)}`}${of.selector ? '\n  workloadSelector: {labels: {app: x}}' : ''}
`,
  );
const service = fc.record({ name, protocol }).map(
  (of) => `apiVersion: v1
kind: Service
metadata: {name: ${of.name}, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {app: ${of.name}}, ports: [{name: tcp-${of.protocol}, port: 20880}]}
`,
);
const router = fc
  .record({
    name,
    host,
    to: host,
    subset: fc.constantFrom('v1', 'v2', '""'),
    method: fc.constantFrom('exact: m', 'prefix: ""', 'regex: ".*"', 'exacct: m'),
    weight: fc.constantFrom('', ', weight: 90', ', weigth: 90'),
  })
  .map(
    (of) => `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: ${of.name}, namespace: shop}
spec:
  hosts: [${of.host}]
  routes:
  - name: r
    match: {attributes: {method: {${of.method}}}}
    route: [{destination: {host: ${of.to}, subset: ${of.subset}}${of.weight}}]
`,
  );
const rule = fc.record({ name, host, hash: fc.constantFrom('method', 'nothing') }).map(
  (of) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${of.name}, namespace: shop}
spec:
  host: ${of.host}
  trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: ${of.hash}}}}
  subsets: [{name: v1, labels: {version: v1}}]
`,
);
const others = fc.constantFrom(
  `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "accessLogFile: /dev/stdout"}
`,
  `apiVersion: redis.aeraki.io/v1alpha1
kind: RedisService
metadata: {name: r, namespace: shop}
spec: {host: [a.shop.svc.cluster.local], redis: [{match: {key: {prefix: x}}, route: {host: b.shop.svc.cluster.local, port: 6379}}]}
`,
  `apiVersion: dubbo.aeraki.io/v1alpha1
kind: DubboAuthorizationPolicy
metadata: {name: p, namespace: shop}
spec: {action: DENY, rules: [{from: [{source: {namespaces: [x]}}]}]}
`,
  `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: g, namespace: shop}
spec: {selector: {app: g}, servers: [{port: {number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP}, hosts: ["*"]}]}
`,
  `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: gr, namespace: shop}
spec:
  hosts: [a.shop.svc.cluster.local]
  gateways: [g]
  routes: [{name: r, route: [{destination: {host: a.shop.svc.cluster.local, port: {number: 20880}}}]}]
`,
  `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: hostless, namespace: shop}
spec: {hosts: [], ports: [{name: tcp-dubbo, number: 20880, protocol: TCP}]}
`,
  'kind: [\n',
  'a: 1\n',
  '# only a comment\n',
);
export const document = fc.oneof(
  { weight: 4, arbitrary: entry },
  { weight: 2, arbitrary: service },
  { weight: 5, arbitrary: router },
  { weight: 2, arbitrary: rule },
  { weight: 2, arbitrary: others },
);

/** One edit, of the model: files by name, each a list of documents. */
export const edit = fc.oneof(
  fc.record({ do: fc.constant('add' as const), file: fc.nat(3), at: fc.nat(9), document }),
  fc.record({ do: fc.constant('change' as const), file: fc.nat(3), at: fc.nat(9), document }),
  fc.record({ do: fc.constant('comment' as const), file: fc.nat(3), at: fc.nat(9) }),
  fc.record({ do: fc.constant('remove' as const), file: fc.nat(3), at: fc.nat(9) }),
  fc.record({ do: fc.constant('move' as const), file: fc.nat(3), at: fc.nat(9), to: fc.nat(3) }),
  fc.record({ do: fc.constant('rename' as const), file: fc.nat(3) }),
  fc.record({ do: fc.constant('reorder' as const), file: fc.nat(3) }),
);

export type Model = { name: string; documents: string[] }[];

/** One edit of the model. */
export function apply(model: Model, one: typeof edit extends fc.Arbitrary<infer T> ? T : never): void {
  const file = model[one.file % Math.max(1, model.length)];
  if (file === undefined) return;
  const { documents } = file;
  const at = 'at' in one ? one.at % (documents.length + 1) : 0;
  if (one.do === 'add') documents.splice(at, 0, one.document);
  else if (one.do === 'change' && documents.length > 0) documents[at % documents.length] = one.document;
  else if (one.do === 'comment' && documents.length > 0) {
    documents[at % documents.length] = `# said\n${documents[at % documents.length]}`;
  } else if (one.do === 'remove') documents.splice(at, 1);
  else if (one.do === 'move') model[one.to % model.length]?.documents.push(...documents.splice(at, 1));
  else if (one.do === 'rename') file.name = `${file.name.slice(0, 1)}${file.name}`;
  else if (one.do === 'reorder') documents.reverse();
}

/** The files that the model stands for, in the order in which they are read. */
export const stateOf = (model: Model): State =>
  [...model]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name: file, documents }) => [`${file}.yaml`, documents.join('---\n')] as const);

/** A first state, edits of it, and whether the result is the corrected one. */
export const sequence = fc.record({
  start: fc.array(fc.array(document, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
  edits: fc.array(edit, { minLength: 1, maxLength: 8 }),
  fixed: fc.boolean(),
});
export type Sequence = typeof sequence extends fc.Arbitrary<infer T> ? T : never;

/** All states of a sequence. */
export function* statesOf({ start, edits }: Sequence): Generator<State> {
  const model: Model = start.map((documents, index) => ({ name: 'mnop'[index] ?? 'z', documents: [...documents] }));
  yield stateOf(model);
  for (const one of edits) {
    apply(model, one);
    yield stateOf(model);
  }
}

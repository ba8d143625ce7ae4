import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import { exitCodeOf } from '../../src/diagnostics/exit-code.js';
import { assemble } from '../../src/load/assemble.js';
import type { Loaded } from '../../src/load/loaded.js';
import { parseFile } from '../../src/load/parse.js';

function load(text: string): Loaded {
  return assemble([parseFile(text, 'x.yaml', { namespace: 'default' })]);
}

function told(loaded: Loaded): readonly string[] {
  return diagnose(loaded.findings, loaded.locate).map(
    ({ code, line, column, path, message }) => `${code} ${line}:${column} ${path ?? '-'} ${message}`,
  );
}

const object = (apiVersion: string, kind: string, metadata = '{name: a}'): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: ${metadata}\n`;

describe('load: what a document is', () => {
  it('knows its own kinds by group, and passes over the others with a reason', () => {
    const ours = [
      ['metaprotocol.aeraki.io/v1alpha1', 'MetaRouter', 'default'],
      ['metaprotocol.aeraki.io/v1alpha1', 'ApplicationProtocol', ''],
      ['redis.aeraki.io/v1alpha1', 'RedisService', 'default'],
      ['networking.istio.io/v1', 'Gateway', 'default'],
      ['v1', 'Service', 'default'],
      ['discovery.k8s.io/v1', 'EndpointSlice', 'default'],
      ['install.istio.io/v1alpha1', 'IstioOperator', 'default'],
    ];
    const loaded = load(ours.map(([apiVersion = '', kind = '']) => object(apiVersion, kind)).join('---\n'));
    deepStrictEqual(
      loaded.resources.map(({ apiVersion, kind, namespace }) => [apiVersion, kind, namespace]),
      ours,
    );
    const foreign = [
      'gateway.networking.k8s.io/v1 Gateway',
      'serving.knative.dev/v1 Service',
      'apps/v1 Deployment',
      'networking.istio.io/v2 Gateway',
      'v1 Pod',
    ];
    const skipped = load(
      [
        ...foreign.map((one) => object(one.split(' ')[0] ?? '', one.split(' ')[1] ?? '')),
        'a: 1\n',
        'kind: MetaRouter\n',
      ].join('---\n'),
    );
    deepStrictEqual(skipped.findings, []);
    deepStrictEqual(
      skipped.documents.map((one) => one.status === 'skipped' && one.reason),
      [
        'gateway.networking.k8s.io/v1 is not an API that aeraki reads',
        'serving.knative.dev/v1 is not an API that aeraki reads',
        'apps/v1 is not an API that aeraki reads',
        'Gateway has no version networking.istio.io/v2 that aeraki reads',
        'Pod (v1) is not a kind that aeraki reads',
        'it has no apiVersion and no kind',
        'it has no apiVersion',
      ],
    );
  });

  it('refuses what is nearly a kind, a group or a version of others that it reads', () => {
    const slips = [
      'networking.istio.io/v1 ServiceEntri',
      'v1 service',
      'netwroking.istio.io/v1 ServiceEntry',
      'metaprotocl.aeraki.io/v1alpha1 MetaRouter',
      'v1 ServiceEntry',
      'networking.istio.io VirtualService',
      'networking.istio.io/v1bta1 Gateway',
    ];
    const loaded = load(slips.map((one) => object(one.split(' ')[0] ?? '', one.split(' ')[1] ?? '')).join('---\n'));
    deepStrictEqual(
      told(loaded).map((line) => line.replace(/^(AER\d+) \S+ /, '$1 ')),
      [
        'AER0032 /kind networking.istio.io/v1 has no kind ServiceEntri. Did you mean ServiceEntry? Correct the kind.',
        'AER0032 /kind v1 has no kind service. Did you mean Service? Correct the kind.',
        'AER0033 /apiVersion ServiceEntry is no kind of netwroking.istio.io/v1. Did you mean networking.istio.io/v1? Correct the apiVersion.',
        'AER0033 /apiVersion MetaRouter is no kind of metaprotocl.aeraki.io/v1alpha1. Did you mean metaprotocol.aeraki.io/v1alpha1? Correct the apiVersion.',
        'AER0033 /apiVersion ServiceEntry is no kind of v1. Did you mean networking.istio.io/v1? Correct the apiVersion.',
        'AER0033 /apiVersion VirtualService is no kind of networking.istio.io. Did you mean networking.istio.io/v1? Correct the apiVersion.',
        'AER0034 /apiVersion Gateway of networking.istio.io has no version v1bta1. Write apiVersion: networking.istio.io/v1.',
      ],
    );
  });

  it('refuses unknown kinds and versions of Aeraki, no name, and metadata of a wrong type', () => {
    const loaded = load(
      [
        object('metaprotocol.aeraki.io/v1alpha1', 'MetaRoutr'),
        object('redis.aeraki.io/v1', 'RedisService'),
        object('dubbo.aeraki.io', 'DubboAuthorizationPolicy'),
        object('v1', 'Secret', '{}'),
        object('v1', 'Secret', '{name: 5}'),
        object('v1', 'Secret', '[a]'),
        'just text\n',
        '- a\n',
      ].join('---\n'),
    );
    deepStrictEqual(told(loaded), [
      'AER0014 2:7 /kind metaprotocol.aeraki.io has no kind MetaRoutr; it has MetaRouter, ApplicationProtocol. Did you mean MetaRouter? Correct the kind.',
      'AER0015 5:13 /apiVersion RedisService of redis.aeraki.io has no version v1. Write apiVersion: redis.aeraki.io/v1alpha1.',
      'AER0015 9:13 /apiVersion DubboAuthorizationPolicy of dubbo.aeraki.io has no version here. Write apiVersion: dubbo.aeraki.io/v1alpha1.',
      'AER0011 15:1 /metadata/name This Secret has no metadata.name. Give it one.',
      'AER0012 19:18 /metadata/name metadata.name is the number 5, which the API server does not take here. Write a text.',
      'AER0012 23:11 /metadata metadata is a list, which the API server does not take here. Write a map.',
      'AER0010 25:1 - A resource is a map with apiVersion, kind and metadata, but this is a text. Check the indentation and the file.',
      'AER0010 27:1 - A resource is a map with apiVersion, kind and metadata, but this is a list. Check the indentation and the file.',
    ]);
    strictEqual(
      loaded.documents.every(({ status }) => status === 'invalid'),
      true,
    );
  });

  it('drops null fields and remembers them; null items stay', () => {
    const [resource] = load(
      `${object('v1', 'Secret')}a/b: {c~: null, d: [null, {e: ~}]}\n__proto__: {constructor: 1, x: null}\n`,
    ).resources;
    deepStrictEqual(resource?.nulls, ['/a~1b/c~0', '/a~1b/d/1/e', '/__proto__/x']);
    deepStrictEqual(
      JSON.stringify(resource?.object),
      '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"a/b":{"d":[null,{}]},"__proto__":{"constructor":1}}',
    );
    strictEqual(Object.getPrototypeOf(resource?.object), Object.prototype);
  });

  it('warns of scalars that YAML 1.2 reads differently, in our kinds only, and shows no secret', () => {
    const scalars = 'spec: {list: [y, "y", 0755, 1_0, 0x1F, 1:30, 2001-01-01, yes sir], on: 1}\n';
    deepStrictEqual(
      told(load(`${object('v1', 'ConfigMap')}${scalars}---\n${object('v1', 'Pod')}${scalars}`)).map(
        (line) => line.split(' Quote')[0],
      ),
      [
        'AER0016 4:15 /spec/list/0 The value y is the boolean true to Kubernetes, and text by YAML 1.2.',
        'AER0016 4:23 /spec/list/2 The value 0755 is the number 493 to Kubernetes, and the number 755 by YAML 1.2.',
        'AER0016 4:29 /spec/list/3 The value 1_0 is the number 10 to Kubernetes, and text by YAML 1.2.',
        'AER0016 4:68 /spec/true The key on is the boolean true to Kubernetes, and text by YAML 1.2.',
      ],
    );
    const [secret = ''] = told(load(`${object('v1', 'Secret')}stringData: {password: 0755}\n`));
    strictEqual(/0755|493/.test(secret), false);
  });

  it('makes one result of a file in which nothing is YAML, and one of each broken document beside good ones', () => {
    const template = '{{- range .Values.routers }}\n---\nname: {{ .name }}\n{{- end }}\n';
    deepStrictEqual(
      load(template).documents.map(({ status }) => status),
      ['invalid'],
    );
    deepStrictEqual(told(load(template)).length, 1);
    strictEqual(told(load(template))[0]?.includes('helm template'), true);
    const mixed = load(`a: b: c\n---\n${object('v1', 'Secret')}---\n[\n`);
    deepStrictEqual(
      mixed.documents.map(({ status }) => status),
      ['invalid', 'resource', 'invalid'],
    );
  });

  it('finds duplicate keys in JSON too, and takes tabs and escapes there', () => {
    const json = '{\n\t"apiVersion": "v1", "kind": "Secret",\n\t"metadata": {"name": "a\\/\\ud83d\\ude00: {x"}\n}\n';
    strictEqual(load(json).resources[0]?.name, 'a/😀: {x');
    deepStrictEqual(
      told(load(json.replace('"kind"', '"kind": "x", "kind"'))).map((line) => line.slice(0, 12)),
      ['AER0005 2:35'],
    );
  });

  it('gives the exit code that the findings call for', () => {
    const code = (text: string): number => exitCodeOf(load(text).findings);
    deepStrictEqual(
      [
        code(object('v1', 'Secret')),
        code('a: ['),
        code(object('v1', 'Secret', '{}')),
        code(object('v1', 'Secret', '{name: a, x: y}')),
      ],
      [0, 65, 79, 0],
    );
  });
});

describe('load: locate', () => {
  const text = [
    'apiVersion: v1', // 1
    'kind: Secret',
    'metadata: &m {name: a, labels: {"a/b": x, c~d: y}}',
    'data:',
    '  list:', // 5
    '  - one',
    '  -   two: 2',
    '  empty:',
    '  alias: *m',
    '  merged:', // 10
    '    <<: *m',
    '    on: 1',
    '  "q": "\u{1f600}" # comment',
    '',
  ].join('\n');
  const loaded = load(text);
  const source = loaded.resources[0]?.source ?? { file: '', document: 0, pointer: '', line: 0 };
  const at = (pointer: string, end: 'key' | 'value'): string => {
    const { line, column } = loaded.locate(source, pointer, end);
    return `${line}:${column}`;
  };

  it('gives the places of keys and values', () => {
    const places = [
      '',
      '/metadata/name',
      '/metadata/labels/a~1b',
      '/metadata/labels/c~0d',
      '/data',
      '/data/list/0',
      '/data/list/1/two',
      '/data/empty',
      '/data/q',
      '/data/merged/true',
    ];
    deepStrictEqual(
      places.map((pointer) => [pointer, at(pointer, 'key'), at(pointer, 'value')]),
      [
        ['', '1:1', '1:1'],
        ['/metadata/name', '3:15', '3:21'],
        ['/metadata/labels/a~1b', '3:33', '3:40'],
        ['/metadata/labels/c~0d', '3:43', '3:48'],
        ['/data', '4:1', '5:3'],
        ['/data/list/0', '6:5', '6:5'],
        ['/data/list/1/two', '7:7', '7:12'],
        ['/data/empty', '8:3', '8:3'],
        ['/data/q', '13:3', '13:8'],
        ['/data/merged/true', '12:5', '12:9'],
      ],
    );
  });

  it('goes through aliases and merge keys to the text of the anchor, and to the nearest parent of what is not there', () => {
    deepStrictEqual(
      [at('/data/alias', 'value'), at('/data/alias/name', 'value'), at('/data/merged/name', 'value')],
      ['9:10', '3:21', '3:21'],
    );
    deepStrictEqual([at('/data/nope/deep', 'key'), at('/data/list/9', 'value')], ['4:1', '6:3']);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';
import { isStructural, loadSchemaCheck } from '../../src/schema/check.js';
import { resourceOf } from '../validate/resource.js';

interface Verdict {
  readonly name: string;
  readonly reference?: readonly string[];
}

const cases = '../shared/cases-validate';

/** A MetaRouter with this spec, in YAML's flow or block form. */
const router = (spec: string, metadata = '{name: m}'): unknown => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  metadata: load(metadata),
  spec: load(spec),
});

const entry = (spec: string): unknown => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'ServiceEntry',
  metadata: { name: 's' },
  spec: load(spec),
});

/** What is said of a document: `CODE pointer`, with `!` where the resource cannot be decoded. */
async function said(document: unknown): Promise<string[]> {
  const resource = resourceOf(document);
  const check = await loadSchemaCheck([resource.kind]);
  return check(resource).map((found) => `${found.code}${isStructural(found) ? '!' : ''} ${found.pointer ?? ''}`);
}

describe('schema layer', () => {
  it('agrees with the API server on the shared cases', async () => {
    const verdicts = JSON.parse(readFileSync(`${cases}/verdicts.json`, 'utf8')) as Verdict[];
    const documents = loadAll(readFileSync(`${cases}/metarouters.yaml`, 'utf8')).filter(
      (document) => document !== null,
    );
    assert.equal(documents.length, verdicts.length);
    const check = await loadSchemaCheck(['MetaRouter', 'ApplicationProtocol']);
    const different = verdicts.filter(({ reference = [] }, index) => {
      const refused = reference.some((line) => line.startsWith('api server:'));
      return check(resourceOf(documents[index])).some(({ severity }) => severity === 'error') !== refused;
    });
    assert.deepStrictEqual(different, []);
  });

  const table: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['a right one', router('{hosts: [a.b]}'), []],
    ['an unknown field', router('{host: [a.b]}'), ['AER0101 /spec/host']],
    ['an unknown field that is null', router('{host: }'), ['AER0101 /spec/host']],
    ['a known field that is null', router('{hosts: }'), ['AER0111 /spec/hosts']],
    ['a nullable field that is null', router('{localRateLimit: {tokenBucket: {tokensPerFill: }}}'), []],
    [
      'a null in a map',
      router('{routes: [{match: {attributes: {a: }}}]}'),
      ['AER0111 /spec/routes/0/match/attributes/a'],
    ],
    ['a null in a list', router('{hosts: [~]}'), ['AER0109! /spec/hosts/0']],
    ['a text for a list', router('{hosts: a.b}'), ['AER0102! /spec/hosts']],
    [
      'a fraction for a whole number',
      router('{routes: [{route: [{weight: 1.5}]}]}'),
      ['AER0102! /spec/routes/0/route/0/weight'],
    ],
    ['a whole number as a float', router('{routes: [{route: [{weight: 100.0}]}]}'), []],
    [
      'a number beyond 64 bits',
      router('{routes: [{route: [{weight: 1.0e+19}]}]}'),
      ['AER0105 /spec/routes/0/route/0/weight'],
    ],
    [
      'two of three',
      router('{routes: [{match: {attributes: {a: {exact: x, regex: y}}}}]}'),
      ['AER0108 /spec/routes/0/match/attributes/a'],
    ],
    ['a name with upper case', router('{}', '{name: Big}'), ['AER0114 /metadata/name']],
    ['a namespace with a dot', router('{}', '{name: m, namespace: a.b}'), ['AER0114 /metadata/namespace']],
    ['a label key', router('{}', '{name: m, labels: {"-x": y}}'), ['AER0115 /metadata/labels/-x']],
    ['a label value', router('{}', '{name: m, labels: {x: "a b"}}'), ['AER0115 /metadata/labels/x']],
    ['a label that is no text', router('{}', '{name: m, labels: {x: 1}}'), ['AER0102! /metadata/labels/x']],
    [
      'an annotation key',
      router('{}', '{name: m, annotations: {"a/b/c": y}}'),
      ['AER0116 /metadata/annotations/a~1b~1c'],
    ],
    ['an annotation key in upper case', router('{}', '{name: m, annotations: {"A.B/c": y}}'), []],
    ['unknown metadata', router('{}', '{name: m, label: {}}'), ['AER0101 /metadata/label']],
    ['no time of creation', router('{}', '{name: m, creationTimestamp: }'), []],
    ['a service entry without hosts', entry('{ports: []}'), ['AER0104 /spec']],
    [
      'ports with one number',
      entry('{hosts: [a], ports: [{name: a, number: 1}, {name: b, number: 1}]}'),
      ['AER0112 /spec/ports/1/number'],
    ],
    ['port 0', entry('{hosts: [a], ports: [{name: a, number: 0}]}'), ['AER0105 /spec/ports/0/number']],
    ['an unknown resolution', entry('{hosts: [a], resolution: Static}'), ['AER0103! /spec/resolution']],
    ['a CEL rule', entry('{hosts: [a], endpoints: [{address: b}]}'), ['AER0110 /spec']],
    ['a CEL rule that holds', entry('{hosts: [a], resolution: STATIC, endpoints: [{address: b}]}'), []],
  ];
  for (const [name, document, expected] of table) {
    it(name, async () => assert.deepStrictEqual(await said(document), expected));
  }

  it('names the field that was meant, and shows no password', async () => {
    const messages = async (document: unknown): Promise<string[]> => {
      const resource = resourceOf(document);
      return (await loadSchemaCheck([resource.kind]))(resource).map(({ message }) => message);
    };
    assert.deepStrictEqual(await messages(router('{rotues: []}')), [
      'The field "rotues" is not known in spec. Did you mean "routes"? Correct or remove it.',
    ]);
    const redis = {
      apiVersion: 'redis.aeraki.io/v1alpha1',
      kind: 'RedisService',
      metadata: { name: 'r' },
      spec: { settings: { auth: { plain: { password: 424242 } } } },
    };
    const [message = ''] = await messages(redis);
    assert.match(message, /password must be a text/);
    assert.doesNotMatch(message, /424242/);
  });
});

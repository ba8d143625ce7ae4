import { deepStrictEqual, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readDump } from '../../../src/registry/dump/read.js';

describe('reading a dump', () => {
  const wrong: readonly (readonly [text: string, problem: RegExp])[] = [
    ['', /not JSON/],
    ['{"registry": "zookeeper", "nodes": [', /not JSON/],
    ['[]', /not a JSON object/],
    ['{}', /registry is none of zookeeper, etcd/],
    ['{"registry":"constructor"}', /registry is none of/],
    ['{"registry":"zookeeper","nodes":{}}', /\/nodes is a map, not a list/],
    ['{"registry":"zookeeper","nodes":[{"data":"x"}]}', /\/nodes\/0 has no path/],
    ['{"registry":"etcd","kvs":[{"key":1}]}', /\/kvs\/0\/key is a number, not a text/],
    ['{"registry":"consul","catalogServices":{}}', /has no catalogService/],
    ['{"registry":"nacos","steps":[{"nodes":[]}]}', /\/steps\/0 has no services/],
    [
      '{"registry":"nacos","services":[{"namespaceId":"","groupName":"g","name":"n","hosts":[{"ip":"1","port":1,"metadata":{"token":1}}]}]}',
      /\/services\/0\/hosts\/0\/metadata\/token is a number/,
    ],
  ];
  for (const [text, problem] of wrong) {
    it(`refuses ${text.slice(0, 60) || 'nothing'}`, () => {
      const result = readDump(text);
      ok('problem' in result);
      match(result.problem, problem);
    });
  }

  it('never quotes a value, which might be a secret', () => {
    const result = readDump('{"registry":"etcd","kvs":[{"key":"k","value": hunter2}]}');
    ok('problem' in result && !result.problem.includes('hunter2'), JSON.stringify(result));
  });

  it('takes a byte order mark', () => {
    deepStrictEqual(readDump('\ufeff{"registry":"zookeeper","nodes":[]}'), {
      dump: { registry: 'zookeeper', nodes: [] },
    });
  });

  it('throws for no JSON', () => {
    const registry = fc.constantFrom('zookeeper', 'etcd', 'nacos', 'consul', 'eureka');
    fc.assert(
      fc.property(registry, fc.dictionary(fc.string(), fc.jsonValue()), (name, value) => {
        const result = readDump(JSON.stringify({ ...value, registry: name }));
        ok('dump' in result || 'problem' in result);
      }),
    );
  });
});

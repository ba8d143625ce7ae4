import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { redact } from '../../src/envoy/redact.js';
import { type Dump, openDump } from '../../src/inspect/dump.js';
import { formatTable } from '../../src/output/table.js';
import { dumpFolder, dumpOf, section, viewNames, views } from './dumps.js';

const sequence = '\u001b[31mred';

/** Shows everything of a dump, as the commands do, and gives all text that would reach a terminal. */
function showAll(dump: Dump): string {
  return viewNames
    .map((part) => {
      const view = views[part](dump);
      for (const object of view.objects()) JSON.stringify(redact(object));
      return (
        formatTable(view.headings, view.rows, { width: 100 }) + view.findings.map((each) => each.message).join('\n')
      );
    })
    .join('\n');
}

describe('truncated dumps', () => {
  const bytes = readFileSync(new URL('sidecar-mixed.json', dumpFolder));

  it('give a diagnostic and the rest, wherever they are cut', () => {
    let most = 0;
    for (let length = 0; length < bytes.length - 2; length += 997) {
      const dump = openDump('cut.json', bytes.subarray(0, length));
      assert.ok(
        dump.findings.some((each) => ['AER0601', 'AER0604'].includes(each.code)),
        `cut at ${length}`,
      );
      const rows = views.listeners(dump).rows.length + views.clusters(dump).rows.length;
      assert.ok(rows >= most, `cut at ${length}: fewer rows than of a shorter piece`);
      most = rows;
      showAll(dump);
    }
    assert.ok(most > 40);
  });

  it('name the place where they end', () => {
    const dump = openDump(
      'cut.json',
      Buffer.from(`{"configs":[{"@type":"${section.listeners}","dynamic_listeners":[{},{`),
    );
    const [found] = dump.findings;
    assert.equal(found?.code, 'AER0604');
    assert.match(found?.message ?? '', /ListenersConfigDump, after entry 1 of dynamic_listeners/);
  });

  it('with a whole section before the cut have its type, whatever the order of keys', () => {
    const text = `{"configs":[{"dynamic_listeners":[{"name":"a","active_state":{"listener":{"name":"a"}}}],"@type":"${section.listeners}"},{`;
    assert.equal(views.listeners(openDump('cut.json', Buffer.from(text))).rows.length, 1);
  });
});

describe('what is no dump', () => {
  for (const text of [
    '',
    ' ',
    'hello',
    '[]',
    '{"a":1}',
    'null',
    '42',
    '"configs"',
    '{"configs":',
    '\u0000',
    '<html>',
  ]) {
    it(JSON.stringify(text), () => {
      const dump = openDump('x', Buffer.from(text));
      showAll(dump);
      if (text !== '[]') assert.ok(dump.findings.some((each) => each.severity === 'error'));
    });
  }

  it('is not said of an empty one', () => {
    assert.deepEqual(openDump('x', Buffer.from('{"configs":[]}')).findings, []);
  });
});

describe('broken dumps', () => {
  it('show what comes before broken JSON', () => {
    const one = `{"@type":"${section.clusters}","static_clusters":[{"cluster":{"name":"a"}}]}`;
    const dump = openDump('x', Buffer.from(`{"configs":[${one},{"@type": oops}]}`));
    assert.deepEqual(
      views.clusters(dump).rows.map((row) => row[0]),
      ['a'],
    );
  });

  it('show the other entries when one is broken inside', () => {
    const list = '[{"cluster":{"name":"a"}},{"cluster":{"name": tru}},{"cluster":{"name":"c"}}, 7]';
    const dump = openDump('x', Buffer.from(`{"configs":[{"@type":"${section.clusters}","static_clusters":${list}}]}`));
    const view = views.clusters(dump);
    assert.deepEqual(
      view.rows.map((row) => row[0]),
      ['a', 'c'],
    );
    assert.deepEqual(
      view.findings.map((each) => each.code),
      ['AER0606', 'AER0606'],
    );
  });

  it('note an unknown section and one without a type', () => {
    const dump = dumpOf({ '@type': 'type.googleapis.com/x.y.NewDump', things: [1] }, { listeners: [] }, 5, null);
    assert.deepEqual(
      dump.findings.map((each) => each.code),
      ['AER0602', 'AER0603', 'AER0603', 'AER0603'],
    );
  });

  it('do not exhaust the stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = `{"configs":[{"@type":"${section.clusters}","static_clusters":[{"cluster":${deep}},{"cluster":{"name":"b"}}]}]}`;
    const view = views.clusters(openDump('x', Buffer.from(text)));
    assert.deepEqual(
      view.rows.map((row) => row[0]),
      ['b'],
    );
    assert.match(view.findings[0]?.message ?? '', /nested too deeply/);
  });

  it('of wrong types everywhere never throw, and say which field', () => {
    const dump = dumpOf({
      '@type': section.listeners,
      dynamic_listeners: [{ name: 5, active_state: { listener: { name: {}, address: [], filter_chains: { a: 1 } } } }],
    });
    const view = views.listeners(dump);
    assert.equal(view.rows.length, 1);
    assert.match(view.findings[0]?.message ?? '', /`name` is an object instead of a string/);
  });
});

describe('sequence sequences', () => {
  it('never reach the terminal', () => {
    const dump = dumpOf(
      { '@type': section.clusters, static_clusters: [{ cluster: { name: sequence, type: sequence } }] },
      {
        '@type': section.listeners,
        dynamic_listeners: [
          { name: sequence, error_state: { details: sequence }, active_state: { listener: { name: sequence } } },
        ],
      },
      {
        '@type': section.metaRoutes,
        dynamic_route_configs: [{ route_config: { name: sequence, routes: [{ name: sequence }] } }],
      },
    );
    const text = viewNames.map((part) => formatTable(views[part](dump).headings, views[part](dump).rows)).join('');
    assert.ok(!text.includes('\u001b'));
    assert.ok(text.includes('\\u001b[31mred'));
  });
});

describe('mutated dumps', () => {
  const original = JSON.parse(readFileSync(new URL('sidecar-dubbo.json', dumpFolder), 'utf8'));

  it('never throw, whatever any value is replaced with', () => {
    const paths: (readonly (string | number)[])[] = [];
    collect(original, [], paths);
    const junk = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.boolean(),
      fc.string(),
      fc.constant([]),
      fc.constant({}),
      fc.constant([null, 1, 'x', [[]]]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), junk, (path, value) => {
        showAll(openDump('x', Buffer.from(JSON.stringify(replaced(original, path, value)))));
      }),
      { numRuns: 400 },
    );
  });

  it('of random bytes never throw', () => {
    const text = JSON.stringify(original);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }), (at, junk) => {
        const bytes = Buffer.from(text);
        bytes.set(junk.subarray(0, bytes.length - at), at);
        showAll(openDump('x', bytes));
      }),
      { numRuns: 200 },
    );
  });
});

function collect(value: unknown, path: readonly (string | number)[], into: (readonly (string | number)[])[]): void {
  into.push(path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value))
    collect(child, [...path, Array.isArray(value) ? Number(key) : key], into);
}

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest, by) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, by) };
}

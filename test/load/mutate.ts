import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const cases = new URL('../../../shared/cases/', import.meta.url);
const golden = new URL('../golden/', import.meta.url);

/** Good documents with most of what YAML has, for mutations. */
const ownTexts: readonly string[] = [
  `# a router\napiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata:\n  name: demo\n  namespace: shop\n  labels: {app: demo, "v": '1', y: n}\nspec:\n  hosts:\n  - "demo.shop.svc.cluster.local" # the host\n  routes:\n    - name: 'a'\n      match:\n        attributes:\n          method: {prefix: say, regex: "^\\\\d+$"}\n      route:\n      - destination:\n          host: demo\n          port: {number: 0755}\n        weight: 1_0\n    - {name: b, route: [{destination: {host: x}}]}\n`,
  `%YAML 1.1\n---\nkind: &k Secret\napiVersion: v1\nmetadata: &m\n  name: a\nstringData:\n  <<: *m\n  text: |\n    first\n      second\n\n    third\n  folded: >-\n    one\n    two\n\n    three\n  ? long\n  : value\n  tagged: !!str 12\n  plain: several\n    lines\n  quoted: "several\n    lines \\u00e9 \\\n    joined"\n...\n---\nkind: List\napiVersion: v1\nitems:\n- kind: Service\n  apiVersion: v1\n  metadata: {name: x}\n- []\n`,
  '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "istio"},\n\t"data": {"mesh": "a: b\\n", "n": null, "l": [1, 2.5e3, true]}}\n',
];

function filesBelow(directory: URL, depth: number): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isDirectory()) return depth > 0 ? filesBelow(new URL(`${entry.name}/`, directory), depth - 1) : [];
      return /\.ya?ml$/.test(entry.name) ? [readFileSync(new URL(entry.name, directory), 'utf8')] : [];
    });
  } catch {
    return [];
  }
}

/** Longer texts only make the tests slower. */
const LONGEST = 4000;

/** Good inputs: our own, the goldens, and the shared cases where they are. */
export const goodTexts: readonly string[] = [
  ...ownTexts,
  ...new Set([...filesBelow(golden, 3), ...filesBelow(cases, 1)].filter(({ length }) => length <= LONGEST)),
];

const snippets: readonly string[] = [
  ...'\n\t\r :-?,[]{}#&*!|>\'"%@`~=<.0y\\_\u0000\u0085\u2028\ufeff\u{1f600}',
  '\n---\n',
  '\n...\n',
  '---',
  ': ',
  ' #',
  '- ',
  '? ',
  '\n  ',
  '\n- ',
  '{{ .Values.x }}',
  '{{- if x }}',
  '&a ',
  '*a',
  '<<: ',
  '!!str ',
  '|\n',
  '>-\n',
  '|2\n',
  '"',
  "'",
  '\\u',
  '\\x4',
  '0755',
  'null',
  '~: ',
  '[a, ',
  '{a: ',
  ']',
  '}',
  'y: ',
  '__proto__: ',
  '\r\n',
  '\ufeff',
  '%YAML 1.1\n',
  '%TAG ! x\n',
  '\u001b[31m',
];

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(60)),
  insert: fc.oneof(fc.constantFrom(...snippets), fc.constant('')),
});

/** A good text with a few characters put in, taken out or replaced, or cut off. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...goodTexts),
    fc.array(change, { minLength: 1, maxLength: 4 }),
    fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 6 }),
  )
  .map(([text, changes, cut]) => {
    let result = text;
    for (const { at, remove, insert } of changes) {
      const place = Math.floor(at * result.length);
      result = result.slice(0, place) + insert + result.slice(place + remove);
    }
    return cut === null ? result : result.slice(0, Math.floor(cut * result.length));
  });

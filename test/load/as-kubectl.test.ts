import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { decode } from '../../src/load/decode.js';
import { parseFile } from '../../src/load/parse.js';

const B = '\ufeff';
const d = (name: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;
const j = (name: string) => `{"apiVersion":"v1","kind":"Service","metadata":{"name":"${name}"}}`;

/** How files are put together, and where tabs stand. */
const files: Readonly<Record<string, string>> = {
  bom1: B + d('a'),
  bom2: `${d('a')}---\n${B}${d('b')}`,
  bomBeforeSep: `${d('a') + B}---\n${d('b')}`,
  bomFirstThenSep: `${B}---\n${d('a')}`,
  bom2comment: `${d('a')}---\n${B}# c\n${d('b')}`,
  bomAlone: `${d('a')}---\n${B}`,
  bomMidBlank: `${d('a')}---\n\n${B}${d('b')}`,
  bomMidLine: `${d('a') + B}spec: {}\n`,
  bomCrlf: `${d('a')}---\n${B}${d('b')}`.replace(/\n/g, '\r\n'),
  bomJson: B + j('a'),
  bomJson2: j('a') + B + j('b'),
  bomJson3: `${j('a')}\n${B}${j('b')}`,
  bomJsonDoc: `${d('a')}---\n${B}${j('b')}`,
  json2: j('a') + j('b'),
  json2nl: `${j('a')}\n${j('b')}\n`,
  json2comma: `${j('a')},\n${j('b')}`,
  jsonArray: `[${j('a')},${j('b')}]`,
  jsonTrail: `${j('a')} x`,
  jsonYaml: `${j('a')}\n---\n${d('b')}`,
  jsonSepJson: `${j('a')}\n---\n${j('b')}`,
  yamlThenJson2: `${d('a')}---\n${j('b')}\n${j('c')}`,
  jsonComment: `${j('a')}\n# c\n`,
  jsonBlankFirst: `\n  ${j('a')}${j('b')}`,
  jsonCommentFirst: `# c\n${j('a')}\n${j('b')}`,
  sepJsonJson: `---\n${j('a')}\n${j('b')}`,
  jsonFlowYaml: `{apiVersion: v1, kind: Service, metadata: {name: a}}\n---\n${d('b')}`,
  jsonFlow2: `${j('a')}\n{apiVersion: v1, kind: Service, metadata: {name: b}}`,
  json3bad: `${j('a')}\n${j('b')}\n{"a":`,
  jsonNull: `null\n---\n${d('a')}`,
  jsonNumber: `${j('a')}\n5\n${j('b')}`,
  jsonDupe: '{"a":1,"a":2}',
  jsonThenYamlNoSep: `${j('a')}\n${d('b')}`,
  sepContent: `${d('a')}--- ${d('b')}`,
  sepContentFlow: `${d('a')}--- {apiVersion: v1, kind: Service, metadata: {name: b}}\n`,
  sepFirstContent: '--- {apiVersion: v1, kind: Service, metadata: {name: a}}\n',
  sepText: `${d('a')}---b\n`,
  sepFour: `${d('a')}----\n${d('b')}`,
  sepComment: `${d('a')}--- # c\n${d('b')}`,
  sepCommentNoBlank: `${d('a')}---# c\n${d('b')}`,
  sepTab: `${d('a')}---\t\n${d('b')}`,
  sepTabComment: `${d('a')}---\t# c\n${d('b')}`,
  sepTag: `${d('a')}--- !!map\n${d('b')}`,
  sepAnchor: `${d('a')}--- &x\n${d('b')}`,
  sepBlock: `${d('a')}--- |\n text\n`,
  sepIndented: `${d('a')} ---\n${d('b')}`,
  sepCr: `${d('a')}---\n${d('b')}`.replace(/\n/g, '\r'),
  sepTwice: `${d('a')}---\n---\n${d('b')}`,
  sepEnd: `${d('a')}---`,
  sepEndText: `${d('a')}--- x`,
  inBlock: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  x: |\n    a\n---\n    b\n',
  inBlock2: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: "\n---\n"}\n',
  dots: `${d('a')}...\n`,
  dotsThen: `${d('a')}...\n${d('b')}`,
  dotsSep: `${d('a')}...\n---\n${d('b')}`,
  dotsText: `${d('a')}... x\n`,
  directive: `%YAML 1.1\n---\n${d('a')}`,
  directiveLater: `${d('a')}---\n%YAML 1.1\n---\n${d('b')}`,
  directiveDots: `${d('a')}...\n%YAML 1.1\n---\n${d('b')}`,
  tagDirective: `%TAG !e! tag:e,2000:\n---\n${d('a')}`,
  commentOnly: '# a\n',
  commentDoc: `# a\n---\n${d('a')}`,
  commentLast: `${d('a')}---\n# b\n`,
  empty: '',
  blank: '\n\n',
  nullDoc: `---\n~\n---\n${d('a')}`,
  tabIndent: 'apiVersion: v1\nkind: Service\nmetadata:\n\tname: a\n',
  tabAfterColon: 'apiVersion:\tv1\nkind: Service\nmetadata: {name: a}\n',
  tabBlank: 'apiVersion: v1\n\t\nkind: Service\nmetadata: {name: a}\n',
  tabComment: 'apiVersion: v1\n\t# c\nkind: Service\nmetadata: {name: a}\n',
  tabTrailing: 'apiVersion: v1\t\nkind: Service\nmetadata: {name: a}\n',
  tabTrailComment: 'apiVersion: v1\t# c\nkind: Service\nmetadata: {name: a}\n',
  tabFlow: 'apiVersion: v1\nkind: Service\nmetadata: {\n\tname: a}\n',
  tabBlockScalar: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  x: |\n    a\n\tb\n',
  tabBlockScalar2: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  x: |\n    a\n    \tb\n',
  tabBeforeDash: 'a:\n\t- b\n',
  tabAfterDash: 'a:\n-\tb\n',
  tabAfterDashMap: 'a:\n-\tb: c\n',
  tabFirst: '\tapiVersion: v1\n',
  tabFirstComment: `\t# c\n${d('a')}`,
  tabBlankFirst: `\t\n${d('a')}`,
  tabBlankLast: `${d('a')}\t\n`,
  tabBlankLastNoNl: `${d('a')}\t`,
  tabSpaceBlank: 'apiVersion: v1\nkind: Service\nmetadata:\n  \t\n  name: a\n',
  tabSpaceComment: 'apiVersion: v1\nkind: Service\nmetadata:\n  \t# c\n  name: a\n',
  tabIndent2: 'apiVersion: v1\nkind: Service\nmetadata:\n  \tname: a\n',
  tabIndent3: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  \tnamespace: b\n',
  tabQuoted: 'a: "b\n\tc"\n',
  tabPlainMulti: 'a: b\n\tc\n',
  tabPlainMulti2: 'a: b\n  \tc\n',
  tabKey: 'a\t: b\n',
  tabListBlank: 'a:\n- b\n\t\n- c\n',
  tabListComment: 'a:\n- b\n\t# d\n- c\n',
  tabAfterSep: `${d('a')}---\n\t\n${d('b')}`,
  tabCommentAfterSep: `${d('a')}---\n\t# x\n${d('b')}`,
  tabJson: '{\n\t"a":\t1\n}\n',
  tabJsonSep: `${d('a')}---\n{\n\t"a":\t1\n}\n`,
  tabFlowYaml: '{\n\ta: 1\n}\n',
};

/**
 * Where we read otherwise than kubectl, knowingly: `stricter` is an error of ours where kubectl drops something without
 * a word, or takes what is meant for something else.
 */
const stricter: ReadonlySet<string> = new Set([
  // A list is no resource for kubectl either, which says so later.
  'jsonArray',
  'jsonNumber',
  // kubectl passes over what follows the first JSON object of a YAML document, or drops the first of two equal keys.
  'yamlThenJson2',
  'jsonCommentFirst',
  'sepJsonJson',
  'jsonDupe',
  // Tabs within brackets and quotes, which the next reader may refuse.
  'tabFlow',
  'tabQuoted',
  'tabFlowYaml',
  // What is cut off in a block scalar leaves a text, which is no resource.
  'inBlock',
  // A lone CR ends a line for the YAML parser and not for kubectl, which then reads one document of the two.
  'sepCr',
]);

interface GoReading {
  readonly values: readonly { readonly metadata?: { readonly name?: string } }[];
  readonly error?: string;
}

function readWithGo(texts: readonly string[]): readonly GoReading[] | undefined {
  try {
    execFileSync('go', ['version'], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  const cwd = fileURLToPath(new URL('./godecoder/', import.meta.url));
  return JSON.parse(execFileSync('go', ['run', '.'], { cwd, input: JSON.stringify(texts) }).toString());
}

function ours(content: string): { readonly names: readonly (string | undefined)[]; readonly refused: boolean } {
  const decoded = decode(Buffer.from(content), 'file');
  assert.ok('text' in decoded);
  const { documents } = parseFile(decoded.text, 'file', { namespace: 'default' });
  return {
    names: documents.flatMap((each) => {
      if (each.status === 'resource') return [each.resource.name];
      return each.status === 'skipped' && !each.reason.includes('...') ? [each.id.name] : [];
    }),
    refused: documents.some(({ status }) => status === 'invalid'),
  };
}

describe('files, cut into documents as kubectl cuts them', () => {
  it('as k8s.io/apimachinery reads them', function () {
    this.timeout(300_000);
    const names = Object.keys(files);
    const readings = readWithGo(Object.values(files));
    if (readings === undefined) this.skip();
    for (const [index, name] of names.entries()) {
      const { values, error }: GoReading = readings[index] ?? { values: [] };
      const { names: found, refused } = ours(files[name] ?? '');
      if (stricter.has(name)) {
        assert.ok(refused || found.length !== values.length || error === undefined, name);
        continue;
      }
      assert.equal(refused, error !== undefined, `${name}: ${error}`);
      // Of a file that kubectl refuses we read what we can.
      if (error === undefined) {
        assert.deepStrictEqual(
          found,
          values.map(({ metadata }) => metadata?.name),
          name,
        );
      }
    }
  });

  it('says which line to mend', () => {
    const findings = (text: string) => {
      const parsed = parseFile(text, 'file', { namespace: 'default' });
      return parsed.findings.map((each) => `${each.code} ${each.line ?? ''}`.trim());
    };
    assert.deepStrictEqual(findings(`${d('a')}--- ${d('b')}`), ['AER0050 4']);
    assert.deepStrictEqual(findings(`${d('a')}...\n${d('b')}`), ['AER0051 5']);
    assert.deepStrictEqual(findings(`%YAML 1.1\n---\n${d('a')}`), ['AER0052 1']);
  });

  it('takes linear time for JSON', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => j(`a${index}`)).join('\n');
    assert.equal(ours(many).names.length, 20_000);
    const started = process.cpuUsage().user;
    ours(`${'{'.repeat(50_000)}${'}\n'.repeat(50_000)}x`);
    assert.ok(process.cpuUsage().user - started < 5e6);
  });
});

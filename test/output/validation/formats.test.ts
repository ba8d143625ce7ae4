import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { load as parse } from 'js-yaml';
import { load } from '../../../src/load/load.js';
import { parseYaml } from '../../../src/load/parse-yaml.js';
import { palette } from '../../../src/output/colour.js';
import { type ValidationFormatName, validationFormats } from '../../../src/output/validation/formats.js';
import { escapeXml } from '../../../src/output/xml.js';
import { defaultTranslateOptions } from '../../../src/translate/options.js';
import { makeValidation, type Validation } from '../../../src/validate/results.js';
import { layers, validate } from '../../../src/validate/validate.js';

const folder = 'test/golden/mistakes';

async function validation(paths: readonly string[]): Promise<Validation> {
  const loaded = await load(paths, { namespace: 'default', exclude: [] });
  const judged = loaded.documents.flatMap((document) => (document.status === 'resource' ? [document.resource] : []));
  const options = { layers: new Set(layers), translate: defaultTranslateOptions, parseYaml };
  const findings = await validate({ judged, known: [] }, options);
  return makeValidation(loaded, [...loaded.findings, ...findings], 'info');
}

async function print(format: ValidationFormatName, value: Validation): Promise<string> {
  return (await validationFormats[format]())(value, { style: { palette: palette(false) }, version: '1.2.3' });
}

const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly homepage?: string };

describe('outputs of validate', () => {
  let value: Validation;
  before(async () => {
    value = await validation([folder]);
  });

  it('SARIF is valid against its schema, and names a rule with a page for each result', async () => {
    const sarif = JSON.parse(await print('sarif', value)) as {
      runs: {
        tool: { driver: { rules: { id: string; help: { markdown: string }; helpUri?: string }[] } };
        results: { ruleId: string; ruleIndex: number }[];
      }[];
    };
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const check = ajv.compile(JSON.parse(readFileSync('test/output/validation/sarif-2.1.0.json', 'utf8')) as object);
    check(sarif);
    assert.deepStrictEqual(check.errors ?? [], []);
    const [run] = sarif.runs;
    assert.ok(run && run.results.length === value.diagnostics.length && run.results.length > 20);
    const { rules } = run.tool.driver;
    for (const { ruleId, ruleIndex } of run.results) {
      const { id, help, helpUri } = rules[ruleIndex] ?? { id: '', help: { markdown: '' } };
      assert.equal(id, ruleId);
      // The page itself is there; an address only once the project has one.
      assert.match(help.markdown, new RegExp(`^# ${ruleId}: `));
      assert.equal(helpUri === undefined, packageJson.homepage === undefined);
    }
  });

  it('JSON and YAML say the same', async () => {
    const json = JSON.parse(await print('json', value)) as Validation;
    assert.deepStrictEqual(parse(await print('yaml', value)), json);
    assert.deepStrictEqual(Object.keys(json), ['summary', 'results']);
    const { summary, results } = json;
    assert.equal(summary.resources, results.length);
    assert.equal(summary.valid + summary.invalid + summary.skipped, results.length);
    assert.equal(results.filter(({ status }) => status === 'invalid').length, summary.invalid);
    const severities = results.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity));
    assert.equal(severities.filter((severity) => severity === 'error').length, summary.errors);
    assert.equal(severities.filter((severity) => severity === 'warning').length, summary.warnings);
  });

  it('JUnit counts its cases and failures, and is well-formed', async () => {
    const xml = await print('junit', value);
    const count = (pattern: RegExp): number => xml.match(pattern)?.length ?? 0;
    assert.match(
      xml,
      new RegExp(`^<\\?xml [^>]*>\\n<testsuites name="aeraki validate" tests="${value.results.length}"`),
    );
    assert.equal(count(/<testcase /g), value.results.length);
    assert.equal(count(/<failure /g), value.summary.invalid);
    assert.deepStrictEqual(unbalanced(xml), []);
  });

  it('GitHub annotations stand on the place and cannot be broken out of', async () => {
    const lines = (await print('github', value)).trimEnd().split('\n');
    assert.equal(lines.length, value.diagnostics.length);
    for (const line of lines)
      assert.match(line, /^::(?:error|warning|notice) file=[^,]+,line=\d+,col=\d+,title=AER\d{4}::.+$/);
    const [first] = value.diagnostics;
    assert.ok(first);
    const evil = { ...first, file: 'a,b:c%.yaml', message: 'x\n::error::y % z' };
    const text = await print('github', { ...value, diagnostics: [evil] });
    assert.equal(text.split('\n').length, 2);
    assert.match(text, /file=a%2Cb%3Ac%25\.yaml,/);
    assert.match(text, /y %25 z/);
  });

  it('says nothing in text when there is nothing to say', async () => {
    const fine = await validation([`${folder}/fine`]);
    assert.equal(await print('log', fine), '');
    assert.equal(await print('github', fine), '');
  });

  it('writes for XML what it cannot hold', () => {
    assert.equal(escapeXml('a<b>&"\'\u001b[0m\ud800'), 'a&lt;b&gt;&amp;&quot;&apos;\\u001b[0m\\ud800');
    assert.equal(escapeXml('😀\n::error::x'), '😀\\u000a::error::x');
  });
});

/** The tags that are not closed in order. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [tag, close, name = '', rest = ''] of xml.matchAll(/<(\/?)([a-z-]+)((?:\s+[\w]+="[^"<]*")*\s*\/?)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) return [tag];
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return open;
}

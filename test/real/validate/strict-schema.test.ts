import assert from 'node:assert/strict';
import { Agent, request } from 'node:https';
import { parseFile } from '../../../src/load/parse.js';
import { type CheckSchema, loadSchemaCheck } from '../../../src/schema/check.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { requirePart } from '../parts/require-part.js';
import { type Kind, kinds, Random, toText, valid } from './generate.js';
import { mutate } from './mutate.js';

interface Case {
  readonly kind: Kind;
  readonly text: string;
}

/** Documents of these kinds, a third of them as the schema wants them; the same for the same seed. */
function documents(of: readonly Kind[], count: number, seed: number): readonly Case[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = random.pick(of);
    const { apiVersion } = kind;
    const spec = valid(kind.schema.properties?.spec ?? {}, random);
    const document: Record<string, unknown> = { apiVersion, kind: kind.kind, metadata: { name: `d${index}` }, spec };
    if (random.chance(0.67)) mutate(document, random, Object.keys(kind.schema.properties?.spec?.properties ?? {}));
    return { kind, text: toText(document) };
  });
}

/** What our loader and schema layer object to. */
function ours(check: CheckSchema, { text }: Case): readonly string[] {
  const parsed = parseFile(text, 'case.json', { namespace: 'default' });
  const findings = parsed.documents.flatMap((document) =>
    document.status === 'resource' ? check(document.resource) : document.status === 'invalid' ? document.findings : [],
  );
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, pointer = '', message }) => `${code} ${pointer} ${message}`);
}

describe('the schema layer says what a strict dry run of a real kube-apiserver says', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  before(async function () {
    requirePart(this, 'apiserver');
    requirePart(this, 'etcd');
    server = await startApiServer({ crds: true });
  });
  after(() => server?.stop());

  const all = kinds();
  const aeraki = all.filter(({ apiVersion }) => apiVersion.includes('aeraki.io'));
  const istio = all.filter(({ apiVersion }) => apiVersion.includes('istio.io'));

  it("of 3,000 documents of Aeraki's five kinds", () => compare(documents(aeraki, 3000, 5)));

  // Of 8080.0 a client such as kubectl makes 8080 before it sends it; a CEL rule would refuse it as it stands.
  it("of 2,000 documents of Istio's kinds, CEL rules included", () =>
    compare(documents(istio, 2000, 7).map((one) => ({ ...one, text: JSON.stringify(JSON.parse(one.text)) }))));

  async function compare(cases: readonly Case[]): Promise<void> {
    assert.ok(server);
    const check = await loadSchemaCheck(all.map(({ kind }) => kind));
    const answers = await dryRuns(server, cases);
    const different = cases.flatMap((one, index) => {
      const { ok, words } = answers[index] ?? { ok: false, words: 'no answer' };
      const errors = ours(check, one);
      return ok === (errors.length === 0) ? [] : [{ text: one.text, theirs: words, ours: errors }];
    });
    const refused = answers.filter(({ ok }) => !ok).length;
    assert.deepStrictEqual(different.slice(0, 20), [], `${different.length} of ${cases.length} differ`);
    // Both verdicts are there, or the comparison would say nothing.
    assert.ok(refused > cases.length / 5 && refused < cases.length * 0.8, `${refused} were refused`);
  }
});

interface Answer {
  readonly ok: boolean;
  readonly words: string;
}

/** Posts the texts as they are: a client library would print the numbers anew. */
async function dryRuns({ admin }: ApiServer, cases: readonly Case[]): Promise<readonly Answer[]> {
  const agent = new Agent({ ca: admin.ca, keepAlive: true, maxSockets: 8 });
  const post = ({ kind, text }: Case): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' };
      const url = `${admin.server}${kind.path}?dryRun=All&fieldValidation=Strict`;
      const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          body += part;
        });
        response.once('error', reject).once('end', () => {
          const ok = response.statusCode === 201;
          resolve({ ok, words: ok ? '' : String((JSON.parse(body) as { message?: unknown }).message) });
        });
      });
      outgoing.once('error', reject).end(text);
    });
  try {
    return await Promise.all(cases.map(post));
  } finally {
    agent.destroy();
  }
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import type { Finding } from '../../../src/diagnostics/diagnostic.js';
import type { Resource } from '../../../src/model/resource.js';
import { isStructural, loadSchemaCheck } from '../../../src/schema/check.js';
import { loadWebhookCheck } from '../../../src/validate/webhook/check.js';
import { resourceOf } from '../resource.js';

interface Verdict {
  readonly name: string;
  readonly valid: boolean;
  readonly warnings?: number;
  readonly reference?: readonly string[];
}

interface Refused {
  readonly case: string;
  readonly kind: string;
  readonly name: string;
}

const shared = '../shared';

function resourcesIn(file: string): Resource[] {
  return loadAll(readFileSync(file, 'utf8'))
    .filter((document) => document !== null)
    .map((document) => resourceOf(document));
}

async function judge(resources: readonly Resource[]): Promise<(resource: Resource) => readonly (readonly Finding[])[]> {
  const schema = await loadSchemaCheck(resources.map(({ kind }) => kind));
  const webhook = await loadWebhookCheck(resources);
  return (resource) => {
    const first = schema(resource);
    return [first, first.some(isStructural) ? [] : webhook(resource)];
  };
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

describe('webhook layer', () => {
  it('agrees with the 250 verdicts and warning counts', async () => {
    const verdicts = JSON.parse(readFileSync(`${shared}/cases-validate/verdicts.json`, 'utf8')) as Verdict[];
    const resources = resourcesIn(`${shared}/cases-validate/metarouters.yaml`);
    assert.equal(resources.length, verdicts.length);
    const check = await judge(resources);
    const ours = resources.map((resource) => {
      const [schema = [], webhook = []] = check(resource);
      const valid = ![...schema, ...webhook].some(isError);
      const warnings = webhook.filter(({ severity }) => severity === 'warning').length;
      return { name: resource.name, valid, warnings: valid ? warnings : 0 };
    });
    const theirs = verdicts.map(({ name, valid, warnings = 0 }) => ({ name, valid, warnings }));
    assert.deepStrictEqual(ours, theirs);
  });

  it('refuses in the shared translation cases exactly what the webhook refuses', async () => {
    const refused = JSON.parse(readFileSync(`${shared}/cases-validate/refused-in-cases.json`, 'utf8')) as Refused[];
    const ours: string[] = [];
    for (const folder of readdirSync(`${shared}/cases`).sort()) {
      if (folder === 'README.md') continue;
      const resources = resourcesIn(`${shared}/cases/${folder}/input.yaml`);
      const check = await judge(resources);
      for (const resource of resources) {
        const [schema = [], webhook = []] = check(resource);
        const errors = [...schema, ...webhook].filter(isError).map(({ message }) => message);
        const where = `${folder}: ${resource.kind} ${resource.name}`;
        if (/^(?:demo|e2e)-/.test(folder)) assert.deepStrictEqual(errors, [], where);
        if (resource.kind !== 'MetaRouter' && resource.kind !== 'ApplicationProtocol') continue;
        assert.deepStrictEqual(schema.filter(isError), [], where);
        if (errors.length > 0) ours.push(`${folder} ${resource.kind} ${resource.name}`);
      }
    }
    const theirs = refused.map((one) => `${one.case} ${one.kind} ${one.name}`);
    assert.deepStrictEqual(ours.sort(), theirs.sort());
  });
});

import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { attributeName } from '../match/attributes.js';
import type { Resource } from '../model/resource.js';
import type { Expectation, RouteTest, RouteTestCase } from '../model/route-test.js';

/** What is wrong with a test besides its shape, which the schema layer has seen to. */
export function checkTest(test: Resource<RouteTest>): readonly Finding[] {
  return (test.object.spec?.cases ?? []).flatMap((one, index) => {
    const name = one.name || `cases[${index}]`;
    const pointer = `/spec/cases/${index}`;
    return [...contradictions(test, one, { name, pointer }), ...twins(test, one, { name, pointer })];
  });
}

interface Place {
  readonly name: string;
  readonly pointer: string;
}

const excluded: readonly (keyof Expectation)[] = [
  'route',
  'cluster',
  'clusters',
  'mirrors',
  'requestMutation',
  'responseMutation',
  'limited',
];

function contradictions(resource: Resource, { expect }: RouteTestCase, { name, pointer }: Place): readonly Finding[] {
  if (expect?.noRoute !== true) return [];
  const field = excluded.find((key) => isSomething(expect[key]));
  if (field === undefined) return [];
  const at = { resource, pointer: `${pointer}/expect/${field}`, at: 'key' } as const;
  return [finding('AER0803', { name, field }, at)];
}

/** `limited: false` and empty lists go with no route. */
function isSomething(value: unknown): boolean {
  if (value === undefined || value === false) return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

function twins(resource: Resource, { attributes = {} }: RouteTestCase, { name, pointer }: Place): readonly Finding[] {
  const seen = new Set<string>();
  return Object.keys(attributes).flatMap((attribute) => {
    const folded = attributeName(attribute);
    if (!seen.has(folded)) {
      seen.add(folded);
      return [];
    }
    const at = { resource, pointer: `${pointer}/attributes/${segment(attribute)}`, at: 'key' } as const;
    return [finding('AER0804', { name, attribute: folded }, at)];
  });

  function segment(key: string): string {
    return key.replaceAll('~', '~0').replaceAll('/', '~1');
  }
}

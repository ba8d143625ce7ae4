import type { KeyValue, MetaRouter } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';

/** Longest key and value, in octets (the proto rules of Envoy's HeaderValue). */
const LONGEST = 16_384;

/** Mutations that the proto rules of the proxy refuse. Keys like `host` and percent signs are taken as they are. */
export const refusedMutations: AnalysisRule = {
  codes: ['AER0815'],
  byEntry: true,
  check(context) {
    for (const router of context.index.metaRouters) {
      for (const [route, pointer] of items(router.object.spec?.routes, '/spec/routes')) {
        checkMutations(route.requestMutation, `${pointer}/requestMutation`, router, context);
        checkMutations(route.responseMutation, `${pointer}/responseMutation`, router, context);
      }
    }
  },
};

function checkMutations(
  list: readonly KeyValue[] | undefined,
  parent: string,
  router: Resource<MetaRouter>,
  { report }: AnalysisContext,
): void {
  for (const [{ key = '', value = '' }, at] of items(list, parent)) {
    // An empty key is one for the webhook's rules.
    const refused = key === '' ? undefined : refusalOfMutation(key, value);
    if (refused === undefined) continue;
    const { part, why, cure } = refused;
    report('AER0815', router, `${at}/${part}`, { key: JSON.stringify(key.slice(0, 80)), why, cure });
  }
}

/** Why the proxy does not take a mutation; undefined: it does. */
export function refusalOfMutation(
  key: unknown,
  value: unknown,
): { readonly part: 'key' | 'value'; readonly why: string; readonly cure: string } | undefined {
  if (key === '') return { part: 'key', why: 'the key is empty', cure: 'Give it a key.' };
  for (const [part, text] of [['key', key] as const, ['value', value] as const]) {
    // What is no text is for the schema to say.
    if (typeof text !== 'string') continue;
    if (/[\0\r\n]/.test(text)) {
      return { part, why: `the ${part} has a line end or a NUL`, cure: `Take it out of the ${part}.` };
    }
    if (Buffer.byteLength(text) > LONGEST) {
      return { part, why: `the ${part} is longer than ${LONGEST} octets`, cure: `Use a shorter ${part}.` };
    }
  }
  return undefined;
}

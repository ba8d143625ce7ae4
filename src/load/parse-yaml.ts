import { finding } from '../diagnostics/diagnostic.js';
import { expand } from './expand.js';
import { createFastParser } from './fast-parse.js';
import { fullParse } from './full-parse.js';
import { split } from './split.js';
import type { Problem } from './tree.js';

/**
 * The first YAML document of a text as Istio reads its mesh config (yaml.v2 without strictness): of a key that stands
 * twice the last counts, and further documents are passed over. Raises an Error.
 */
export function parseYaml(whole: string): unknown {
  const [slice] = split(whole);
  const text = slice === undefined ? '' : whole.slice(slice.start, slice.end);
  const quick = createFastParser()(text);
  if (quick !== undefined) return quick.value;
  const parsed = fullParse(text, 0);
  if ('problem' in parsed) throw new Error(messageOf(parsed.problem));
  if (parsed.root === undefined) return undefined;
  const { value, problems } = expand(parsed.root);
  const first = problems.find(({ code }) => code !== 'AER0005');
  if (first) throw new Error(messageOf(first));
  return value;
}

function messageOf({ code, args }: Problem): string {
  return finding(code, args, {}).message;
}

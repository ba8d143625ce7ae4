import { finding } from '../diagnostics/diagnostic.js';
import { expand } from './expand.js';
import { createFastParser } from './fast-parse.js';
import { fullParse } from './full-parse.js';
import type { Problem } from './tree.js';

/** One YAML document as Kubernetes reads it, for text that is no input of its own (a mesh config). Raises an Error. */
export function parseYaml(text: string): unknown {
  const quick = createFastParser()(text);
  if (quick !== undefined) return quick.value;
  const parsed = fullParse(text, 0);
  if ('problem' in parsed) throw new Error(messageOf(parsed.problem));
  if (parsed.root === undefined) return undefined;
  const { value, problems } = expand(parsed.root);
  const [first] = problems;
  if (first) throw new Error(messageOf(first));
  return value;
}

function messageOf({ code, args }: Problem): string {
  return finding(code, args, {}).message;
}

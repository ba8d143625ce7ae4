import type { Finding } from '../diagnostics/diagnostic.js';
import { unescapePointer } from '../diagnostics/pointer.js';

/**
 * The finding with a hint where the value that it is about is a placeholder that something else has to fill in first:
 * `${NAME}` of envsubst, `{{ … }}` of Helm. The value itself is then not to blame.
 */
export function withTemplateHint(finding: Finding): Finding {
  const value = valueAt(finding.resource?.object, finding.pointer ?? '');
  const hint = typeof value === 'string' ? hintFor(value) : undefined;
  return hint === undefined ? finding : { ...finding, message: `${finding.message} ${hint}` };
}

function hintFor(value: string): string | undefined {
  if (/\$\{[A-Za-z_]\w*(?:[:?=+-][^}]*)?\}/.test(value)) {
    return 'It looks like a variable that is not filled in: render it first (envsubst, or the tool that fills it in).';
  }
  return value.includes('{{') ? 'It looks like a template: render it first (helm template).' : undefined;
}

/** What stands at a JSON pointer; undefined where there is nothing. */
function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = unescapePointer(step);
    value = Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return value;
}

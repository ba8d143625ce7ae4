import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { FieldReader } from '../envoy/fields.js';
import { redactText } from '../envoy/redact.js';
import type { JsonObject } from '../model/envoy.js';

/** What the proxy said when it refused an update. */
export interface ErrorState {
  /** The proxy's own words, on one line, without passwords. */
  readonly details: string;
  readonly failed: JsonObject | undefined;
}

/** Reads `error_state` of a dynamic listener, cluster or route; undefined when the last update was accepted. */
export function readErrorState(entry: JsonObject, reader: FieldReader): ErrorState | undefined {
  const state = reader.object(entry, 'error_state');
  if (state === undefined) return undefined;
  const details = redactText(reader.text(state, 'details'))
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return {
    details: details === '' ? 'no reason given' : details,
    failed: reader.object(state, 'failed_configuration'),
  };
}

/** Collects what a proxy refused; one finding for all objects of a kind that it refused with the same words. */
export class Refusals {
  readonly #names = new Map<string, { readonly kind: string; readonly details: string; readonly names: string[] }>();

  add(kind: string, name: string, details: string): void {
    const key = `${kind}\n${details}`;
    const known = this.#names.get(key);
    if (known === undefined) this.#names.set(key, { kind, details, names: [name] });
    else known.names.push(name);
  }

  findings(file: string): readonly Finding[] {
    return [...this.#names.values()].map(({ kind, details, names }) => {
      const shown = names.slice(0, 3).map((each) => each || 'without a name');
      const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
      const what = `${kind}${names.length > 1 ? 's' : ''} ${shown.join(', ')}${more}`;
      return finding('AER0608', { what, details: sentence(details), cure: cure(details) }, { file });
    });
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function cure(details: string): string {
  const [, extension] = /registered implementation for (?:name: )?'([^']+)'/.exec(details) ?? [];
  if (extension !== undefined) {
    const image = extension.includes('meta_protocol') || extension.includes('dubbo.rbac');
    return image
      ? `The image of the sidecar does not contain ${extension}: use Aeraki's proxy image (docs: https://www.aeraki.net/docs/v1.x/quickstart/) and restart the pod.`
      : `The image of the sidecar does not contain ${extension}: use an image that does (Envoy's contrib image has the extensions under contrib), and restart the pod.`;
  }
  if (/unknown cluster/i.test(details))
    return 'The cluster that it names is not in the proxy: see `aeraki proxy-config clusters`.';
  return 'See which rule makes it with `aeraki translate`, and mend that rule.';
}

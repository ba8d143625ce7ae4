import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { JsonObject } from '../model/envoy.js';
import type { FieldReader } from './fields.js';
import { redactText } from './redact.js';

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

/** The finding for a refused object, with the cure where the proxy's words show it. */
export function refusedFinding(file: string, kind: string, name: string, details: string): Finding {
  return finding(
    'AER0608',
    { kind, name: name === '' ? 'without a name' : name, details, cure: cure(details) },
    { file },
  );
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

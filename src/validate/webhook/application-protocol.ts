import type { ApplicationProtocolSpec } from '../../model/aeraki.js';
import type { WebhookRule } from './rule.js';

/** An ApplicationProtocol names a protocol and its codec. */
export const applicationProtocol: WebhookRule<ApplicationProtocolSpec> = {
  kind: 'ApplicationProtocol',
  check(spec, { report, resource }) {
    for (const field of ['protocol', 'codec'] as const) {
      const value = spec[field];
      if (value !== undefined && value !== '') continue;
      const parent = resource.object.spec === undefined ? '' : '/spec';
      report('AER0232', value === undefined ? parent : `/spec/${field}`, { field });
    }
  },
};

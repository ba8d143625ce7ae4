import { shownValue } from '../envoy/redact.js';
import type { MetaKeyValue } from '../model/envoy.js';
import type { Decision } from './decision.js';

/** A decision in which no header that is set shows a credential. */
export function withoutSecrets(decision: Decision): Decision {
  return {
    ...decision,
    requestMutation: decision.requestMutation.map(shown),
    responseMutation: decision.responseMutation.map(shown),
  };
}

function shown(pair: MetaKeyValue): MetaKeyValue {
  return pair.value === undefined ? pair : { ...pair, value: shownValue(pair.key ?? '', pair.value) };
}

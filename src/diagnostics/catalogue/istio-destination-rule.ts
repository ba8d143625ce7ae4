import type { Entry } from '../entry.js';

/** AER1157–1163: DestinationRule, as istiod's admission has them. */
export const istioDestinationRule = {
  AER1157: {
    severity: 'error',
    layer: 'istio',
    title: 'Policy that says nothing',
    text: 'This {what} is empty, and Istio refuses it. Add a field, or remove it.',
    explanation:
      'istiod wants at least one part: connectionPool, loadBalancer, outlierDetection, tls or portLevelSettings (http or tcp in a connectionPool).',
    cure: 'Remove it, or fill it in.',
  },
  AER1158: {
    severity: 'error',
    layer: 'istio',
    title: 'Subset twice',
    text: 'The subset "{name}" is there twice. Istio refuses that since 1.2x. Rename or remove one.',
    explanation: 'A cluster is made for each name. Older versions of Istio take the object, and use the last one.',
    cure: 'Give each subset its own name.',
  },
  AER1159: {
    severity: 'error',
    layer: 'istio',
    title: 'Load balancing that Istio refuses',
    text: 'This loadBalancer is refused: {why}. {cure}.',
    explanation: 'istiod refuses what Envoy cannot build a ring or a table of.',
    cure: 'Correct the settings.',
  },
  AER1160: {
    severity: 'error',
    layer: 'istio',
    title: 'Locality settings that Istio refuses',
    text: 'These locality settings are refused or without effect: {why}. {cure}.',
    explanation:
      'Traffic is either distributed by shares, which add up to 100, or fails over between regions, which needs outlierDetection.',
    cure: 'Correct the settings.',
  },
  AER1161: {
    severity: 'error',
    layer: 'istio',
    title: 'Outlier detection that Istio refuses',
    text: 'This outlierDetection is refused: {why}. {cure}.',
    explanation: 'Percentages are between 0 and 100.',
    cure: 'Correct the settings.',
  },
  AER1162: {
    severity: 'error',
    layer: 'istio',
    title: 'TLS settings that Istio refuses',
    text: 'These TLS settings are refused: {why}. {cure}.',
    explanation: 'Certificates come from files or from credentialName; MUTUAL needs one of the client.',
    cure: 'Keep one source of certificates, and make it whole.',
  },
  AER1163: {
    severity: 'error',
    layer: 'istio',
    title: 'Traffic policy that Istio refuses',
    text: 'This policy is refused: {why}. {cure}.',
    explanation: 'istiod checks the numbers and which fields exclude each other.',
    cure: 'Correct the policy.',
  },
} as const satisfies Record<string, Entry>;

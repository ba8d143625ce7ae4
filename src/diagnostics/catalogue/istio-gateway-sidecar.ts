import type { Entry } from '../entry.js';

/** AER1164–1169, AER1195–1199: Gateway, Sidecar, EnvoyFilter, as istiod's admission has them. */
export const istioGatewaySidecar = {
  AER1164: {
    severity: 'error',
    layer: 'istio',
    title: 'Gateway that is not whole',
    text: 'This Gateway is refused: {why}. {cure}.',
    explanation: 'A Gateway has servers, each with hosts and a port with number, name and protocol.',
    cure: 'Make it whole.',
  },
  AER1165: {
    severity: 'error',
    layer: 'istio',
    title: 'Port name twice in a Gateway',
    text: 'The port name "{name}" is there twice in this Gateway, and Istio refuses that. Rename one.',
    explanation: 'Servers are told apart by the names of their ports.',
    cure: 'Give each port its own name.',
  },
  AER1166: {
    severity: 'error',
    layer: 'istio',
    title: 'TLS that does not fit the protocol',
    text: 'This server is refused or without effect: {why}. {cure}.',
    explanation: 'HTTPS and TLS need tls; plain protocols take none (HTTP may redirect).',
    cure: 'Make protocol and tls fit.',
  },
  AER1167: {
    severity: 'error',
    layer: 'istio',
    title: 'TLS settings of a server that Istio refuses',
    text: 'These TLS settings are refused or without effect: {why}. {cure}.',
    explanation: 'What certificates a server needs hangs on its mode.',
    cure: 'Correct the settings.',
  },
  AER1168: {
    severity: 'error',
    layer: 'istio',
    title: 'Sidecar that Istio refuses',
    text: 'This Sidecar is refused or unclear: {why}. {cure}.',
    explanation: 'istiod checks each listener of a Sidecar by itself, and that they do not contradict each other.',
    cure: 'Correct the listener.',
  },
  AER1169: {
    severity: 'error',
    layer: 'istio',
    title: 'Host without its namespace or its full name',
    text: 'The host "{host}" is refused: {why}. {cure}.',
    explanation:
      'Sidecars name hosts as NAMESPACE/FULL.NAME, where namespace may be "." (own) or "*" (all); Gateways may leave the namespace out. Short names are refused in both.',
    cure: 'Write NAMESPACE/FULL.NAME.',
  },
  AER1195: {
    severity: 'info',
    layer: 'istio',
    title: 'EnvoyFilters go past Istio',
    text: 'This EnvoyFilter changes what Istio makes for the proxy, which may be another thing after an upgrade. Prefer other objects where there are some.',
    explanation:
      'istiod says so of every EnvoyFilter. Aeraki makes EnvoyFilters by itself; hand-written ones should be few.',
    cure: 'Keep hand-written EnvoyFilters few, and test them at upgrades.',
  },
  AER1196: {
    severity: 'warning',
    layer: 'istio',
    title: 'Filter by its old name',
    text: 'The filter "{name}" has another name since Envoy 1.20: {better}. Write that.',
    explanation: 'istiod still translates some old names, with a warning.',
    cure: 'Write the name that Envoy has today.',
  },
  AER1197: {
    severity: 'error',
    layer: 'istio',
    title: 'Configuration that Istio cannot read',
    text: 'This piece of configuration is refused or unclear: {why}. {cure}.',
    explanation: "istiod reads the value as a piece of Envoy's configuration.",
    cure: 'Correct the value.',
  },
} as const satisfies Record<string, Entry>;

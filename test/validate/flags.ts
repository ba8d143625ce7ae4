import type { ValidateFlags } from '../../src/command/validate/run.js';

/** The flags of `aeraki validate` as they are when none is given. */
export const validateFlags: ValidateFlags = {
  output: 'log',
  layers: [],
  'schema-only': false,
  'failure-threshold': 'error',
  'output-threshold': 'info',
  suppress: [],
  'context-path': [],
  'namespace-scoped': false,
  'cluster-domain': 'cluster.local',
  verbose: false,
};

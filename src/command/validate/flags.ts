import { Flags } from '@oclif/core';
import { validationFormatNames } from '../../output/validation/formats.js';
import { judgingFlags } from '../input/judging-flags.js';
import { clusterDomainFlag } from '../input/mesh-flags.js';
import { outputFlag, resourceFlags } from '../shell/flags.js';
import { treeMay } from '../shell/trust.js';
import { watchFlags } from '../shell/watch-flags.js';

const severities = ['error', 'warning', 'info'] as const;

/** The flags of `aeraki validate`. */
export const validateFlags = {
  ...resourceFlags,
  output: outputFlag(validationFormatNames, 'log'),
  ...judgingFlags,
  'failure-threshold': treeMay(
    Flags.option({
      summary: 'End with code 79 for findings of this severity or above.',
      options: severities,
      default: 'error',
    })(),
  ),
  'namespace-scoped': treeMay(Flags.boolean({ summary: 'The in-cluster Aeraki runs in namespace-scoped mode.' })),
  ...clusterDomainFlag,
  fix: Flags.boolean({ summary: 'Rewrite what is safe to correct, and print the difference.' }),
  ...watchFlags('Validate again whenever an input changes, and show what changed (--watch=full: all).', ['fix']),
};

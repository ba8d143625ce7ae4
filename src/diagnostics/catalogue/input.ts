import type { Entry } from '../entry.js';

/** AER00xx: what cannot be read or parsed. */
export const input = {
  AER0001: {
    severity: 'error',
    layer: 'input',
    title: 'File cannot be read',
    text: 'Cannot read {path}: {reason}. Check the path and its permissions.',
    explanation:
      'The file or directory was named on the command line or found in a directory, and the system refused it.',
    cure: 'Check that the path exists and that you may read it.',
  },
} as const satisfies Record<string, Entry>;

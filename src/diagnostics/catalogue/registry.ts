import type { Entry } from '../entry.js';

/** AER12xx: service registries (`aeraki registry`, `--registry`). */
export const registry = {
  AER1201: {
    severity: 'error',
    layer: 'input',
    title: 'Dump of a registry not readable',
    text: 'Cannot read {file} as the dump of a registry: {problem}. Make one with `aeraki registry dump URL`.',
    explanation:
      'A dump file is JSON: `registry` (zookeeper, etcd, nacos, consul or eureka) and the state as that registry gives it. ' +
      'Nothing of a file that has another form is taken, for half a registry would look like services that are gone.',
    cure: 'Mend the place that the message names, or write the file anew with `aeraki registry dump URL > FILE`.',
  },
} as const satisfies Record<string, Entry>;

import { faultOf, shrunk } from '../../controller/history.js';
import { historyOf, type Step } from '../../controller/history-steps.js';
import type { Target } from '../target.js';

export default {
  about:
    'histories of a cluster: rules, endpoints, proxies, faults and restarts in any order; when quiet, the cluster and the proxies have what a rebuild from scratch gives',
  kind: 'history',
  make: (random) => JSON.stringify(historyOf(random)),
  async check(input) {
    const steps = JSON.parse(input) as readonly Step[];
    const fault = await faultOf(steps);
    if (fault !== undefined) throw new Error(`${fault}\nshrunk: ${JSON.stringify(await shrunk(steps, 60))}`);
  },
} satisfies Target<string>;

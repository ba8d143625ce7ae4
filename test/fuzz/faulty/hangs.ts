import type { Target } from '../target.js';

export default {
  about: 'raises for one input in four and never ends for one in seven, so that the runner is seen to find both',
  kind: 'parser',
  make: (random) => String(random.below(28)),
  check(input) {
    if (Number(input) % 7 === 3) for (;;);
    if (Number(input) % 4 === 0) throw new Error('planted');
  },
} satisfies Target;

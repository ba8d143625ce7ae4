import type { InputFlags } from '../input/inputs.js';
import type { clusterDomainFlag, serviceFlag } from '../input/mesh-flags.js';
import type { FilledFlagValues } from '../shell/flag-values.js';

/** The flags that say which rules are served, and how they are translated. */
export interface RulesFlags
  extends InputFlags,
    FilledFlagValues<typeof clusterDomainFlag>,
    FilledFlagValues<typeof serviceFlag> {
  readonly fixed: boolean;
}

import type { judgingFlags } from '../input/judging-flags.js';
import type { clusterDomainFlag, namespaceScopedFlag } from '../input/mesh-flags.js';
import type { FlagValues } from '../shell/flag-values.js';
import type { inputFlags, istioFlags } from '../shell/flags.js';

/** The flags of `aeraki lsp`: those of `validate` that say how files are judged. */
export interface LspFlags
  extends Pick<FlagValues<typeof inputFlags>, 'exclude' | 'namespace'>,
    FlagValues<typeof istioFlags>,
    FlagValues<typeof clusterDomainFlag>,
    FlagValues<typeof namespaceScopedFlag>,
    FlagValues<typeof judgingFlags> {}

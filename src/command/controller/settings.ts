import { defaultTranslateOptions, type TranslateOptions } from '../../translate/options.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { controllerFlags } from './flags.js';

type Flags = FilledFlagValues<typeof controllerFlags>;

/** `AERAKI_NAMESPACE` is the reference's word for it, in its Deployment. */
export function rootNamespace(flags: Pick<Flags, 'root-namespace' | 'istioNamespace'>): string {
  return flags['root-namespace'] ?? process.env.AERAKI_NAMESPACE ?? flags.istioNamespace;
}

/** How the controller translates. */
export function translateSettings(flags: Flags): TranslateOptions {
  return {
    ...defaultTranslateOptions,
    rootNamespace: rootNamespace(flags),
    namespaceScoped: flags['namespace-scoped'],
    clusterDomain: flags['cluster-domain'],
    fixed: flags.fixed,
    allocateAddresses: flags['allocate-addresses'],
  };
}

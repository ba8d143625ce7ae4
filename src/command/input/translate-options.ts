import { defaultTranslateOptions, type TranslateOptions } from '../../translate/options.js';
import type { FlagValues } from '../shell/flag-values.js';
import { type InputFlags, rootNamespace } from './inputs.js';
import type { clusterDomainFlag, namespaceScopedFlag, serviceFlag } from './mesh-flags.js';

/** The flags that shape a translation; a command that lacks one gets what the flag has without a word. */
export interface TranslationFlags
  extends InputFlags,
    FlagValues<typeof clusterDomainFlag>,
    FlagValues<typeof namespaceScopedFlag>,
    FlagValues<typeof serviceFlag> {
  readonly fixed?: boolean | undefined;
  readonly 'static-routes'?: boolean | undefined;
  readonly 'allocate-addresses'?: boolean | undefined;
}

/** The settings of a translation that the flags of any command say. `addresses`: by host, in place of the input's. */
export function translateOptions(
  flags: TranslationFlags,
  addresses: TranslateOptions['addresses'] = defaultTranslateOptions.addresses,
): TranslateOptions {
  const byDefault = defaultTranslateOptions;
  return {
    rootNamespace: rootNamespace(flags),
    namespaceScoped: flags['namespace-scoped'] ?? byDefault.namespaceScoped,
    clusterDomain: flags['cluster-domain'] ?? byDefault.clusterDomain,
    fixed: flags.fixed ?? byDefault.fixed,
    staticRoutes: flags['static-routes'] ?? byDefault.staticRoutes,
    services: flags.service ?? byDefault.services,
    addresses,
    allocateAddresses: flags['allocate-addresses'] ?? byDefault.allocateAddresses,
  };
}

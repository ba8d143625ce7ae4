/** The settings of the in-cluster Aeraki that shape its result, and ours (cli.md section 2). */
export interface TranslateOptions {
  /** Istio's root namespace, where mesh-wide EnvoyFilters go. */
  readonly rootNamespace: string;
  /** Aeraki's namespace-scoped mode: each EnvoyFilter goes to its service's namespace. */
  readonly namespaceScoped: boolean;
  /** For the hosts of Services. */
  readonly clusterDomain: string;
  /** The corrected result (translation.md section 13) instead of the reference's. */
  readonly fixed: boolean;
  /** Routes inline in the outbound filters instead of over RDS. */
  readonly staticRoutes: boolean;
  /** Only services with one of these hosts; empty: all. */
  readonly services: readonly string[];
  /** Addresses by host that replace what the input has. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  /** Whether a ServiceEntry without addresses gets one, as the reference's allocator does. */
  readonly allocateAddresses: boolean;
}

export const defaultTranslateOptions: TranslateOptions = {
  rootNamespace: 'istio-system',
  namespaceScoped: false,
  clusterDomain: 'cluster.local',
  fixed: false,
  staticRoutes: false,
  services: [],
  addresses: new Map(),
  allocateAddresses: true,
};

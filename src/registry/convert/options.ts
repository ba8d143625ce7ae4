/** How services become ServiceEntries; the flags of `aeraki registry`. */
export interface ConvertOptions {
  /** Namespace of a service that says none (dubbo2istio#18); '': istio-system, or what a dump of Consul says. */
  readonly defaultNamespace: string;
  /** Namespace of an application or service that says none itself, before the default. */
  readonly namespaceFor?: ((application: string, service: string) => string | undefined) | undefined;
  /** `passing`: only what its registry calls fit. */
  readonly health: 'passing' | 'any';
  /** Attributes that become labels beside version, group, application and aeraki_meta_…; globs. */
  readonly labelKeys: readonly RegExp[];
  /** Only services whose name matches one; none: all. */
  readonly select: readonly RegExp[];
  readonly exclude: readonly RegExp[];
  /** Protocol in lower case → name of the port. */
  readonly protocolMap: ReadonlyMap<string, string>;
  /** Appended to the hosts of services that have only a name. */
  readonly fqdn: string;
  /** Whether these get port 80 too, as consul2istio does. */
  readonly defaultPort: boolean;
  /** What becomes of a service that has lost its last instance. */
  readonly whenEmpty: 'keep' | 'empty' | 'delete';
  /** Whether a ServiceEntry that a person wrote gets the endpoints of the registry where it has none. */
  readonly complete: boolean;
  /** Whether reports tell provider by provider. */
  readonly withProviders: boolean;
}

export const defaultOptions: ConvertOptions = {
  defaultNamespace: '',
  health: 'passing',
  labelKeys: [],
  select: [],
  exclude: [],
  protocolMap: new Map(),
  fqdn: '',
  defaultPort: false,
  whenEmpty: 'empty',
  complete: false,
  withProviders: true,
};

/** A glob with `*` and `?` as a pattern for the whole of a name. */
export function globPattern(glob: string): RegExp {
  const escaped = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's');
}

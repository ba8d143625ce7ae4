import type { FileRegistry } from '@bufbuild/protobuf';
import type { BackOffOptions } from '../cluster/control/back-off.js';
import type { ApiClient } from '../cluster/control/client.js';
import type { Collection } from '../cluster/control/collection.js';
import type { Kept } from '../cluster/control/kept.js';
import type { TranslateOptions } from '../translate/options.js';
import type { LiveCertificates, TlsFiles } from '../xds/certificates.js';
import type { BootstrapServer } from './bootstraps.js';
import type { Log } from './log.js';
import type { Sidecars, SidecarsOptions } from './sidecars/sidecars.js';

export interface ControllerOptions {
  readonly client: ApiClient;
  readonly translate: TranslateOptions;
  /** Name of the mesh ConfigMap in the root namespace. */
  readonly configMap: string;
  readonly adopt: boolean;
  readonly dryRun: boolean;
  /** In percent. */
  readonly maxDelete: number;
  /** So long nothing must have changed before it is acted on, and at the latest; in milliseconds. */
  readonly debounce: { readonly quiet: number; readonly most: number };
  readonly tls?: TlsFiles | LiveCertificates | undefined;
  /** Whether a route goes only to namespaces that the `exportTo` of its MetaRouter allows. */
  readonly scoped: boolean;
  /** As `PublishingOptions` has it. */
  readonly registry?: FileRegistry | undefined;
  readonly log: Log;
  /** Whether findings become Events on their resources. */
  readonly events: boolean;
  /** Whether they become conditions in the status of Aeraki's kinds. */
  readonly conditions: boolean;
  /** Asked before each write: whether this process may still take itself for the leader. */
  readonly fence: () => boolean;
  /** The route server as sidecars see it, for the ConfigMaps that lead them there; left out: none are written. */
  readonly bootstrap?: BootstrapServer | undefined;
  /** Gives who tells Services and the Istio kinds, where that is not the API server. */
  readonly elsewhere?: ((listen: ElsewhereListen) => Elsewhere) | undefined;
  /** Makes who keeps the Sidecars that are learnt; left out: none are. */
  readonly sidecars?: ((parts: Pick<SidecarsOptions, 'source' | 'mayWrite' | 'failed'>) => Sidecars) | undefined;
  /** Pauses after a failure: of a read, of a write, of a whole round. */
  readonly backOff?: BackOffOptions | undefined;
}

/** What is done with what somebody else than the API server tells. */
export interface ElsewhereListen {
  /** @param names as `KIND NAMESPACE/NAME` */
  readonly changed: (names: readonly string[]) => void;
  readonly failed: (kind: string, reason: string, status: number | undefined) => void;
}

export interface Elsewhere {
  collectionOf(kind: string): Collection<Kept> | undefined;
}

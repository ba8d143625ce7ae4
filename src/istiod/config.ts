import { status } from '@grpc/grpc-js';
import { BackOff, type BackOffOptions, pause } from '../cluster/control/back-off.js';
import type { Collection } from '../cluster/control/collection.js';
import type { Kept } from '../cluster/control/kept.js';
import { Loop } from '../cluster/control/loop.js';
import type { JsonObject } from '../model/envoy.js';
import { DiscoveryError, openStream } from '../xds/client.js';
import {
  DiscoveryRequestSchema,
  type DiscoveryResponse,
  DiscoveryResponseSchema,
} from '../xds/generated/envoy/service/discovery/v3/discovery_pb.js';
import { discoveryPaths } from '../xds/paths.js';
import { objectOf } from './decode.js';
import { connectIstiod, type IstiodEndpoint } from './endpoint.js';
import { istiodKinds, typeUrls } from './kinds.js';
import { ToldObjects } from './told.js';

export interface IstiodConfigOptions {
  readonly endpoint: IstiodEndpoint;
  /** Of the cluster, as places of its objects are called. */
  readonly context: string;
  readonly rootNamespace: string;
  readonly clusterDomain: string;
  /** Kinds and keys (`KIND NAMESPACE/NAME`) of what came, changed or went. */
  readonly changed: (names: readonly string[]) => void;
  readonly failed: (kind: string, reason: string, status: number | undefined) => void;
  readonly backOff?: BackOffOptions | undefined;
}

/** A stream that lived so long has done its work, whatever ended it, in milliseconds. */
const lived = 500;
const kinds = Object.keys(istiodKinds);

/**
 * The Istio kinds and the Services as istiod knows them, of all its clusters and registries, over its aggregated xDS (controller.md
 * section 1). Each answer holds all objects of a kind; what is known stays while there is no stream.
 */
export class IstiodConfig {
  readonly collections: ReadonlyMap<string, ToldObjects>;
  /** By type URL: what it has last told, so that only one version of a kind need be told. */
  readonly #objects = new Map<string, readonly JsonObject[]>();
  readonly #loop = new Loop((signal) => this.#run(signal));

  constructor(readonly options: IstiodConfigOptions) {
    const { endpoint, context } = options;
    this.collections = new Map(
      ['Service', ...kinds].map((kind) => [
        kind,
        new ToldObjects(kind, `${kind} of istiod ${endpoint.address}`, context, this),
      ]),
    );
  }

  /** For what reads by kind; undefined where istiod does not tell it. */
  collectionOf(kind: string): Collection<Kept> | undefined {
    return this.collections.get(kind);
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { endpoint, failed, backOff: pauses } = this.options;
    const backOff = new BackOff(pauses ?? { least: 200, most: 10_000 });
    while (!signal.aborted) {
      const began = performance.now();
      try {
        await this.#stream();
      } catch (error) {
        if (signal.aborted) break;
        for (const { counts } of this.collections.values()) counts.failures += 1;
        const reason = error instanceof Error ? error.message : String(error);
        failed(`istiod ${endpoint.address}`, reasonOf(reason, error, endpoint), undefined);
      }
      if (performance.now() - began > lived) backOff.reset();
      await pause(backOff.next(), signal);
    }
  }

  async #stream(): Promise<void> {
    const { endpoint, rootNamespace, clusterDomain } = this.options;
    const { client, metadata } = connectIstiod(endpoint);
    try {
      const [path = ''] = discoveryPaths('rds', false);
      const stream = openStream(
        ...([client, path, DiscoveryRequestSchema, DiscoveryResponseSchema, this.#loop.signal, metadata] as const),
      );
      const node = {
        // A gateway of the root namespace: no Sidecar narrows what it is told.
        id: `router~0.0.0.0~aeraki.${rootNamespace}~${rootNamespace}.svc.${clusterDomain}`,
        // Without CLUSTER_ID, so that addresses of all clusters are told.
        metadata: { GENERATOR: 'api', NAMESPACE: rootNamespace },
        userAgentName: 'aeraki',
      };
      for (const { counts } of this.collections.values()) counts.watches += 1;
      for (const typeUrl of kinds.flatMap(typeUrls)) stream.send({ typeUrl, node });
      for await (const response of stream.responses) {
        const { typeUrl, versionInfo, nonce: responseNonce } = response;
        this.#take(response);
        stream.send({ typeUrl, versionInfo, responseNonce });
      }
    } finally {
      client.close();
    }
  }

  #take({ typeUrl, resources }: DiscoveryResponse): void {
    const kind = kinds.find((each) => typeUrls(each).includes(typeUrl));
    if (kind === undefined) return;
    const { clusterDomain, failed } = this.options;
    const objects: JsonObject[] = [];
    for (const content of resources) {
      try {
        objects.push(objectOf(typeUrl, content, clusterDomain));
      } catch (error) {
        // One object that cannot be read keeps no other from being there.
        failed(`${kind} of istiod`, error instanceof Error ? error.message : String(error), undefined);
      }
    }
    this.#objects.set(typeUrl, objects);
    const told = typeUrls(kind).map((each) => this.#objects.get(each));
    const all = told.findLast((each) => each !== undefined && each.length > 0) ?? [];
    const isWhole = all.length > 0 || told.every((each) => each !== undefined);
    const filled = kind === 'ServiceEntry' ? ['Service', 'ServiceEntry'] : [kind];
    const changed = filled.flatMap((each) => this.#replace(each, all, isWhole));
    if (changed.length > 0 || isWhole) this.options.changed(changed);
  }

  #replace(kind: string, objects: readonly JsonObject[], isWhole: boolean): readonly string[] {
    const collection = this.collections.get(kind);
    if (collection === undefined) return [];
    collection.heard = performance.now();
    if (!isWhole) return [];
    collection.synced = true;
    collection.counts.lists += 1;
    const own = objects.filter((each) => each.kind === kind);
    return collection.replace(own).map((key) => `${kind} ${key}`);
  }
}

function reasonOf(reason: string, error: unknown, { tls }: IstiodEndpoint): string {
  if (!(error instanceof DiscoveryError)) return reason;
  if (error.code === status.UNAUTHENTICATED && !tls) {
    return `${reason}. Ask its port for TLS (15012), with --istiod-ca and --istiod-token`;
  }
  if (error.code === status.PERMISSION_DENIED || error.code === status.UNAUTHENTICATED) {
    return `${reason}. The token must be of a service account of Istio's root namespace, for the audience istio-ca`;
  }
  return reason;
}

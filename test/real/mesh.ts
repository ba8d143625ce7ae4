import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../src/model/envoy.js';
import type { TranslateOptions } from '../../src/translate/options.js';
import type { Translation } from '../../src/translate/protocol.js';
import { patchesOf, typedStructOf } from '../proto/patches.js';
import { translateText } from '../translate/input.js';
import { listener, loadAssignment, staticCluster, tcpProxy } from './bootstrap.js';
import { type Envoy, startEnvoy } from './parts/envoy.js';
import { temporaryFolder } from './parts/place.js';
import { say } from './parts/say.js';
import { clusterNames, stockCluster, stockFilter } from './stock.js';

export interface MeshOptions {
  /** Loopback ports by cluster name: what istiod would know. */
  readonly endpoints: Readonly<Record<string, readonly number[]>>;
  /** How the resources are translated; corrected when left out, for a current Envoy refuses D22. */
  readonly translate?: Partial<TranslateOptions>;
}

export interface Mesh {
  readonly envoy: Envoy;
  readonly translation: Translation;
  /** The port of the listener that a filter was put into; part of the EnvoyFilter's name is enough. */
  port(filter: string): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts an Envoy that has the filters and clusters which we print for these resources: each filter in a listener of its
 * own, each cluster with endpoints on loopback. Says what of the printed result had to be changed for that.
 */
export async function startMesh(resources: string, options: MeshOptions): Promise<Mesh> {
  const translation = translateText(resources, options.translate ?? { fixed: true });
  const folder = await temporaryFolder('mesh');
  try {
    const patches = translation.envoyFilters.flatMap((filter) =>
      patchesOf(filter).map((patch) => ({ ...patch, name: filter.metadata.name })),
    );
    const filters = patches.filter(({ applyTo }) => applyTo === 'NETWORK_FILTER');
    const own = await Promise.all(
      patches
        .filter(({ applyTo }) => applyTo === 'CLUSTER')
        .map(({ value }, i) => adaptedCluster(value, join(folder.path, `endpoints-${i}.json`), options)),
    );
    const known = new Set(own.map(({ name }) => name));
    // What Istio itself would have made.
    const others = clusterNames(filters)
      .filter((name) => !known.has(name))
      .map((name) => staticCluster(name, options.endpoints[name] ?? []));
    const listeners = filters.map(({ name, value }) => listener(name, chain(name, value)));
    const envoy = await startEnvoy({ staticResources: { listeners, clusters: [...own, ...others] } });
    return {
      ...{ envoy, translation },
      port: (filter) => {
        const name = filters.map((each) => each.name).find((each) => each.includes(filter));
        if (name === undefined) throw new Error(`no filter ${filter} among ${filters.map((each) => each.name)}`);
        return envoy.listenerPort(name);
      },
      stop: async () => {
        await envoy.stop();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

function chain(name: string, patch: JsonObject): readonly JsonObject[] {
  const { value, taken } = stockFilter(patch);
  if (taken.length > 0) say(`${name} without ${taken.map((each) => each.name).join(', ')}`);
  const { type, value: config } = typedStructOf(value);
  // These two look on and pass everything to the proxy that the patch is inserted before.
  const looksOn = /ZooKeeperProxy|KafkaBroker/.test(type);
  return looksOn ? [value, tcpProxy(String(config.statPrefix))] : [value];
}

/** The printed cluster, its endpoints from a file when it would ask the control plane for them. */
async function adaptedCluster(printed: JsonObject, file: string, options: MeshOptions): Promise<JsonObject> {
  const { value, taken } = stockCluster(printed);
  const name = String(value.name);
  if (taken.length > 0) say(`cluster ${name} without ${taken.map((each) => each.name).join(', ')}`);
  if (value.edsClusterConfig === undefined) return value;
  say(`cluster ${name} with its endpoints from a file in place of ADS`);
  const assignment = {
    '@type': 'type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment',
    ...loadAssignment(name, options.endpoints[name] ?? []),
  };
  await writeFile(file, JSON.stringify({ versionInfo: '1', resources: [assignment] }));
  const edsConfig = { pathConfigSource: { path: file }, resourceApiVersion: 'V3' };
  return { ...value, edsClusterConfig: { edsConfig } };
}

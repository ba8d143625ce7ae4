import type { Resource } from '../model/resource.js';
import { bindOf } from './listeners.js';
import { isExportedTo } from './mesh-service.js';
import { type Mesh, scopeOfSidecar } from './scope.js';
import { hasSelector } from './sidecar.js';

/** An outbound listener that a filter asks for. */
export interface Sought {
  /** Of the service: its first host, as istiod has it, and its namespace. */
  readonly host: string;
  readonly namespace: string;
  readonly port: number;
  /** Named by the address of the service; false: by the port alone. */
  readonly byAddress: boolean;
}

/** A Sidecar, or none, in a namespace whose proxies it counts for. */
type Viewer = readonly [sidecar: Resource | undefined, namespace: string];

/** `namespace/host:port` of what has a listener, and whether one of them is at the address of the service. */
type Listeners = ReadonlyMap<string, boolean>;

/**
 * Which Sidecar keeps a listener from every proxy that a filter reaches: it hides the service, or it makes the
 * listener at another address (`bind`, `captureMode: NONE`; seen of istiod 1.30). Each Sidecar is looked at once.
 */
export class SidecarListeners {
  readonly #known = new Map<string, Listeners>();
  readonly #viewers = new Map<string, readonly Viewer[]>();

  constructor(readonly mesh: Mesh) {}

  /**
   * @param reach the namespace whose proxies the filter is for; undefined: all
   * @returns the Sidecar; undefined where some proxy has the listener, or no Sidecar is why none has
   */
  missing(reach: string | undefined, sought: Sought): Resource | undefined {
    const viewers = this.#viewersIn(reach);
    const blamed = viewers.find(([sidecar]) => sidecar !== undefined)?.[0];
    if (blamed === undefined) return undefined;
    const key = `${sought.namespace}/${sought.host}:${sought.port}`;
    let isExported = false;
    for (const [sidecar, namespace] of viewers) {
      const found = this.#listeners(sidecar, namespace).get(key);
      if (found === true || (found === false && !sought.byAddress)) return undefined;
      isExported ||= this.#isExported(sought, namespace);
    }
    return isExported ? blamed : undefined;
  }

  /** The Sidecar that counts for most proxies comes first: the one without a selector. */
  #viewersIn(reach: string | undefined): readonly Viewer[] {
    const known = this.#viewers.get(reach ?? '');
    if (known !== undefined) return known;
    const { mesh } = this;
    const { rootNamespace } = mesh.settings;
    const root = defaultOf(mesh, rootNamespace);
    const viewers: Viewer[] = [];
    if (reach !== undefined) {
      viewers.push([defaultOf(mesh, reach) ?? root, reach]);
      for (const each of mesh.sidecarsByNamespace.get(reach) ?? []) if (hasSelector(each)) viewers.push([each, reach]);
    } else if (root === undefined) {
      // There is always a namespace without a Sidecar.
      viewers.push([undefined, rootNamespace]);
    } else {
      for (const namespace of new Set([rootNamespace, ...mesh.services.map((each) => each.namespace)])) {
        viewers.push([defaultOf(mesh, namespace) ?? root, namespace]);
      }
      viewers.sort(([a], [b]) => Number(b === root) - Number(a === root));
      for (const each of mesh.sidecars) viewers.push([each, each.namespace]);
    }
    this.#viewers.set(reach ?? '', viewers);
    return viewers;
  }

  #listeners(sidecar: Resource | undefined, namespace: string): Listeners {
    const key = `${namespace}\n${sidecar === undefined ? '' : `${sidecar.namespace}\n${sidecar.name}`}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const listeners = new Map<string, boolean>();
    for (const { listener, services } of scopeOfSidecar(this.mesh, sidecar, namespace).egress) {
      const isOwn = bindOf(listener) === undefined;
      for (const service of services) {
        for (const { number } of service.ports) {
          const name = `${service.namespace}/${service.host}:${number}`;
          listeners.set(name, isOwn || listeners.get(name) === true);
        }
      }
    }
    this.#known.set(key, listeners);
    return listeners;
  }

  /** What is exported to nobody here, no Sidecar hides. */
  #isExported({ host, namespace: own }: Sought, namespace: string): boolean {
    const services = this.mesh.byHost.get(host) ?? [];
    return services.some((each) => each.namespace === own && isExportedTo(each.exportTo, each.namespace, namespace));
  }
}

function defaultOf(mesh: Mesh, namespace: string): Resource | undefined {
  return mesh.sidecarsByNamespace.get(namespace)?.find((each) => !hasSelector(each));
}

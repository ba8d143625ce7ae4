import { emptySnapshot, type RouteResource, type Snapshot, versionOf } from './snapshot.js';

/** Which route configurations who may have. */
export interface Limits {
  /** Two with the same mark say the same. */
  readonly mark: string;
  /** @param namespace of the client; '' where it is not known */
  readonly sees: (name: string, namespace: string) => boolean;
}

/** What clients of each namespace see of a snapshot; one object for all that see the same at one time. */
export class Visibility {
  readonly #views = new WeakMap<Snapshot, Map<string, Snapshot>>();

  constructor(readonly limits: Limits) {}

  view(snapshot: Snapshot, namespace: string): Snapshot {
    if (snapshot === emptySnapshot) return snapshot;
    let views = this.#views.get(snapshot);
    if (views === undefined) {
      views = new Map();
      this.#views.set(snapshot, views);
    }
    let view = views.get(namespace);
    if (view === undefined) {
      view = this.#part(snapshot, namespace);
      views.set(namespace, view);
    }
    return view;
  }

  #part(snapshot: Snapshot, namespace: string): Snapshot {
    const resources = new Map<string, RouteResource>();
    for (const [name, resource] of snapshot.resources) {
      if (this.limits.sees(name, namespace)) resources.set(name, resource);
    }
    if (resources.size === snapshot.resources.size) return snapshot;
    return { version: versionOf([...resources.values()]), resources };
  }
}

/** The namespace in the id of a node of Istio (`TYPE~ADDRESS~POD.NAMESPACE~DOMAIN`); '' where there is none. */
export function namespaceOfNode(id: string): string {
  const pod = id.split('~')[2] ?? '';
  return pod.includes('.') ? pod.slice(pod.lastIndexOf('.') + 1) : '';
}

/** The namespace of a workload's identity (`spiffe://DOMAIN/ns/NAMESPACE/sa/ACCOUNT`); undefined: the certificate has none. */
export function namespaceOfCertificate(alternativeNames: string | undefined): string | undefined {
  const [, namespace] =
    /(?:^|, )URI:spiffe:\/\/[^/,]+\/ns\/([^/,]+)\/sa\/[^/,]+(?:$|, )/.exec(alternativeNames ?? '') ?? [];
  return namespace;
}

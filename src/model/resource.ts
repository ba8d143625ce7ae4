/** The three coordinates that Kubernetes knows an object by. `namespace` is '' for a cluster-scoped kind. */
export interface ResourceId {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface ObjectMeta {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** RFC 3339, set by the API server. */
  readonly creationTimestamp?: string;
}

/** A Kubernetes object as plain JSON: scalars as Kubernetes reads them, fields that are null left out. */
export interface KubernetesObject<Spec = unknown> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ObjectMeta;
  readonly spec?: Spec;
}

/** Where an object stands in the input; `Loaded.locate` turns it and a JSON pointer into a line and column. */
export interface Source {
  /** As the user named it: a path, or `<stdin>`. */
  readonly file: string;
  /** Index of the YAML document in the file, from 0. */
  readonly document: number;
  /** '' for a document of its own, `/items/3` for an item of a List. */
  readonly pointer: string;
  /** Line of the object's first key, from 1. */
  readonly line: number;
  /** The template that it was rendered from, where a renderer says so (`# Source:` of Helm). */
  readonly template?: string;
}

export interface Resource<O extends KubernetesObject = KubernetesObject> extends ResourceId {
  readonly apiVersion: string;
  readonly object: O;
  readonly source: Source;
  /** JSON pointers of the fields that were null in the input and were dropped, as the API server does. */
  readonly nulls: readonly string[];
}

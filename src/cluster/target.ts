/** A target on the command line, `[TYPE/]NAME[.NAMESPACE]`, taken apart. */
export interface Target {
  /** Singular and lower case: `pod`, `deployment`, `service`, … */
  readonly type: WorkloadType;
  readonly name: string;
  /** From `.NAMESPACE`; undefined when it was not written. */
  readonly namespace: string | undefined;
  /** As it was written. */
  readonly text: string;
}

export type WorkloadType = 'pod' | 'deployment' | 'service' | 'statefulset' | 'daemonset' | 'replicaset' | 'job';

/** What kubectl takes for each type, and where the API server has it. */
const types: readonly { readonly type: WorkloadType; readonly words: readonly string[]; readonly path: string }[] = [
  { type: 'pod', words: ['pod', 'pods', 'po'], path: '/api/v1' },
  { type: 'service', words: ['service', 'services', 'svc'], path: '/api/v1' },
  { type: 'deployment', words: ['deployment', 'deployments', 'deploy'], path: '/apis/apps/v1' },
  { type: 'statefulset', words: ['statefulset', 'statefulsets', 'sts'], path: '/apis/apps/v1' },
  { type: 'daemonset', words: ['daemonset', 'daemonsets', 'ds'], path: '/apis/apps/v1' },
  { type: 'replicaset', words: ['replicaset', 'replicasets', 'rs'], path: '/apis/apps/v1' },
  { type: 'job', words: ['job', 'jobs'], path: '/apis/batch/v1' },
];

/** Takes a target apart; undefined, when the type is none that has pods. */
export function parseTarget(text: string): Target | undefined {
  const slash = text.indexOf('/');
  const word = slash < 0 ? 'pod' : text.slice(0, slash).replace(/\..*$/, '').toLowerCase();
  const found = types.find((each) => each.words.includes(word));
  const rest = text.slice(slash + 1);
  if (found === undefined || rest === '') return undefined;
  const dot = rest.lastIndexOf('.');
  if (dot <= 0 || dot === rest.length - 1) return { type: found.type, name: rest, namespace: undefined, text };
  return { type: found.type, name: rest.slice(0, dot), namespace: rest.slice(dot + 1), text };
}

/** The types that a target can have, for messages. */
export const targetTypes: readonly string[] = types.map((each) => each.words.at(-1) ?? each.type);

export function resourcePath(type: WorkloadType, namespace: string, name?: string): string {
  const root = types.find((each) => each.type === type)?.path ?? '/api/v1';
  const collection = `${root}/namespaces/${encodeURIComponent(namespace)}/${type}s`;
  return name === undefined ? collection : `${collection}/${encodeURIComponent(name)}`;
}

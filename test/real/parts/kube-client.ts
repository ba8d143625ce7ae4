import { Agent, request } from 'node:https';

/** A Kubernetes object as it is sent and received. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<{ name: string; namespace?: string } & Record<string, unknown>>;
  readonly [field: string]: unknown;
}

export interface Answer {
  readonly status: number;
  /** The parsed body; the text when it is no JSON. */
  readonly body: unknown;
}

/** What the API server said of one object. */
export interface DryRun {
  readonly object: KubeObject;
  readonly ok: boolean;
  /** The API server's own words when it refused, else ''. */
  readonly message: string;
}

interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** The few calls of the Kubernetes API that tests need, without a client library: the truth, not our reading of it. */
export class KubeClient {
  readonly #agent: Agent;
  readonly #discovered = new Map<string, Promise<readonly ApiResource[]>>();
  readonly #namespaces = new Set<string>(['default', 'kube-system', 'kube-public']);

  constructor(
    readonly server: string,
    readonly ca: string,
    readonly token: string,
  ) {
    this.#agent = new Agent({ ca, keepAlive: true, maxSockets: 8 });
  }

  /** @param type what the body is called, for patches: JSON is also the YAML of server-side apply */
  call(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${this.token}`, 'content-type': type };
      const outgoing = request(`${this.server}${path}`, { method, agent: this.#agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.once('error', reject).once('end', () => {
          resolve({ status: response.statusCode ?? 0, body: parsed(text) });
        });
      });
      outgoing.once('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** Creates objects for good, their namespaces first; throws with the API server's words when it refuses one. */
  async create(objects: readonly KubeObject[]): Promise<void> {
    for (const object of objects) {
      const { status, body } = await this.#post(object, '?fieldValidation=Strict');
      if (status !== 201) throw new Error(`${object.kind} ${object.metadata.name}: ${status} ${words(body)}`);
    }
  }

  /** Asks for each object whether it would be created (`dryRun=All`, strict fields); answers in the order of the objects. */
  dryRun(objects: readonly KubeObject[]): Promise<DryRun[]> {
    return Promise.all(
      objects.map(async (object) => {
        const { status, body } = await this.#post(object, '?dryRun=All&fieldValidation=Strict');
        const ok = status === 201;
        return { object, ok, message: ok ? '' : words(body) };
      }),
    );
  }

  close(): void {
    this.#agent.destroy();
  }

  async #post(object: KubeObject, query: string): Promise<Answer> {
    const resource = await this.#resource(object);
    const base = groupPath(object.apiVersion);
    if (!resource.namespaced) return this.call('POST', `${base}/${resource.name}${query}`, object);
    const namespace = object.metadata.namespace ?? 'default';
    await this.#ensureNamespace(namespace);
    return this.call('POST', `${base}/namespaces/${encodeURIComponent(namespace)}/${resource.name}${query}`, object);
  }

  async #resource(object: KubeObject): Promise<ApiResource> {
    const path = groupPath(object.apiVersion);
    let list = this.#discovered.get(path);
    if (list === undefined) {
      list = this.call('GET', path).then(
        ({ body }) => (body as { resources?: readonly ApiResource[] } | undefined)?.resources ?? [],
      );
      this.#discovered.set(path, list);
    }
    const found = (await list).find(({ kind, name }) => kind === object.kind && !name.includes('/'));
    if (found === undefined) throw new Error(`the API server has no ${object.apiVersion} ${object.kind}`);
    return found;
  }

  /** Even a dry run needs the namespace to be there. */
  async #ensureNamespace(name: string): Promise<void> {
    if (this.#namespaces.has(name)) return;
    this.#namespaces.add(name);
    const { status, body } = await this.call('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    if (status !== 201 && status !== 409) throw new Error(`namespace ${name}: ${status} ${words(body)}`);
  }
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function words(body: unknown): string {
  const message = (body as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : JSON.stringify(body);
}

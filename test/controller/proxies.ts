import { fromBinary } from '@bufbuild/protobuf';
import type { Any } from '@bufbuild/protobuf/wkt';
import {
  DeltaDiscoveryResponseSchema,
  DiscoveryResponseSchema,
} from '../../src/xds/generated/envoy/service/discovery/v3/discovery_pb.js';
import { createEnvoyRegistry } from '../../src/xds/registry.js';
import { routeType, type Snapshot } from '../../src/xds/snapshot.js';
import { openDelta, openSotw } from '../xds/stream.js';

/** All routes or named ones by the incremental form, or named ones by the state of the world. */
export type Form = 'all' | 'delta' | 'sotw';

const registry = createEnvoyRegistry();
/** Before a stream that ended is opened again, in milliseconds. */
const pause = 2;

/**
 * A proxy that holds a stream as long as it lives, as Envoy does: it comes back by itself, says then what it has, keeps what it
 * had while there is no server, and what it had of something that it refuses.
 */
export class MeshProxy {
  /** What is in force here, by name: the bytes of each. */
  readonly routes = new Map<string, string>();
  /** Routes that it was told to forget while it wanted them. */
  readonly lost: string[] = [];
  readonly refused = new Map<string, string>();
  /** What it did not forget, since it refused the response that said so; a server need not say it again. */
  readonly #kept = new Set<string>();
  readonly names: Set<string>;
  updates = 0;
  readonly #versions = new Map<string, string>();
  #stream: ReturnType<typeof openDelta> | ReturnType<typeof openSotw> | undefined;
  #said = { version: '', nonce: '' };
  #refusals = 0;
  #isStalled = false;
  #isOver = false;

  /** @param port where the route server is now; undefined: nowhere */
  constructor(
    readonly id: string,
    readonly form: Form,
    first: string,
    readonly port: () => number | undefined,
  ) {
    this.names = new Set(form === 'all' ? [] : [first]);
    this.#connect();
  }

  wants(name: string): boolean {
    return this.form === 'all' || this.names.has(name);
  }

  subscribe(name: string): void {
    if (this.wants(name)) return;
    this.names.add(name);
    this.#ask([name], []);
  }

  /** Not the last one: a stream without names is one for everything. */
  unsubscribe(name: string): void {
    if (this.names.size < 2 || !this.names.delete(name)) return;
    for (const held of [this.routes, this.#versions, this.refused]) held.delete(name);
    this.#ask([], [name]);
  }

  /** So many responses are refused from now on. */
  refuse(count: number): void {
    this.#refusals = count;
  }

  /** Reads nothing until `resume`. */
  stall(): void {
    this.#isStalled = true;
    this.#stream?.call.pause();
  }

  resume(): void {
    this.#isStalled = false;
    this.#refusals = 0;
    this.#stream?.call.resume();
  }

  stop(): void {
    this.#isOver = true;
    this.#stream?.close();
  }

  /** What is not as a snapshot has it; '' where all is. What it has refused may be older. */
  differenceTo({ resources }: Snapshot): string {
    const wrong: string[] = [];
    for (const { name, bytes, version } of resources.values()) {
      const text = textOf(bytes);
      if (!this.wants(name) || this.routes.get(name) === text) continue;
      if (this.refused.get(name) !== text) wrong.push(`${name} is not as in version ${version}`);
    }
    // The state of the world does not say what is gone.
    for (const name of this.form === 'sotw' ? [] : this.routes.keys()) {
      if (!resources.has(name) && !this.#kept.has(name)) wrong.push(`${name} is no longer there`);
    }
    return wrong.length === 0 ? '' : `${this.id} (${this.form}): ${wrong.join(', ')}`;
  }

  #connect(): void {
    if (this.#isOver) return;
    const port = this.port();
    if (port === undefined) {
      this.#again();
      return;
    }
    const isSotw = this.form === 'sotw';
    const stream = isSotw ? openSotw(port) : openDelta(port);
    this.#stream = stream;
    this.#said.nonce = '';
    stream.call.on('data', (data: Buffer) => {
      if (this.#stream !== stream || this.#isOver) return;
      this.updates += 1;
      if (isSotw) this.#takeAll(data);
      else this.#take(data);
    });
    if (this.#isStalled) stream.call.pause();
    void stream.ended().then(() => {
      stream.close();
      if (this.#stream === stream) this.#again();
    });
    const node = { id: this.id };
    if (isSotw) this.#sendSotw({ node });
    else
      this.#send({
        ...{ node, resourceNamesSubscribe: [...this.names] },
        initialResourceVersions: Object.fromEntries(this.#versions),
      });
  }

  #again(): void {
    this.#stream = undefined;
    setTimeout(() => this.#connect(), pause);
  }

  #ask(subscribe: readonly string[], unsubscribe: readonly string[]): void {
    if (this.#stream === undefined) return;
    if (this.form === 'sotw') this.#sendSotw({});
    else this.#send({ resourceNamesSubscribe: [...subscribe], resourceNamesUnsubscribe: [...unsubscribe] });
  }

  #take(data: Buffer): void {
    const { nonce, resources, removedResources } = fromBinary(DeltaDiscoveryResponseSchema, data);
    const isRefused = this.#isRefused();
    for (const { name, version, resource } of resources) {
      if (resource === undefined || !this.wants(name)) continue;
      this.#hold(name, textOf(resource.value), isRefused);
      if (!isRefused) this.#versions.set(name, version);
    }
    for (const name of removedResources) {
      if (isRefused) this.#kept.add(name);
      else this.#forget(name);
    }
    this.#send({ responseNonce: nonce, ...(isRefused && { errorDetail: { code: 3, message: 'as it was told' } }) });
  }

  #takeAll(data: Buffer): void {
    const { nonce, versionInfo, resources } = fromBinary(DiscoveryResponseSchema, data);
    const isRefused = this.#isRefused();
    for (const resource of resources) {
      const name = nameOf(resource);
      if (this.wants(name)) this.#hold(name, textOf(resource.value), isRefused);
    }
    this.#said = { version: isRefused ? this.#said.version : versionInfo, nonce };
    this.#sendSotw(isRefused ? { errorDetail: { code: 3, message: 'as it was told' } } : {});
  }

  #isRefused(): boolean {
    this.#refusals -= 1;
    return this.#refusals >= 0;
  }

  #hold(name: string, text: string, isRefused: boolean): void {
    if (isRefused) this.refused.set(name, text);
    else {
      this.routes.set(name, text);
      this.refused.delete(name);
      this.#kept.delete(name);
    }
  }

  #forget(name: string): void {
    this.#versions.delete(name);
    this.refused.delete(name);
    if (this.routes.delete(name)) this.lost.push(name);
  }

  #send(request: Parameters<ReturnType<typeof openDelta>['send']>[0]): void {
    (this.#stream as ReturnType<typeof openDelta> | undefined)?.send(request);
  }

  #sendSotw(more: Parameters<ReturnType<typeof openSotw>['send']>[0]): void {
    const { version, nonce } = this.#said;
    const whole = { resourceNames: [...this.names], versionInfo: version, responseNonce: nonce, ...more };
    (this.#stream as ReturnType<typeof openSotw> | undefined)?.send(whole);
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function nameOf({ value }: Any): string {
  const type = registry.getMessage(routeType);
  if (type === undefined) throw new Error(`the registry does not know ${routeType}`);
  return (fromBinary(type, value) as unknown as { readonly name: string }).name;
}

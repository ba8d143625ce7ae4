import type { ConsulDump } from '../dump/dump.js';
import { isFields } from '../dump/shape.js';
import type { RegistryState } from '../model.js';
import { ConsulReader } from '../services/consul.js';
import type { StateOptions } from './client.js';
import type { Connection } from './connection.js';
import { ConsulCatalog, listOf, ofNode, ofService, unexpected } from './consul-catalog.js';
import { type Answer, BlockingQueries, indexOf, PartFailure } from './consul-queries.js';
import { RegistryFailure } from './failure.js';
import { HttpServers } from './http.js';
import { inParallel } from './parallel.js';
import { PolledRegistry } from './polled.js';

/**
 * As many parts are followed by a query each, below the 200 connections that Consul lets one address have (its setting
 * http_max_conns_per_client). Where there are more, a change anywhere is answered by a full read.
 */
const partsMost = 128;

/** One datacentre: where its lists are, and whether its parts are nodes or services, whichever are fewer. */
interface Datacenter {
  readonly list: string;
  readonly parts: readonly string[];
  readonly partOf: (name: string) => string;
}

/**
 * Consul by its HTTP API: the catalog part by part (node by node, or service by service), and what is unfit in two
 * questions. Every answer is followed by a blocking query of its own, so a change costs what its part holds.
 */
export class ConsulRegistry extends PolledRegistry<ConsulDump> {
  readonly #http: HttpServers;
  /** Blocking queries hold their connections, so they have others than questions. */
  readonly #held: HttpServers;
  readonly #connection: Connection;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #reader = new ConsulReader();
  readonly #catalog = new ConsulCatalog();
  /** Path → X-Consul-Index of the answer that the last full read got, and what its answers mean. */
  readonly #paths = new Map<string, { readonly index: string; readonly take: (value: unknown) => void }>();
  #queries: BlockingQueries | undefined;
  /** Whether what is known may be out of date, so that all is read anew. */
  #isStale = false;
  /** Whether there are too many parts to follow each. */
  #isCoarse = false;
  /** Paths whose answers came since the last state, and those that made it. */
  #touched = new Set<string>();
  #recent = new Set<string>();
  /** Whether an answer of this read, and of the last one, left out what the token may not see. */
  #isFiltered = false;
  #wasFiltered: boolean | undefined;

  constructor(connection: Connection) {
    super(0);
    this.#connection = connection;
    this.#http = new HttpServers(connection);
    this.#held = new HttpServers(connection, partsMost + 16);
    this.#headers = connection.token === undefined ? {} : { 'x-consul-token': connection.token };
  }

  async read(): Promise<ConsulDump> {
    this.#isFiltered = false;
    this.#paths.clear();
    const { datacenters } = this.#connection;
    const all = await Promise.all((datacenters.length > 0 ? datacenters : ['']).map((each) => this.#datacenter(each)));
    // A token that may read less than it might is told nothing of the rest: then what is missing need not be gone.
    if (this.#isFiltered && this.#wasFiltered === false) throw hidden('the token may read less than before');
    this.#wasFiltered = this.#isFiltered;
    const parts = new Set(all.flatMap((each) => each.parts));
    this.#catalog.keep(parts);
    this.#isCoarse = parts.size > partsMost;
    if (this.#isCoarse) {
      for (const part of parts) this.#paths.delete(part);
    }
    return this.#catalog.dump();
  }

  protected override provided({ catalogService }: ConsulDump): ReadonlySet<string> {
    return new Set(Object.keys(catalogService));
  }

  protected override stateOf(dump: ConsulDump, { registryName }: StateOptions): RegistryState {
    return this.#reader.read(dump, registryName);
  }

  /** The catalog keeps its dump where nothing changed. */
  protected override newer(_: ConsulDump | undefined, now: ConsulDump): ConsulDump {
    return now;
  }

  protected override secondOpinion(): void {
    this.#http.turn();
  }

  protected override async wait(signal: AbortSignal): Promise<void> {
    if (this.#isStale) return;
    try {
      await this.#following().changed(signal);
    } catch (error) {
      // One node or service that cannot be read stays as it was, and the others go on.
      if (!(error instanceof PartFailure)) this.#giveUp();
      throw error;
    }
  }

  protected override async next(): Promise<ConsulDump> {
    this.#recent = this.#touched;
    this.#touched = new Set();
    if (!this.#isStale) return this.#catalog.dump();
    this.#giveUp();
    const dump = await this.read();
    this.#isStale = false;
    this.#following();
    return dump;
  }

  /** Asks again what has just changed, the lists last: they know what is left of the parts. */
  protected override async again(): Promise<ConsulDump> {
    const paths = [...new Set([...this.#recent, ...this.#touched])].filter((path) => this.#paths.has(path));
    this.#recent = new Set(paths);
    this.#touched = new Set();
    if (paths.length === 0 || this.#isCoarse || this.#isStale) return this.read();
    const lists = paths.filter((path) => listPath.test(path));
    for (const some of [paths.filter((path) => !lists.includes(path)), lists]) {
      await inParallel(some, 32, async (path) => {
        const { value } = await this.#ask(path);
        // What a blocking query said meanwhile is newer.
        if (!this.#touched.has(path)) this.#paths.get(path)?.take(value);
      });
    }
    return this.#catalog.dump();
  }

  override async close(): Promise<void> {
    this.#queries?.stop();
    await super.close();
    this.#http.close();
    this.#held.close();
  }

  #giveUp(): void {
    this.#isStale = true;
    this.#queries?.stop();
    this.#queries = undefined;
  }

  #following(): BlockingQueries {
    if (this.#queries !== undefined) return this.#queries;
    const queries = new BlockingQueries(async (path, { timeout, signal }) =>
      this.#judged(await this.#held.json(path, { headers: this.#headers, timeout, signal })),
    );
    this.#queries = queries;
    for (const [path, { index }] of this.#paths) this.#follow(queries, path, index);
    return queries;
  }

  #follow(queries: BlockingQueries, path: string, index: string): void {
    queries.follow(path, index, partPath.test(path), (value) => {
      this.#touched.add(path);
      this.#paths.get(path)?.take(value);
    });
  }

  async #datacenter(name: string): Promise<Datacenter> {
    const dc = name === '' ? '' : `?dc=${encodeURIComponent(name)}`;
    // Indexes are those of the first answers: what changes while the rest is read wakes the next wait at once.
    const checks = (list: string): Promise<unknown> =>
      this.#first(`/v1/health/state/${list}${dc}`, (value) =>
        // Only what is read of them, so that one that was told the same again says the same.
        this.#catalog.putChecks(`${name} ${list}`, listOf(value).map(checkOf)),
      );
    const [services, nodes] = await Promise.all([
      this.#first(`/v1/catalog/services${dc}`, () => this.#listed()),
      this.#first(`/v1/catalog/nodes${dc}`, () => this.#listed()),
      // Only what is unfit: of a hundred thousand instances most pass. Maintenance is a critical check.
      checks('critical'),
      checks('warning'),
    ]);
    if (!isFields(services)) throw unexpected();
    const [nodeNames, serviceNames] = [namesOf(nodes), Object.keys(services)];
    // A Consul has at least itself as a node: where it shows none it hides them, and says so only to some tokens.
    if (nodeNames.length === 0) throw hidden('it shows nothing to this token');
    const byNode = nodeNames.length < serviceNames.length;
    const [kind, other] = byNode ? ['nodes', 'services'] : ['services', 'nodes'];
    const path = byNode ? '/v1/catalog/node-services/' : '/v1/catalog/service/';
    const partOf = (each: string): string => `${path}${encodeURIComponent(each)}${dc}`;
    const parts = (byNode ? nodeNames : serviceNames).map(partOf);
    const take = byNode ? this.#takeNode : this.#takeService;
    const isFollowed = parts.length <= partsMost;
    let failures = 0;
    await inParallel(parts, 32, async (part) => {
      const own = (value: unknown): void => take(part, value);
      try {
        await this.#first(part, own);
      } catch (error) {
        // One that was read before stays as it was, and is asked on; if all fail, the registry does.
        if (!isFollowed || !this.#catalog.has(part) || ++failures === parts.length) throw error;
        this.#paths.set(part, { index: '0', take: own });
      }
    });
    const datacenter = { list: `/v1/catalog/${kind}${dc}`, parts, partOf };
    // Where every part is followed, its list tells which there are, and the other list nothing more.
    if (isFollowed) {
      this.#paths.delete(`/v1/catalog/${other}${dc}`);
      const { index = '0' } = this.#paths.get(datacenter.list) ?? {};
      this.#paths.set(datacenter.list, { index, take: (value) => this.#takeList(datacenter, value, take) });
    }
    return datacenter;
  }

  /** A list in a datacentre whose parts are too many to be followed: which of them changed is not known. */
  #listed(): void {
    this.#isStale = true;
  }

  /** The parts that there are now: new ones are asked and followed, those that went are forgotten. */
  #takeList({ list, parts, partOf }: Datacenter, value: unknown, take: (part: string, value: unknown) => void): void {
    const now = new Set(
      (Array.isArray(value) ? namesOf(value) : Object.keys(isFields(value) ? value : {})).map(partOf),
    );
    if (now.size === 0) throw hidden('it shows nothing any more');
    const before = [...this.#paths.keys()].filter((path) => path !== list && partsOf(path) === partsOf(parts[0] ?? ''));
    for (const part of before) {
      if (now.has(part)) continue;
      this.#touched.add(part);
      take(part, null);
      this.#paths.delete(part);
    }
    for (const part of now) {
      if (!this.#paths.has(part)) this.#paths.set(part, { index: '0', take: (each) => take(part, each) });
    }
    // Several datacentres may have more together than is allowed.
    if (this.#paths.size > partsMost + 16) this.#isStale = true;
    else if (this.#queries !== undefined) {
      this.#queries.keep(new Set(this.#paths.keys()));
      for (const [path, { index }] of this.#paths) this.#follow(this.#queries, path, index);
    }
  }

  /** A node that went away is null, or has none. */
  readonly #takeNode = (part: string, value: unknown): void => {
    const isGone = value === null || (isFields(value) && value.Node === null);
    if (!isGone && (!isFields(value) || !isFields(value.Node))) throw unexpected();
    const { Node: node = {}, Services: services } = (isGone ? {} : value) as Readonly<Record<string, unknown>>;
    const instances = isGone ? [] : listOf(services).map((each) => ofNode(node as typeof each, each));
    this.#catalog.put(part, instances);
  };

  readonly #takeService = (part: string, value: unknown): void => {
    this.#catalog.put(part, value === null ? [] : listOf(value).map(ofService));
  };

  async #first(path: string, take: (value: unknown) => void): Promise<unknown> {
    const { value, headers } = await this.#ask(path);
    this.#paths.set(path, { index: indexOf(headers), take });
    if (!listPath.test(path)) take(value);
    return value;
  }

  async #ask(path: string): Promise<Answer> {
    return this.#judged(await this.#http.json(path, { headers: this.#headers }));
  }

  #judged(answer: Answer): Answer {
    const isFiltered = answer.headers['x-consul-results-filtered-by-acls'] === 'true';
    this.#isFiltered ||= isFiltered;
    if (isFiltered && this.#wasFiltered === false && this.#queries !== undefined) {
      throw hidden('the token may read less than before');
    }
    return answer;
  }
}

const partPath = /^\/v1\/catalog\/(?:node-services|service)\//;
const listPath = /^\/v1\/catalog\/(?:nodes|services)(?:\?|$)/;

/** What the parts of a datacentre have in common: kind and datacentre. */
function partsOf(path: string): string {
  return path.replace(/^(\/v1\/catalog\/[a-z-]+\/)[^?]*/, '$1');
}

function namesOf(nodes: unknown): readonly string[] {
  return listOf(nodes).map(({ Node }) => String(Node));
}

function checkOf({ Node, ServiceID, Status, CheckID }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { Node, ServiceID, Status, CheckID };
}

function hidden(message: string): RegistryFailure {
  return new RegistryFailure(
    message,
    'Give a token (--token-file) whose policy lets it read nodes and services: node_prefix "" and service_prefix "".',
    false,
  );
}

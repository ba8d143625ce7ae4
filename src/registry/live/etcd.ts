import type { EtcdDump } from '../dump/dump.js';
import { isFields } from '../dump/shape.js';
import type { RegistryClient, WatchEvents } from './client.js';
import type { Connection } from './connection.js';
import { RegistryFailure } from './failure.js';
import { type HttpQuestion, HttpServers, refusal } from './http.js';
import { pause, pauseAfter } from './polled.js';

/** Keys of a page: with one revision for all pages a read is of one moment, however many there are. */
const pageSize = 4000;
/** How often the watch is compared with the server, in milliseconds. */
const checkEvery = 20_000;
const confirmations = 2;

interface Read {
  readonly pairs: Map<string, string>;
  readonly revision: bigint;
}

/** etcd v3 by its JSON gateway: reads at one revision, watches from the next one, resumes from the last it saw. */
export class EtcdRegistry implements RegistryClient {
  readonly #http: HttpServers;
  readonly #connection: Connection;
  readonly #prefixes: readonly string[];
  readonly #stopped = new AbortController();
  #pairs = new Map<string, string>();
  #revision = 0n;
  #token: string | undefined;
  #loops: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#http = new HttpServers({ ...connection, path: '' });
    const base = connection.path;
    this.#prefixes = [...new Set([`${base}${connection.root.replace(/\/+$/, '')}/`, `${base}/services/`])];
  }

  async read(): Promise<EtcdDump> {
    return this.#dump((await this.#readAll()).pairs);
  }

  async watch(events: WatchEvents): Promise<void> {
    this.#take(await this.#readAll());
    this.#loops = this.#follow(events);
  }

  snapshot(): EtcdDump {
    return this.#dump(this.#pairs);
  }

  async close(): Promise<void> {
    this.#stopped.abort();
    await this.#loops.catch(() => undefined);
    this.#http.close();
  }

  #dump(pairs: ReadonlyMap<string, string>): EtcdDump {
    const base = this.#connection.path.length;
    const kvs = [...pairs].map(([key, value]) => ({ key: key.slice(base), value }));
    return { registry: 'etcd', kvs: kvs.sort((a, b) => (a.key < b.key ? -1 : 1)) };
  }

  #take({ pairs, revision }: Read): void {
    this.#pairs = pairs;
    this.#revision = revision;
  }

  /** Everything below the prefixes, as it was at one moment. */
  async #readAll(): Promise<Read> {
    const pairs = new Map<string, string>();
    let revision: bigint | undefined;
    for (const prefix of this.#prefixes) {
      for (let from = prefix; ; ) {
        const value = await this.#ask('/v3/kv/range', {
          key: encode(from),
          range_end: encode(endOf(prefix)),
          limit: String(pageSize),
          ...(revision !== undefined && { revision: String(revision) }),
        });
        revision ??= revisionOf(value);
        const kvs = Array.isArray(value.kvs) ? value.kvs.filter(isFields) : [];
        for (const { key, value: data } of kvs) if (typeof key === 'string') pairs.set(decode(key), decode(data));
        const last = kvs.at(-1);
        if (value.more !== true || last === undefined) break;
        // The key behind the last one, whatever it is.
        from = `${decode(last.key)}\0`;
      }
    }
    return { pairs, revision: revision ?? 0n };
  }

  async #follow(events: WatchEvents): Promise<void> {
    const { signal } = this.#stopped;
    let failures = 0;
    while (!signal.aborted) {
      const round = new AbortController();
      const end = (): void => round.abort();
      signal.addEventListener('abort', end);
      try {
        await Promise.race([
          ...this.#prefixes.map((prefix) =>
            this.#stream(prefix, events, round.signal, () => {
              if (failures > 0) events.recovered();
              failures = 0;
            }),
          ),
          this.#compare(events, round.signal),
        ]);
      } catch (error) {
        if (signal.aborted) return;
        round.abort();
        if (failures === 0) events.trouble(error instanceof Error ? error : new Error(String(error)));
        failures++;
        if (error instanceof Compacted) await this.#reread(events).catch(() => undefined);
        else await pause(pauseAfter(failures - 1), signal);
      } finally {
        round.abort();
        signal.removeEventListener('abort', end);
      }
    }
  }

  /** One watch, from the revision after the last that was seen. Ends with an error, always. */
  async #stream(prefix: string, events: WatchEvents, signal: AbortSignal, started: () => void): Promise<void> {
    const request = {
      create_request: {
        key: encode(prefix),
        range_end: encode(endOf(prefix)),
        start_revision: String(this.#revision + 1n),
        progress_notify: true,
      },
    };
    const answer = await this.#http.stream('/v3/watch', {
      ...(await this.#question(request)),
      // A member that has lost its leader says so instead of staying silent.
      headers: { ...(await this.#headers()), 'grpc-metadata-hasleader': 'true' },
      timeout: 0x7fff_ffff,
      signal,
    });
    if (answer.statusCode !== 200) {
      answer.resume();
      if (answer.statusCode === 401) this.#token = undefined;
      throw refusal({ status: answer.statusCode ?? 0, headers: {}, text: '' }, '/v3/watch');
    }
    answer.setEncoding('utf8');
    let rest = '';
    for await (const part of answer) {
      rest += String(part);
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') this.#line(line, events, started);
    }
    throw new RegistryFailure('the watch of etcd ended', 'It is taken up again.');
  }

  #line(line: string, events: WatchEvents, started: () => void): void {
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      throw new RegistryFailure('the watch of etcd is cut off', 'It is taken up again.');
    }
    const result = isFields(message) ? message.result : undefined;
    if (!isFields(result)) {
      this.#token = undefined;
      throw new RegistryFailure('etcd ended the watch with an error', 'It is taken up again.');
    }
    if (result.compact_revision !== undefined && result.compact_revision !== '0') throw new Compacted();
    if (result.canceled === true) {
      this.#token = undefined;
      throw new RegistryFailure('etcd cancelled the watch', 'Its member may have lost its leader; it is asked again.');
    }
    if (result.created === true) started();
    const list = Array.isArray(result.events) ? result.events.filter(isFields) : [];
    let changed = false;
    for (const { type, kv } of list) {
      if (!isFields(kv) || typeof kv.key !== 'string') continue;
      const key = decode(kv.key);
      if (type === 'DELETE') changed = this.#pairs.delete(key) || changed;
      else {
        const value = decode(kv.value);
        changed = this.#pairs.get(key) !== value || changed;
        this.#pairs.set(key, value);
      }
    }
    // Only events move the place to resume from: a progress notice of one watch says nothing of the other.
    if (list.length > 0) {
      const revision = revisionOf(result);
      if (revision > this.#revision) this.#revision = revision;
      if (changed) events.changed();
    }
  }

  /** A watch that is silent might be dead: the number of keys is asked now and then, and all is read if it differs. */
  async #compare(events: WatchEvents, signal: AbortSignal): Promise<void> {
    let differences = 0;
    while (!signal.aborted) {
      await pause(checkEvery, signal);
      if (signal.aborted) return;
      let count = 0;
      for (const prefix of this.#prefixes) {
        const value = await this.#ask('/v3/kv/range', {
          key: encode(prefix),
          range_end: encode(endOf(prefix)),
          count_only: true,
        });
        count += Number(value.count ?? 0);
      }
      differences = count === this.#pairs.size ? 0 : differences + 1;
      if (differences > 1) await this.#reread(events);
    }
  }

  /** A full read in place of what is known. That nothing is left is believed only when it is said again. */
  async #reread(events: WatchEvents): Promise<void> {
    let read = await this.#readAll();
    for (let times = 0; times < confirmations && read.pairs.size === 0 && this.#pairs.size > 0; times++) {
      this.#http.turn();
      await pause(1000, this.#stopped.signal);
      read = await this.#readAll();
    }
    this.#take(read);
    events.changed();
  }

  async #ask(path: string, body: unknown): Promise<Readonly<Record<string, unknown>>> {
    let answer = await this.#http.ask(path, await this.#question(body));
    if (answer.status === 401 && this.#connection.username !== undefined) {
      this.#token = undefined;
      answer = await this.#http.ask(path, await this.#question(body));
    }
    // etcd says 400 with this text where authentication is on and nobody said who he is.
    if (answer.status === 400 && /user name is empty|auth/i.test(answer.text)) {
      throw refusal({ ...answer, status: 401 }, path);
    }
    if (answer.status !== 200) throw refusal(answer, path);
    let value: unknown;
    try {
      value = JSON.parse(answer.text);
    } catch {
      value = undefined;
    }
    if (!isFields(value) || !isFields(value.header)) {
      throw new RegistryFailure(
        'the answer of etcd is not as expected',
        'See whether that is the client port of etcd 3.4 or later.',
      );
    }
    return value;
  }

  async #question(body: unknown): Promise<HttpQuestion> {
    return { method: 'POST', body: JSON.stringify(body), headers: await this.#headers() };
  }

  async #headers(): Promise<Readonly<Record<string, string>>> {
    const { username, password = '' } = this.#connection;
    const usual = { 'content-type': 'application/json' };
    if (username === undefined) return usual;
    if (this.#token === undefined) {
      const answer = await this.#http.ask('/v3/auth/authenticate', {
        method: 'POST',
        headers: usual,
        body: JSON.stringify({ name: username, password }),
      });
      if (answer.status !== 200)
        throw refusal({ ...answer, status: answer.status === 400 ? 401 : answer.status }, '/v3/auth/authenticate');
      const value: unknown = JSON.parse(answer.text);
      this.#token = isFields(value) && typeof value.token === 'string' ? value.token : undefined;
    }
    return { ...usual, ...(this.#token !== undefined && { authorization: this.#token }) };
  }
}

/** The server has forgotten the revision to resume from. */
class Compacted extends RegistryFailure {
  constructor() {
    super('etcd has compacted what was missed', 'All of it is read again.');
  }
}

function revisionOf(value: Readonly<Record<string, unknown>>): bigint {
  const { header } = value;
  return BigInt(isFields(header) && typeof header.revision === 'string' ? header.revision : 0);
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function decode(text: unknown): string {
  return typeof text === 'string' ? Buffer.from(text, 'base64').toString('utf8') : '';
}

/** The first key behind all that begin with `prefix`, which ends with a slash. */
function endOf(prefix: string): string {
  return `${prefix.slice(0, -1)}0`;
}

import { Agent, type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { Connection, Server } from './connection.js';
import { RegistryFailure, reasonOf } from './failure.js';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface HttpQuestion {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds in place of the connection's own; for questions that wait for a change. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks the servers of a registry over HTTP: one after the other until one answers, and that one first the next time.
 * Connections are kept. A server that answers 5xx is left for the next one, and its answer given if no other is better.
 */
export class HttpServers {
  readonly #agent: Agent;
  readonly #connection: Connection;
  #first = 0;

  /** @param most connections at a time to one server */
  constructor(connection: Connection, most = 64) {
    this.#connection = connection;
    const { ca, cert, key, tls } = connection;
    const kept = { keepAlive: true, maxSockets: most, scheduling: 'lifo' as const };
    this.#agent = tls
      ? new TlsAgent({ ...kept, ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) })
      : new Agent(kept);
  }

  /** Takes the next server as the first one: a second opinion, where there is more than one. */
  turn(): void {
    this.#first = (this.#first + 1) % this.#connection.servers.length;
  }

  /** Raises `RegistryFailure` where no server answers. */
  async ask(path: string, question: HttpQuestion = {}): Promise<HttpAnswer> {
    let last: HttpAnswer | undefined;
    let reason: unknown;
    const { servers } = this.#connection;
    for (let turn = 0; turn < servers.length; turn++) {
      const at = (this.#first + turn) % servers.length;
      const server = servers[at];
      if (server === undefined) continue;
      try {
        const answer = await this.#one(server, path, question);
        this.#first = at;
        if (answer.status < 500) return answer;
        last = answer;
      } catch (error) {
        if (question.signal?.aborted) throw error;
        reason = error;
      }
    }
    if (last !== undefined) return last;
    throw new RegistryFailure(reasonOf(reason), cureOf(reason));
  }

  /** The same, parsed. A status that is not 200 and an answer that is no JSON are failures. */
  async json(path: string, question: HttpQuestion = {}): Promise<{ value: unknown; headers: IncomingHttpHeaders }> {
    const answer = await this.ask(path, question);
    return { value: parsedOf(answer, path), headers: answer.headers };
  }

  /** The answer as it comes; the caller reads or destroys it. */
  stream(path: string, question: HttpQuestion): Promise<IncomingMessage> {
    const server = this.#connection.servers[this.#first];
    if (server === undefined) throw new RegistryFailure('there is no server', 'Name one.');
    return this.#open(server, path, question);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #one(server: Server, path: string, question: HttpQuestion): Promise<HttpAnswer> {
    const answer = await this.#open(server, path, question);
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    if (!answer.complete) throw new RegistryFailure('the answer was cut off', 'Try again.');
    return { status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString('utf8') };
  }

  #open(server: Server, path: string, question: HttpQuestion): Promise<IncomingMessage> {
    const { method = 'GET', headers = {}, body, timeout = this.#connection.timeout, signal } = question;
    const { tls, path: base } = this.#connection;
    return new Promise((resolve, reject) => {
      const sent = (tls ? tlsRequest : plainRequest)({
        host: server.host,
        port: server.port,
        path: base + path,
        method,
        agent: this.#agent,
        headers: {
          accept: 'application/json',
          ...headers,
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
        ...(signal && { signal }),
      });
      sent.setTimeout(timeout, () =>
        sent.destroy(
          new RegistryFailure('no answer in time', 'Raise --registry-timeout, or look at the health of the registry.'),
        ),
      );
      sent.on('response', resolve);
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** An answer, parsed. Raises `RegistryFailure` for a status that is not 200 and for what is no JSON. */
export function parsedOf(answer: HttpAnswer, path: string): unknown {
  if (answer.status !== 200) throw refusal(answer, path);
  try {
    return JSON.parse(answer.text);
  } catch {
    throw new RegistryFailure(
      `the answer to ${bare(path)} is no JSON or is cut off`,
      'See whether that is the port of the registry.',
    );
  }
}

/** What a status that is not 200 means. */
export function refusal({ status }: HttpAnswer, path: string): RegistryFailure {
  if (status === 401 || status === 403) {
    return new RegistryFailure(
      `it refuses the credentials (HTTP ${status})`,
      'Check the token, or user and password (--token-file, --username, --password-file).',
      false,
    );
  }
  return new RegistryFailure(
    `it answers HTTP ${status} to ${bare(path)}`,
    'Look at the health and the logs of the registry.',
  );
}

/** A path without its parameters, which may hold a token. */
function bare(path: string): string {
  return path.split('?')[0] ?? '';
}

function cureOf(error: unknown): string {
  const code = String((error as NodeJS.ErrnoException | undefined)?.code ?? '');
  if (/CERT|SELF_SIGNED|UNABLE_TO|SSL|TLS/.test(code))
    return 'Name the authority of the certificate with --ca, and the own one with --cert and --key.';
  return error instanceof RegistryFailure ? error.cure : 'Check the address and that the registry runs.';
}

import http from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClusterConnection } from './connection.js';
import { ClusterFailure, clusterFailure, networkReason } from './failure.js';
import type { Pod } from './pods.js';
import { openPort } from './port-forward.js';

/** No byte for this long: whoever is there will not answer any more. */
const idleTimeoutMs = 20_000;
/** An answer comes in seconds; one that drips in for this long, or grows past this, is none. */
const totalTimeoutMs = 120_000;
const mostOctets = 0x1fff_ffe8;

/** How long to wait, in milliseconds: for a sign of life, and in all. */
export interface Patience {
  readonly idle: number;
  readonly total: number;
}

const usualPatience: Patience = { idle: idleTimeoutMs, total: totalTimeoutMs };

/** A request changes something (a log level) only as POST; Envoy refuses such a change by GET. */
export type Method = 'GET' | 'POST';

/** An HTTP port for administrators: Envoy's admin port, `rds serve --admin`, istiod's debug pages. */
export interface AdminPort {
  /** How messages call it: an address, `pod shop/orders-1`. */
  readonly name: string;
  /**
   * The body of a page. `path` begins with a slash. Raises `ClusterFailure` when nobody answers, and for every answer but 200;
   * an answer that breaks off is given as far as it came.
   */
  ask(path: string, method?: Method): Promise<Uint8Array>;
  /** The same with GET, but undefined where there is no such page (404). */
  find(path: string): Promise<Uint8Array | undefined>;
}

/** An answer that is not 200. */
class OtherStatus extends Error {
  constructor(
    readonly status: number | undefined,
    path: string,
  ) {
    super(`it answered ${status} to ${path}`);
  }
}

/** An admin port, when `ask` gets its pages: what `ask` raises as `OtherStatus` is told to `failed` or is no page. */
function adminPort(
  name: string,
  ask: (path: string, method: Method) => Promise<Uint8Array>,
  failed: (error: unknown, path: string) => ClusterFailure,
): AdminPort {
  return {
    name,
    async ask(path, method = 'GET') {
      try {
        return await ask(path, method);
      } catch (error) {
        throw error instanceof ClusterFailure ? error : failed(error, path);
      }
    },
    async find(path) {
      try {
        return await ask(path, 'GET');
      } catch (error) {
        if (error instanceof OtherStatus && error.status === 404) return undefined;
        throw error instanceof ClusterFailure ? error : failed(error, path);
      }
    },
  };
}

/** A port that is reached directly; `address` is HOST:PORT. */
export function adminAt(address: string, patience = usualPatience): AdminPort {
  const where = { ...splitAddress(address), headers: { host: address } };
  return adminPort(
    address,
    (path, method) => request(where, path, method, patience),
    (error, path) => clusterFailure('AER0711', { address, page: pageOf(path), reason: networkReason(error) }),
  );
}

/** A port of a pod, through a port-forward for each request. */
export function adminOfPod(connection: ClusterConnection, pod: Pod, port: number): AdminPort {
  const name = `${pod.namespace}/${pod.name}`;
  return adminPort(
    `pod ${name}`,
    async (path, method) => {
      const stream = await openPort(connection, pod, port);
      try {
        const where = { createConnection: () => stream, headers: { host: `localhost:${port}` } };
        return await request(where, path, method, usualPatience);
      } finally {
        stream.destroy();
      }
    },
    (error) => clusterFailure('AER0710', { pod: name, port, reason: networkReason(error) }),
  );
}

/** `localhost:15000`, `[::1]:15000`; the port must be there. */
export function isAdminAddress(address: string): boolean {
  const { host, port } = splitAddress(address);
  return host !== '' && port > 0 && port < 65_536;
}

function splitAddress(address: string): { readonly host: string; readonly port: number } {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

/** A path without its query, which may be long. */
function pageOf(path: string): string {
  return path.replace(/\?.*$/s, '');
}

interface Where {
  readonly host?: string;
  readonly port?: number;
  readonly headers: http.OutgoingHttpHeaders;
  readonly createConnection?: () => Duplex;
}

function request(where: Where, path: string, method: Method, { idle, total }: Patience): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // With an agent, `createConnection` would not be looked at; without either, the default agent would keep the socket.
    const agent = where.createConnection === undefined ? { agent: false as const } : {};
    const options = { ...where, ...agent, path, method, timeout: idle };
    const asked = http.request(options, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > mostOctets) refuse(new Error('its answer is larger than 511 MB'));
      });
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new OtherStatus(answer.statusCode, path));
        // A dump that was cut off is still worth showing: the reader of the dump says so.
        else resolve(Buffer.concat(chunks));
      });
      answer.on('aborted', () => {
        if (chunks.length > 0 && size <= mostOctets) resolve(Buffer.concat(chunks));
      });
    });
    const refuse = (reason: Error): void => {
      reject(reason);
      asked.destroy(reason);
    };
    // The socket's own timeout begins when it is connected; this one counts from now, whatever happens meanwhile.
    const timer = setTimeout(() => refuse(new Error('it did not answer in time')), total);
    asked.on('close', () => clearTimeout(timer));
    asked.on('timeout', () => refuse(new Error('it did not answer in time')));
    asked.on('error', reject);
    asked.end();
  });
}

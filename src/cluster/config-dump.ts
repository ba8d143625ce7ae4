import http from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClusterConnection } from './connection.js';
import { ClusterFailure, clusterFailure, networkReason } from './failure.js';
import type { Pod } from './pods.js';
import { openPort } from './port-forward.js';

/** Endpoints are only in a dump when they are asked for. */
const dumpPath = '/config_dump?include_eds';
/** No byte for this long: whoever is there will not answer any more. */
const idleTimeoutMs = 20_000;
/** A dump comes in seconds; one that drips in for this long, or grows past this, is none. */
const totalTimeoutMs = 120_000;
const mostOctets = 0x1fff_ffe8;

/** How long to wait, in milliseconds: for a sign of life, and in all. */
export interface DumpPatience {
  readonly idle: number;
  readonly total: number;
}

const usualPatience: DumpPatience = { idle: idleTimeoutMs, total: totalTimeoutMs };

/** The config dump of a pod's proxy, through a port-forward. Raises `ClusterFailure`. */
export async function fetchPodDump(connection: ClusterConnection, pod: Pod, port: number): Promise<Uint8Array> {
  const stream = await openPort(connection, pod, port);
  const name = `${pod.namespace}/${pod.name}`;
  try {
    return await fetchDump({ createConnection: () => stream, headers: { host: `localhost:${port}` } });
  } catch (error) {
    if (error instanceof ClusterFailure) throw error;
    throw clusterFailure('AER0710', { pod: name, port, reason: networkReason(error) });
  } finally {
    stream.destroy();
  }
}

/** The config dump that an admin port answers: `address` is HOST:PORT. Raises `ClusterFailure`. */
export async function fetchAdminDump(address: string, patience = usualPatience): Promise<Uint8Array> {
  const { host, port } = splitAddress(address);
  try {
    return await fetchDump({ host, port, headers: { host: address } }, patience);
  } catch (error) {
    throw clusterFailure('AER0711', { address, reason: networkReason(error) });
  }
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

interface Where {
  readonly host?: string;
  readonly port?: number;
  readonly headers: http.OutgoingHttpHeaders;
  readonly createConnection?: () => Duplex;
}

function fetchDump(where: Where, { idle, total } = usualPatience): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // With an agent, `createConnection` would not be looked at; without either, the default agent would keep the socket.
    const agent = where.createConnection === undefined ? { agent: false as const } : {};
    const options = { ...where, ...agent, path: dumpPath, timeout: idle };
    const request = http.request(options, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > mostOctets) refuse(new Error('its answer is larger than 511 MB'));
      });
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`it answered ${answer.statusCode} to ${dumpPath}`));
        // A dump that was cut off is still worth showing: the reader of the dump says so.
        else resolve(Buffer.concat(chunks));
      });
      answer.on('aborted', () => {
        if (chunks.length > 0 && size <= mostOctets) resolve(Buffer.concat(chunks));
      });
    });
    const refuse = (reason: Error): void => {
      reject(reason);
      request.destroy(reason);
    };
    // The socket's own timeout begins when it is connected; this one counts from now, whatever happens meanwhile.
    const timer = setTimeout(() => refuse(new Error('it did not answer in time')), total);
    request.on('close', () => clearTimeout(timer));
    request.on('timeout', () => refuse(new Error('it did not answer in time')));
    request.on('error', reject);
    request.end();
  });
}

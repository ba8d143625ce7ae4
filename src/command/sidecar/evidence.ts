import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { askPrometheus } from '../../controller/sidecars/prometheus.js';
import { readBytes } from '../../load/read.js';
import { type Access, type LogSource, logSource } from '../../traffic/access.js';
import { createLogCounter, type LogTally } from '../../traffic/access-log.js';
import { readCounters } from '../../traffic/counters.js';
import { type ReadLine, readDefaultLine, readerOfFormat } from '../../traffic/log-line.js';
import { type Metrics, readMetrics } from '../../traffic/metrics.js';
import { InputError, UsageError } from '../shell/errors.js';
import type { Progress } from '../shell/progress.js';
import { readStdin } from '../shell/stdin.js';

export interface ReadLog {
  readonly source: LogSource;
  readonly accesses: readonly Access[];
  readonly tally: LogTally;
}

/** What is read of a file at a time. */
const PIECE = 1 << 20;
const STDIN = '<stdin>';

/** Reads access logs: files, directories of them, `.gz`, `-`. Raises `InputError` for one that cannot be read. */
export async function readLogs(
  paths: readonly string[],
  options: {
    /** Formats that lines may have beside the default ones, the likeliest first. */
    readonly formats: readonly string[];
    readonly since?: string | undefined;
    readonly source?: string | undefined;
  },
  progress: Progress,
): Promise<readonly ReadLog[]> {
  const readLine = lineReader(options.formats);
  const given = options.source === undefined ? undefined : sourceOf(options.source);
  const logs: ReadLog[] = [];
  for (const file of await logFiles(paths)) {
    progress.step(file);
    const source = { ...logSource(file), ...(given !== undefined && { pod: given }) };
    const counter = createLogCounter(file === '-' ? STDIN : file, readLine, options.since);
    try {
      if (file === '-') await feed(process.stdin, counter.add);
      else if (file.endsWith('.gz')) {
        const { createGunzip } = await import('node:zlib');
        await feed(createReadStream(file).pipe(createGunzip()), counter.add);
      } else await readPlain(file, counter.add);
    } catch (error) {
      throw new InputError(`Cannot read the access log ${file}: ${reason(error)}. Check the path.`);
    }
    const tally = counter.end();
    logs.push({ source, accesses: tally.accesses, tally });
  }
  return logs;
}

/** Reads a line by the first format that it fits; the MetaProtocol proxy may write its own whatever the mesh config says. */
function lineReader(formats: readonly string[]): ReadLine {
  const readers = formats.flatMap((format) => readerOfFormat(format) ?? []);
  if (formats.length > 0 && readers.length === 0) {
    throw new UsageError(
      'The log format does not write %UPSTREAM_CLUSTER%, so a line does not say whom a call went to. Add it to accessLogFormat.',
    );
  }
  return (line) => {
    for (const read of readers) {
      const fields = read(line);
      if (fields !== undefined) return fields;
    }
    return readDefaultLine(line);
  };
}

/** `WORKLOAD.NAMESPACE`, as pods are named. */
function sourceOf(text: string): { readonly name: string; readonly namespace: string } {
  const dot = text.lastIndexOf('.');
  if (dot <= 0 || dot === text.length - 1) throw new UsageError(`--source takes WORKLOAD.NAMESPACE, not ${text}.`);
  return { name: text.slice(0, dot), namespace: text.slice(dot + 1) };
}

async function logFiles(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (path === '-') {
      files.push(path);
      continue;
    }
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw new InputError(`No access log ${path}. Check the path.`);
    if (isEndless(path, found)) throw new InputError(`${path} is a device, no access log. Check the path.`);
    if (!found.isDirectory()) files.push(path);
    else {
      const names = (await readdir(path)).filter((name) => /\.(?:log|txt|json)(?:\.gz)?$/.test(name)).sort();
      files.push(...names.map((name) => join(path, name)));
    }
  }
  return files;
}

/** A device that may never end; what a shell gives a process to read from is none. */
function isEndless(path: string, found: Awaited<ReturnType<typeof stat>>): boolean {
  if (/^\/dev\/(?:null|stdin|fd\/\d+)$|^\/proc\/self\/fd\/\d+$/.test(path)) return false;
  return found.isCharacterDevice() || found.isBlockDevice();
}

async function readPlain(file: string, add: (text: string) => void): Promise<void> {
  const handle = await open(file);
  try {
    const decoder = new StringDecoder('latin1');
    const buffer = Buffer.allocUnsafe(PIECE);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE);
      if (bytesRead === 0) return;
      // Names in logs are ASCII, and one octet a character is several times faster than UTF-8.
      add(decoder.write(buffer.subarray(0, bytesRead)));
    }
  } finally {
    await handle.close();
  }
}

async function feed(stream: Readable, add: (text: string) => void): Promise<void> {
  for await (const piece of stream) add((piece as Buffer).toString('latin1'));
}

/** Reads counters of proxies (`/clusters?format=json`), each named like a log. Raises `InputError` and `UsageError`. */
export async function readDumps(files: readonly string[], given: string | undefined): Promise<readonly ReadLog[]> {
  const read: ReadLog[] = [];
  for (const file of files) {
    const pod = given === undefined ? logSource(file).pod : sourceOf(given);
    if (pod === undefined) {
      throw new UsageError(`${file} does not say whose it is. Name it POD.NAMESPACE.json, or give --source.`);
    }
    const counters = readCounters(await readJsonFile(file));
    if (counters === undefined) {
      throw new InputError(`${file} holds no counters. Take it from /clusters?format=json of the proxy's admin port.`);
    }
    const accesses = counters.map(
      ({ host, port, count }): Access => ({
        ...{ direction: 'outbound', host, port, count },
        ...{ remoteAddress: '', serverName: '', place: `${file} (counters)` },
      }),
    );
    read.push({ source: { file, pod }, accesses, tally: { lines: 0, passedOver: 0, accesses, outside: 0, older: 0 } });
  }
  return read;
}

/** Reads results of Prometheus queries: files, `-`, or the address of a Prometheus, which is asked. */
export async function readAllMetrics(
  places: readonly string[],
  range: string,
): Promise<readonly { readonly place: string; readonly metrics: Metrics }[]> {
  const read: { place: string; metrics: Metrics }[] = [];
  for (const place of places) {
    for (const text of /^https?:\/\//.test(place) ? await ask(place, range) : [await readText(place)]) {
      const metrics = readMetrics(parse(text, place));
      if (metrics === undefined) {
        throw new InputError(
          `${place} holds no result of a Prometheus query. Take the answer of /api/v1/query as it is.`,
        );
      }
      read.push({ place, metrics });
    }
  }
  return read;
}

/** A JSON file that is named on the command line; `-` is standard input. Raises `InputError`. */
export async function readJsonFile(path: string): Promise<unknown> {
  return parse(await readText(path), path);
}

async function readText(path: string): Promise<string> {
  try {
    return Buffer.from(path === '-' ? await readStdin() : await readBytes(path)).toString('utf8');
  } catch (error) {
    throw new InputError(`Cannot read ${path}: ${reason(error)}. Check the path.`);
  }
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${place} is not JSON. Give the file as the program printed it.`);
  }
}

async function ask(base: string, range: string): Promise<readonly string[]> {
  try {
    return await askPrometheus(base, range);
  } catch (error) {
    throw new InputError(reason(error));
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

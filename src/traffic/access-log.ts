import { parseClusterName } from '../envoy/cluster-name.js';
import type { Access } from './access.js';
import type { LogFields, ReadLine } from './log-line.js';

/** What a log held beside calls of services of the mesh. */
export interface LogTally {
  readonly lines: number;
  /** Lines that are no access log: the agent's, half ones. */
  readonly passedOver: number;
  readonly accesses: readonly Access[];
  /** Calls that no service of the mesh answered: PassthroughCluster, BlackHoleCluster. */
  readonly outside: number;
  /** Lines that were left out because they are older than is asked for. */
  readonly older: number;
}

interface Counted {
  count: number;
  /** The time in the last line; '' where it has none. */
  last: string;
  readonly line: number;
  readonly fields: LogFields;
}

/**
 * Counts the lines of one access log, whatever its length, in memory that grows only with the number of different
 * callers and callees. Text comes in pieces, which may end in the middle of a line.
 *
 * @param since lines with an earlier start time (RFC 3339, compared as text) do not count
 */
export function createLogCounter(file: string, readLine: ReadLine, since?: string) {
  const counted = new Map<string, Counted>();
  let rest = '';
  let lines = 0;
  let passedOver = 0;
  let older = 0;
  /** The last line of each kind in this piece: its time is read once a piece, for every line would cost too much. */
  const newest = new Map<Counted, string>();
  /** Inside a line without an end (somebody named a binary file): it is not kept in memory. */
  let isTooLong = false;

  const take = (line: string) => {
    lines += 1;
    if (line === '') return;
    if (since !== undefined && isBefore(line, since)) {
      older += 1;
      return;
    }
    const fields = readLine(line);
    if (fields === undefined) {
      passedOver += 1;
      return;
    }
    const key = `${fields.cluster} ${withoutPort(fields.remote)} ${fields.serverName}`;
    const known = counted.get(key);
    if (known !== undefined) known.count += 1;
    const kept = known ?? { count: 1, last: '', line: lines, fields };
    if (known === undefined) counted.set(key, kept);
    newest.set(kept, line);
  };

  const readTimes = () => {
    for (const [kept, line] of newest) kept.last = timeOf(line) ?? '';
    newest.clear();
  };

  const passOver = () => {
    isTooLong = false;
    lines += 1;
    passedOver += 1;
  };

  return {
    add(text: string): void {
      let start = 0;
      let end = text.indexOf('\n');
      while (end !== -1) {
        if (isTooLong) passOver();
        else {
          const line = rest === '' ? text.slice(start, end) : rest + text.slice(start, end);
          rest = '';
          take(line.endsWith('\r') ? line.slice(0, -1) : line);
        }
        start = end + 1;
        end = text.indexOf('\n', start);
      }
      readTimes();
      if (!isTooLong) rest += text.slice(start);
      if (rest.length <= MAX_LINE) return;
      rest = '';
      isTooLong = true;
    },
    end(): LogTally {
      if (isTooLong) passOver();
      if (rest !== '') take(rest);
      rest = '';
      readTimes();
      const accesses: Access[] = [];
      let outside = 0;
      for (const { count, line, fields, last } of counted.values()) {
        const access = accessOf(fields, count, `${file}:${line}`);
        if (access === undefined) outside += count;
        else accesses.push({ ...access, last: last === '' ? undefined : last });
      }
      return { lines, passedOver, accesses, outside, older };
    },
  };
}

const MAX_LINE = 1 << 20;

function accessOf({ cluster, remote, serverName }: LogFields, count: number, place: string): Access | undefined {
  const { direction, port, host } = parseClusterName(cluster) ?? {};
  if ((direction !== 'outbound' && direction !== 'inbound') || host === undefined) return undefined;
  if (port === undefined || port === 0) return undefined;
  if (direction === 'outbound' && host === '') return undefined;
  return { direction, port, host, remoteAddress: withoutPort(remote), serverName, count, place };
}

function withoutPort(address: string): string {
  const colon = address.lastIndexOf(':');
  if (colon === -1) return address;
  const host = address.slice(0, colon);
  if (host.startsWith('[')) return host.slice(1, -1);
  // An IPv6 address without a port has more colons and no brackets.
  return host.includes(':') ? address : host;
}

function isBefore(line: string, since: string): boolean {
  const time = timeOf(line);
  return time !== undefined && time < since;
}

/** The first time (RFC 3339, UTC) in a line. */
function timeOf(line: string): string | undefined {
  return /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/.exec(line.length > 4096 ? line.slice(0, 4096) : line)?.[0];
}

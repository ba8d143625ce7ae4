/** Where a line of an access log says whom a call went to, and from whom it came. */
export interface LogFields {
  readonly cluster: string;
  /** With its port. */
  readonly remote: string;
  readonly serverName: string;
}

export type ReadLine = (line: string) => LogFields | undefined;

const CLUSTERS = ['outbound|', 'inbound|', 'PassthroughCluster', 'BlackHoleCluster'];

/**
 * Reads lines of the default formats, TEXT and JSON, of Istio's proxy and of the MetaProtocol proxy. In all TEXT
 * formats the same four fields follow one another: cluster, upstream local, downstream local, downstream remote
 * address; what comes before them varies. Anything else (the agent's log, half a line) is undefined.
 */
export function readDefaultLine(line: string): LogFields | undefined {
  return line.startsWith('{') ? readJsonLine(line) : readTextLine(line);
}

function readTextLine(line: string): LogFields | undefined {
  const start = clusterStart(line);
  if (start === -1) return undefined;
  const end = line.indexOf(' ', start);
  // Four blanks on: the end of the remote address.
  const local = line.indexOf(' ', end + 1);
  const downstream = line.indexOf(' ', local + 1);
  if (end === -1 || local === -1 || downstream === -1) return undefined;
  const after = line.indexOf(' ', downstream + 1);
  const remoteEnd = after === -1 ? line.length : after;
  const next = after === -1 ? -1 : line.indexOf(' ', after + 1);
  return {
    cluster: line.slice(start, end),
    remote: line.slice(downstream + 1, remoteEnd),
    // Istio's lines end with the server name and the route, those of MetaProtocol with the route alone.
    serverName: next === -1 ? '' : line.slice(after + 1, next),
  };
}

/** Where the cluster begins: a word of its own, outside quotes. */
function clusterStart(line: string): number {
  for (const name of CLUSTERS) {
    let at = line.indexOf(name);
    while (at !== -1) {
      if (at > 0 && line.charCodeAt(at - 1) === 32) return at;
      at = line.indexOf(name, at + 1);
    }
  }
  return -1;
}

function readJsonLine(line: string): LogFields | undefined {
  if (!line.includes('upstream_cluster')) return undefined;
  try {
    const fields = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const { upstream_cluster: cluster, downstream_remote_address: remote, requested_server_name: name } = fields;
    if (typeof cluster !== 'string' || typeof remote !== 'string') return undefined;
    return { cluster, remote, serverName: typeof name === 'string' ? name : '' };
  } catch {
    return undefined;
  }
}

const OPERATORS: ReadonlyMap<string, keyof LogFields> = new Map<string, keyof LogFields>([
  ['UPSTREAM_CLUSTER', 'cluster'],
  ['UPSTREAM_CLUSTER_RAW', 'cluster'],
  ['DOWNSTREAM_REMOTE_ADDRESS', 'remote'],
  ['DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT', 'remote'],
  ['DOWNSTREAM_DIRECT_REMOTE_ADDRESS', 'remote'],
  ['DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT', 'remote'],
  ['REQUESTED_SERVER_NAME', 'serverName'],
]);

/**
 * Reads lines of a format of one's own (`accessLogFormat`), TEXT or a JSON object of commands.
 *
 * @returns undefined when the format does not write the upstream cluster, for then nothing can be learnt
 */
export function readerOfFormat(format: string): ReadLine | undefined {
  const trimmed = format.trim();
  return trimmed.startsWith('{') ? readerOfObject(trimmed) : readerOfText(trimmed);
}

function readerOfText(format: string): ReadLine | undefined {
  const names: (keyof LogFields)[] = [];
  let pattern = '';
  let at = 0;
  for (const found of format.matchAll(/%([A-Z][A-Z0-9_]*)(?:\([^)%]*\))?(?::\d+)?%/g)) {
    pattern += literal(format.slice(at, found.index));
    at = found.index + found[0].length;
    const name = OPERATORS.get(found[1] ?? '');
    const isQuoted = format[at] === '"';
    // A value ends where the text behind it begins: at a quote, or at a blank.
    const value = isQuoted ? '[^"]*' : '[^ ]*';
    if (name === undefined || names.includes(name)) pattern += value;
    else {
      names.push(name);
      pattern += `(${value})`;
    }
  }
  if (!names.includes('cluster')) return undefined;
  const expression = new RegExp(`^${pattern}${literal(format.slice(at))}$`);
  return (line) => {
    const found = expression.exec(line.trimEnd());
    if (found === null) return undefined;
    const value = (name: keyof LogFields) => found[names.indexOf(name) + 1] ?? '';
    return {
      cluster: value('cluster'),
      remote: names.includes('remote') ? value('remote') : '',
      serverName: names.includes('serverName') ? value('serverName') : '',
    };
  };
}

function readerOfObject(format: string): ReadLine | undefined {
  const keys = new Map<keyof LogFields, string>();
  let commands: Readonly<Record<string, unknown>>;
  try {
    commands = JSON.parse(format) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
  for (const [key, command] of Object.entries(commands)) {
    const name = OPERATORS.get(/^%([A-Z0-9_]+)%$/.exec(String(command))?.[1] ?? '');
    if (name !== undefined && !keys.has(name)) keys.set(name, key);
  }
  const cluster = keys.get('cluster');
  if (cluster === undefined) return undefined;
  return (line) => {
    if (!line.startsWith('{')) return undefined;
    try {
      const fields = JSON.parse(line) as Readonly<Record<string, unknown>>;
      const text = (name: keyof LogFields) => {
        const value = fields[keys.get(name) ?? ''];
        return typeof value === 'string' ? value : '';
      };
      return { cluster: text('cluster'), remote: text('remote'), serverName: text('serverName') };
    } catch {
      return undefined;
    }
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** One line of evidence, before anybody knows who stands behind the addresses. */
export interface Access {
  readonly direction: 'outbound' | 'inbound';
  readonly port: number;
  /** Of an outbound cluster; '' for an inbound one. */
  readonly host: string;
  /** Without its port. */
  readonly remoteAddress: string;
  /** The server name that the client asked for; '' where there is none. */
  readonly serverName: string;
  readonly count: number;
  /** Where the first line of its kind stands: `FILE:LINE`. */
  readonly place: string;
  /** When the last one was seen (RFC 3339); undefined where the evidence does not say. */
  readonly last?: string | undefined;
}

/** Whose log a file is. */
export interface LogSource {
  readonly file: string;
  /** `<pod>.<namespace>.log` (also with `.gz`); undefined where the name says nothing. */
  readonly pod: { readonly name: string; readonly namespace: string } | undefined;
}

/** What is known of the log that a file holds by its name. */
export function logSource(file: string): LogSource {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const found =
    /^([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\.([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\.(?:log|json|txt)(?:\.gz)?$/.exec(name);
  const [, pod, namespace] = found ?? [];
  return { file, pod: pod === undefined || namespace === undefined ? undefined : { name: pod, namespace } };
}

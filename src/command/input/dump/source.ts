import type { Pod } from '../../../cluster/pods.js';
import type { Target } from '../../../cluster/target.js';
import { type Dump, openDump } from '../../../inspect/dump.js';
import { readBytes } from '../../../load/read.js';
import { printable } from '../../../output/printable.js';
import { InputError, UsageError } from '../../shell/errors.js';
import { readStdin } from '../../shell/stdin.js';
import { plainText } from '../unpacked.js';

/** The values of `sourceFlags`. */
export interface SourceFlags {
  readonly file?: string | undefined;
  readonly 'admin-address'?: string | undefined;
  readonly 'proxy-admin-port': number;
  readonly selector?: string | undefined;
  readonly namespace?: string | undefined;
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly 'all-pods'?: boolean | undefined;
}

/** A dump, and the pod that it is from, if it is from one. */
export interface Sourced {
  readonly dump: Dump;
  readonly pod?: Pod | undefined;
}

/** Whether the flags or the target name a place to read a dump from. */
export function namesSource(target: string | undefined, flags: SourceFlags): boolean {
  return [target, flags.file, flags['admin-address'], flags.selector].some((each) => each !== undefined);
}

/**
 * Reads the dump that the command line names; several with `--all-pods`. `note` gets lines for standard error. Raises
 * `UsageError`, `InputError` for a file, `ClusterFailure` for everything live.
 */
export async function readDumps(
  target: string | undefined,
  flags: SourceFlags,
  note: (line: string) => Promise<void>,
): Promise<readonly Sourced[]> {
  const address = flags['admin-address'];
  if (target !== undefined && (flags.file !== undefined || address !== undefined)) {
    throw new UsageError(`${printable(target)} and --file or --admin-address are two places to read from. Name one.`);
  }
  if (flags.file !== undefined) return [{ dump: await readFileDump(flags.file) }];
  if (address !== undefined) return [{ dump: await readAdminDump(address) }];
  if (!namesSource(target, flags)) {
    throw new UsageError(
      'No proxy to look at. Name a pod or TYPE/NAME, or a dump with --file, or a port with --admin-address.',
    );
  }
  return readPodDumps(target, flags, note);
}

async function readFileDump(path: string): Promise<Dump> {
  if (path === '-') return openDump('<stdin>', await plainText(await readStdin(), 'standard input'));
  try {
    return openDump(path, await plainText(await readBytes(path), printable(path)));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`Cannot read the dump ${printable(path)}: ${(error as Error).message}. Check the path.`);
  }
}

async function readAdminDump(address: string): Promise<Dump> {
  const { fetchAdminDump, isAdminAddress } = await import('../../../cluster/config-dump.js');
  if (!isAdminAddress(address)) {
    throw new UsageError(`--admin-address ${printable(address)} is not HOST:PORT. Write for example localhost:15000.`);
  }
  return openDump(address, await fetchAdminDump(address));
}

async function readPodDumps(
  text: string | undefined,
  flags: SourceFlags,
  note: (line: string) => Promise<void>,
): Promise<readonly Sourced[]> {
  const target = text === undefined ? undefined : await checkTarget(text);
  if (target !== undefined && flags.selector !== undefined) {
    throw new UsageError('A target and --selector are two ways to choose pods. Name one.');
  }
  const [{ connect }, { selectPods }, { fetchPodDump }] = await Promise.all([
    import('../../../cluster/connection.js'),
    import('../../../cluster/pods.js'),
    import('../../../cluster/config-dump.js'),
  ]);
  const connection = await connect({ kubeconfig: flags.kubeconfig, context: flags.context, env: process.env });
  try {
    const namespace = flags.namespace ?? connection.namespace;
    const pods = await selectPods(connection, { target, selector: flags.selector, namespace });
    const chosen = flags['all-pods'] ? pods : pods.slice(0, 1);
    const [first] = chosen;
    if (first !== undefined && !flags['all-pods'] && target?.type !== 'pod') {
      const others = pods.length > 1 ? ` (one of ${pods.length} ready pods)` : '';
      await note(printable(`Pod ${first.namespace}/${first.name}${others}`));
    }
    const dumps: Sourced[] = [];
    for (const pod of chosen) {
      const bytes = await fetchPodDump(connection, pod, flags['proxy-admin-port']);
      dumps.push({ dump: openDump(`pod ${pod.namespace}/${pod.name}`, bytes), pod });
    }
    return dumps;
  } finally {
    connection.close();
  }
}

async function checkTarget(text: string): Promise<Target> {
  const { parseTarget, targetTypes } = await import('../../../cluster/target.js');
  const target = parseTarget(text);
  if (target === undefined) {
    throw new UsageError(
      `${printable(text)} is not [TYPE/]NAME[.NAMESPACE]. TYPE is one of ${targetTypes.join(', ')}.`,
    );
  }
  return target;
}

import type { AdminPort } from '../../../cluster/admin.js';
import type { Pod } from '../../../cluster/pods.js';
import type { Target } from '../../../cluster/target.js';
import { type Dump, openDump } from '../../../inspect/dump.js';
import { readBytes } from '../../../load/read.js';
import { printable } from '../../../output/printable.js';
import { InputError, UsageError } from '../../shell/errors.js';
import type { FilledFlagValues } from '../../shell/flag-values.js';
import { readStdin } from '../../shell/stdin.js';
import { plainText } from '../unpacked.js';
import type { sourceFlags } from './flags.js';

/** The values of `sourceFlags`. */
export interface SourceFlags
  extends Pick<
    FilledFlagValues<typeof sourceFlags>,
    'file' | 'admin-address' | 'proxy-admin-port' | 'selector' | 'namespace' | 'kubeconfig' | 'context'
  > {
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

/** Opens a dump in a file, packed or not; raises `InputError`. */
export async function readFileDump(path: string): Promise<Dump> {
  if (path === '-') return openDump('<stdin>', await plainText(await readStdin(), 'standard input'));
  try {
    return openDump(path, await plainText(await readBytes(path), printable(path)));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`Cannot read the dump ${printable(path)}: ${(error as Error).message}. Check the path.`);
  }
}

async function readAdminDump(address: string): Promise<Dump> {
  const { fetchDump } = await import('../../../cluster/config-dump.js');
  return openDump(address, await fetchDump(await adminPort(address)));
}

/** The admin port at HOST:PORT; raises `UsageError` when that is none. */
export async function adminPort(address: string): Promise<AdminPort> {
  const { adminAt, isAdminAddress } = await import('../../../cluster/admin.js');
  if (!isAdminAddress(address)) {
    throw new UsageError(`--admin-address ${printable(address)} is not HOST:PORT. Write for example localhost:15000.`);
  }
  return adminAt(address);
}

/** Reads the dumps of pods, through port-forwards. */
async function readPodDumps(
  text: string | undefined,
  flags: SourceFlags,
  note: (line: string) => Promise<void>,
): Promise<readonly Sourced[]> {
  const { fetchDump } = await import('../../../cluster/config-dump.js');
  return withPods(text, flags, note, async (pods) => {
    const dumps: Sourced[] = [];
    for (const { pod, admin } of pods) dumps.push({ dump: openDump(admin.name, await fetchDump(admin)), pod });
    return dumps;
  });
}

/**
 * Gives the admin ports that the command line names to `use`: that of --admin-address, or of pods. Raises `UsageError` when it
 * names none, `ClusterFailure` for everything live.
 */
export async function withAdminPorts<T>(
  target: string | undefined,
  flags: SourceFlags,
  note: (line: string) => Promise<void>,
  use: (ports: readonly AdminPort[]) => Promise<T>,
): Promise<T> {
  const address = flags['admin-address'];
  if (target !== undefined && address !== undefined) {
    throw new UsageError(`${printable(target)} and --admin-address are two places to read from. Name one.`);
  }
  if (address !== undefined) return use([await adminPort(address)]);
  if (!namesSource(target, flags)) {
    throw new UsageError('No proxy to look at. Name a pod or TYPE/NAME, or a port with --admin-address.');
  }
  return withPods(target, flags, note, (pods) => use(pods.map(({ admin }) => admin)));
}

/** A pod and the way to the admin port of its proxy. */
export interface PodPort {
  readonly pod: Pod;
  readonly admin: AdminPort;
}

/**
 * Gives the pods that a target or `--selector` means to `use`: one, or all with `--all-pods`. The connection ends with it.
 * Raises `UsageError` and `ClusterFailure`.
 */
export async function withPods<T>(
  text: string | undefined,
  flags: SourceFlags,
  note: (line: string) => Promise<void>,
  use: (pods: readonly PodPort[]) => Promise<T>,
): Promise<T> {
  const target = text === undefined ? undefined : await checkTarget(text);
  if (target !== undefined && flags.selector !== undefined) {
    throw new UsageError('A target and --selector are two ways to choose pods. Name one.');
  }
  const [{ connect }, { selectPods }, { adminOfPod }] = await Promise.all([
    import('../../../cluster/connection.js'),
    import('../../../cluster/pods.js'),
    import('../../../cluster/admin.js'),
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
    const port = flags['proxy-admin-port'];
    return await use(chosen.map((pod) => ({ pod, admin: adminOfPod(connection, pod, port) })));
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

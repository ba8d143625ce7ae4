import { type ChildProcess, spawn } from 'node:child_process';
import { bin, cleanEnvironment, root } from '../cli/program.js';
import { until } from '../xds/serve.js';

/** What `aeraki lab -o json` and `/state` say, as far as the tests ask. */
export interface LabNumbers {
  readonly requests: number;
  readonly errors: number;
  readonly limited: number;
  readonly faults: number;
  readonly edits: number;
  readonly routes: Readonly<Record<string, number>>;
  readonly clusters: Readonly<Record<string, number>>;
  readonly mirrors: Readonly<Record<string, number>>;
  readonly workloads: Readonly<Record<string, { readonly requests: number; readonly limited: number }>>;
  readonly clients: {
    readonly sent: number;
    readonly answered: number;
    readonly failed: number;
    readonly unanswered: number;
  };
  readonly listeners: readonly { readonly consumer: string; readonly service: string; readonly address: string }[];
}

/** A running `aeraki lab -o json`, the built program. */
export interface RunningLab {
  /** `http://127.0.0.1:<port>`. */
  readonly page: string;
  readonly pid: number;
  state(): Promise<LabNumbers>;
  /** The port where a consumer's proxy listens for a host. */
  port(host: string): Promise<number>;
  stderr(): string;
  /** Sends SIGINT, as Ctrl-C does, and gives what was printed then. */
  stop(): Promise<{ readonly code: number | null; readonly stdout: string }>;
}

const patience = 60_000;
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export async function startLab(args: readonly string[]): Promise<RunningLab> {
  const all = [bin, 'lab', '-o', 'json', '--admin', '127.0.0.1:0', ...args];
  const child = spawn(process.execPath, all, { cwd: root, env: cleanEnvironment() });
  running.add(child);
  child.once('close', () => running.delete(child));
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const found = () => /Page on (http:\S+)\//.exec(stderr)?.[1];
  await until(
    () => found() !== undefined || child.exitCode !== null,
    patience,
    () => `not ready: ${stderr}`,
  );
  const page = found();
  if (page === undefined) throw new Error(`aeraki lab ended: ${stderr}`);
  const state = async () => (await (await fetch(`${page}/state`)).json()) as LabNumbers;
  return {
    page,
    pid: child.pid ?? 0,
    state,
    async port(host) {
      const { listeners } = await state();
      return Number(listeners.find(({ service }) => service.startsWith(`${host}:`))?.address.replace(/^.*:/, ''));
    },
    stderr: () => stderr,
    async stop() {
      child.kill('SIGINT');
      return { code: await closed, stdout };
    },
  };
}

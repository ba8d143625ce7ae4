import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExitCode } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { Progress } from '../shell/progress.js';
import type { Stream, Terminal } from '../shell/terminal.js';
import type { sidecarFlags } from './flags.js';
import type { LazyFlags, SidecarFlags } from './run.js';

export const sidecarFormats = ['yaml', 'json', 'table', 'html', 'dot', 'mermaid'] as const;

export interface DeliverFlags
  extends Omit<SidecarFlags, 'output'>,
    LazyFlags,
    Pick<FilledFlagValues<typeof sidecarFlags>, 'output' | 'scope' | 'lazy' | 'write'> {}

interface Delivered {
  readonly result: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: ExitCode;
}

/** Runs what the flags ask for and writes it to standard output, or to files. */
export async function deliverSidecar(
  paths: readonly string[],
  flags: DeliverFlags,
  terminal: Terminal,
  display: Progress,
): Promise<Delivered> {
  const { runLazy, runScope, runSidecar } = await import('./run.js');
  const { stdout } = terminal;
  if (flags.scope !== undefined) {
    const run = await runScope(paths, flags.scope, flags);
    display.stop();
    await structured(stdout, run.result, flags.output);
    return run;
  }
  if (flags.lazy) {
    const run = await runLazy(paths, flags, flags);
    display.stop();
    if (flags.output === 'json') await structured(stdout, run.result, 'json');
    else
      await objects(
        terminal,
        run.result.afterTraffic.map(({ object }) => object as unknown as NamedObject),
        flags.write,
      );
    return run;
  }
  const run = await runSidecar(paths, flags, display);
  const { exitCode, diagnostics, ...rest } = run;
  display.stop();
  const result = { ...rest, diagnostics };
  await report(result, flags, terminal);
  return { result, diagnostics, exitCode };
}

interface NamedObject {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string; readonly name?: string };
}

async function report(
  result: import('../../sidecar/report.js').SidecarReport,
  flags: DeliverFlags,
  terminal: Terminal,
): Promise<void> {
  const { output, write, calls, check, estimate } = flags;
  const { stdout } = terminal;
  if (output === 'json') return structured(stdout, result, output);
  if (output === 'html' || output === 'dot' || output === 'mermaid') {
    const { graphText } = await import('../../output/sidecar/graph.js');
    return stdout.write(graphText(result.graph ?? [], output));
  }
  const asTable = output === 'table' || calls || check || estimate;
  if (!asTable) return objects(terminal, result.sidecars, write);
  const { callsTable, estimateTable, sidecarsTable } = await import('../../output/sidecar/table.js');
  const { width } = await stdout.style();
  const options = { width };
  if (result.estimate !== undefined) return stdout.write(estimateTable(result.estimate, options));
  return stdout.write(calls || check ? callsTable(result, options) : sidecarsTable(result, options));
}

async function structured(stdout: Stream, value: unknown, output: string): Promise<void> {
  if (output === 'json') {
    const { json } = await import('../../output/json.js');
    return stdout.write(json(value));
  }
  const { toYaml } = await import('../../output/yaml.js');
  return stdout.write(toYaml(value));
}

/** Objects as `kubectl apply -f -` takes them, or each in a file of its own. */
async function objects(
  { stdout, stderr }: Terminal,
  list: readonly NamedObject[],
  directory: string | undefined,
): Promise<void> {
  const { toYaml, yamlChunks } = await import('../../output/yaml.js');
  if (directory === undefined) return stdout.write(yamlChunks(list));
  const { fileName } = await import('../../output/translation/files.js');
  const { writeDirectory } = await import('../shell/output-directory.js');
  const files = list.map((object): [string, string] => {
    const { namespace = 'default', name = '' } = object.metadata;
    return [`${object.kind.toLowerCase()}/${fileName(namespace)}/${fileName(name)}.yaml`, toYaml(object)];
  });
  const { written, removed } = await writeDirectory(directory, new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))));
  await stderr.write(`${files.length} objects in ${directory}: ${written} written, ${removed} removed.\n`);
}

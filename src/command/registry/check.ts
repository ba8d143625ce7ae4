import { diagnose } from '../../diagnostics/diagnose.js';
import { json } from '../../output/json.js';
import { checkRules } from '../../registry/check/check.js';
import { statesOf } from '../../registry/convert/convert-dumps.js';
import { type PlainInputFlags, readInputs } from '../input/inputs.js';
import { registryOptions } from '../input/registry/convert-options.js';
import type { RegistryFlags } from '../input/registry/flags.js';
import type { LiveFlags } from '../input/registry/live.js';
import { readConverted } from '../input/registry/read.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import type { checkFlags } from './check-flags.js';
import { registriesAndRules } from './rules.js';
import { exitOf } from './say.js';

export interface CheckFlags
  extends RegistryFlags,
    LiveFlags,
    Omit<PlainInputFlags, 'exclude'>,
    Pick<FilledFlagValues<typeof checkFlags>, 'output' | 'filename'> {}

/** Runs `aeraki registry check`: rules and registry beside each other; exit 79 when something does not fit. */
export async function runCheck(words: readonly string[], given: CheckFlags, terminal: Terminal): Promise<ExitCode> {
  const { registries, flags } = registriesAndRules(words, given);
  const converted = await readConverted(registries, flags);
  const { dumps, findings: failed } = converted.read;
  const options = await registryOptions(flags);
  const { namespace, kubeconfig, context, istioNamespace } = flags;
  const loaded = await readInputs(flags.filename, {
    namespace,
    kubeconfig,
    context,
    istioNamespace,
    'all-namespaces': flags['all-namespaces'],
    'root-namespace': flags['root-namespace'],
  });
  const states = dumps.flatMap((named) => statesOf(named, options).at(-1) ?? []);
  const file = dumps.map((each) => each.file).join(', ');
  const { entries } = converted;
  // Half of the registries would make the other half look gone.
  const own = failed.length > 0 ? [] : checkRules({ entries, states, resources: loaded.resources, file });
  const all = diagnose([...loaded.findings, ...converted.findings, ...own], loaded.locate);
  const shown =
    flags.verbose === true ? all : all.filter(({ severity, code }) => severity !== 'info' || code === 'AER1244');
  if (flags.output === 'json') await terminal.stdout.write(json({ diagnostics: all }));
  else {
    await printDiagnostics(terminal.stdout, shown);
    if (shown.length === 0) await terminal.stderr.write('Rules and registry fit together.\n');
  }
  const warned = all.some(({ severity }) => severity === 'warning');
  return worst(exitOf(all), warned ? exit.findings : exit.fine);
}

import { diagnose } from '../../diagnostics/diagnose.js';
import { type Compared, compareInventories, type Inventory, inventory } from '../../inspect/compare.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { exitCodeOf } from '../input/dump/exit-code.js';
import type { Sourced } from '../input/dump/source.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import type { Part, ShowFlags } from './part.js';

/** Answers `--all-pods`: is what is shown the same in every pod, and if not, who differs in what? Exit 79 if not. */
export async function showComparison(
  dumps: readonly Sourced[],
  flags: ShowFlags,
  terminal: Terminal,
  parts: readonly Part[],
): Promise<ExitCode> {
  const inventories = new Map<string, Inventory>();
  const findings = dumps.flatMap(({ dump }) => dump.findings);
  for (const { dump, pod } of dumps) {
    // The bootstrap says who a pod is: it is never the same.
    const compared = parts.filter(({ title }) => title !== 'BOOTSTRAP');
    const views = compared.map(({ title, view }) => ({ title, view: view(dump) }));
    findings.push(...views.flatMap(({ view }) => view.findings));
    const own = [pod?.name, pod?.address].flatMap((each) => (each ? [each] : []));
    inventories.set(pod?.name ?? dump.name, inventory(views, own));
  }
  const compared = compareInventories(inventories);
  const same = compared.groups.length < 2;
  await terminal.stdout.write(
    flags.output === 'short' ? comparisonText(compared) : await comparisonData(compared, flags),
  );
  const diagnostics = diagnose(findings);
  await printDiagnostics(terminal.stderr, diagnostics);
  return worst(exitCodeOf(diagnostics), same ? exit.fine : exit.findings);
}

async function comparisonData({ groups, differences }: Compared, flags: ShowFlags): Promise<string> {
  const result = { same: groups.length < 2, groups, differences };
  if (flags.output === 'json') return json(result);
  const { toYaml } = await import('../../output/yaml.js');
  return toYaml(result);
}

function comparisonText({ groups, differences }: Compared): string {
  const [first = []] = groups;
  const lines = [
    groups.length < 2
      ? `The same in ${first.length === 1 ? 'the one pod' : `all ${first.length} pods`}: ${first.join(', ')}`
      : `The same in ${first.length} of ${groups.flat().length} pods: ${first.join(', ')}`,
  ];
  for (const { proxies, changes } of differences) {
    lines.push(`Different in ${proxies.join(', ')}:`);
    for (const { name, change } of changes) lines.push(`  ${change} ${name}`);
  }
  return `${lines.map(printable).join('\n')}\n`;
}

import { writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { RouteTest } from '../../model/route-test.js';
import { generateTest } from '../../routetest/generate.js';
import { checkPaths, readInputs, wantsCluster } from '../input/inputs.js';
import { type RulesFlags, rulesOf, splitPrinted, traitsIn } from '../input/rules.js';
import { FailureError } from '../shell/errors.js';
import type { ExitCode } from '../shell/exit.js';
import { makeFolder } from '../shell/make-folder.js';
import { withoutTests } from './merge-loaded.js';
import { exitCode } from './run.js';

export interface GeneratedTest {
  readonly test: RouteTest;
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: ExitCode;
}

/**
 * `test --generate`: a first test for the rules, which it names relative to the folder where it will lie: that of
 * `--output-file`, else the working directory. Raises what `readInputs` raises.
 */
export async function generateFromRules(
  paths: readonly string[],
  flags: RulesFlags & { readonly 'output-file'?: string | undefined },
): Promise<GeneratedTest> {
  const { printed, rest } = await splitPrinted(wantsCluster(flags) ? paths : checkPaths(paths, flags));
  const { load } = await import('../../load/load.js');
  const nothing = rest.length === 0 && !wantsCluster(flags);
  const loaded = nothing ? await load([], { namespace: 'default', exclude: [] }) : await readInputs(rest, flags);
  const { rules, diagnostics } = await rulesOf(withoutTests(loaded), printed, flags);
  const folder = dirname(resolve(flags['output-file'] ?? 'test.yaml'));
  const names = paths.filter((path) => path !== '-').map((path) => relative(folder, resolve(path)) || '.');
  const { test, findings } = generateTest(rules, names, traitsIn(flags));
  const all = [...diagnostics.filter(({ severity }) => severity === 'error'), ...diagnose(findings)];
  return { test, diagnostics: all, exitCode: exitCode(all) };
}

/** Writes the test; its folder is made if it is not there. Raises `FailureError`. */
export async function writeGenerated(file: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(file));
    await writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FailureError(`Cannot write ${file}: ${reason}. Name another file with --output-file.`);
  }
}

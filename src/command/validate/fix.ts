import { readFile } from 'node:fs/promises';
import { reasonOf } from '../../diagnostics/reason.js';
import { STDIN } from '../../load/load.js';
import { lineDiff } from '../../output/line-diff.js';
import { printable } from '../../output/printable.js';
import { applyEdits } from '../../validate/fix/apply.js';
import { type Edit, planFixes } from '../../validate/fix/plan.js';
import { replaceFile } from '../shell/replace-file.js';
import type { ValidateReport } from './run.js';

export interface Fixed {
  /** What is left. */
  readonly report: ValidateReport;
  /** The files that were rewritten, ready to be printed. */
  readonly changed: readonly string[];
  /** What changed, as a unified diff. */
  readonly diff: string;
  /** Why a file could not be rewritten, one line each, ready to be printed; it stands as it was. */
  readonly failures: readonly string[];
}

/** A field that is put right may hold others that are not; more levels than this no resource has. */
const maxRounds = 16;

/**
 * `validate --fix`: rewrites the files in which something is safe to correct, until there is nothing more. Standard
 * input and a cluster stay as they are. A file that cannot be written is a failure; the others are rewritten all the same.
 */
export async function fixAll(first: ValidateReport, again: () => Promise<ValidateReport>): Promise<Fixed> {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const failures = new Map<string, string>();
  let report = first;
  for (let round = 0; round < maxRounds; round++) {
    if (!(await fixOnce(report, before, after, failures))) break;
    report = await again();
  }
  const files = [...after.keys()].sort();
  const diffs = files.map((file) => lineDiff(file, before.get(file) ?? '', after.get(file) ?? ''));
  return { report, changed: files.map(printable), diff: diffs.join(''), failures: [...failures.values()] };
}

async function fixOnce(
  { findings }: ValidateReport,
  originals: Map<string, string>,
  results: Map<string, string>,
  failures: Map<string, string>,
): Promise<boolean> {
  const byFile = new Map<string, Edit[]>();
  for (const edit of await planFixes(findings)) {
    const { file } = edit.source;
    if (file === STDIN || file.startsWith('cluster:') || failures.has(file)) continue;
    byFile.set(file, [...(byFile.get(file) ?? []), edit]);
  }
  let changed = false;
  for (const [file, edits] of byFile) {
    const before = await readFile(file, 'utf8');
    const after = applyEdits(before, edits);
    if (after === before) continue;
    try {
      await replaceFile(file, after);
    } catch (error) {
      const why = `${file} cannot be rewritten: ${reasonOf(error)}. It stands as it was; make room or permission, then run --fix again.`;
      failures.set(file, printable(why));
      continue;
    }
    changed = true;
    if (!originals.has(file)) originals.set(file, before);
    results.set(file, after);
  }
  return changed;
}

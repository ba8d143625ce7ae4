import { readFile, writeFile } from 'node:fs/promises';
import { STDIN } from '../load/load.js';
import { lineDiff } from '../output/line-diff.js';
import { printable } from '../output/printable.js';
import { applyEdits } from '../validate/fix/apply.js';
import { type Edit, planFixes } from '../validate/fix/plan.js';
import { FailureError } from './errors.js';
import type { ValidateReport } from './validate.js';

export interface Fixed {
  /** What is left. */
  readonly report: ValidateReport;
  /** The files that were rewritten, ready to be printed. */
  readonly changed: readonly string[];
  /** What changed, as a unified diff. */
  readonly diff: string;
}

/** A field that is put right may hold others that are not; more levels than this no resource has. */
const maxRounds = 16;

/**
 * `validate --fix`: rewrites the files in which something is safe to correct, until there is nothing more. Standard
 * input and a cluster stay as they are. Raises `FailureError` for a file that cannot be written.
 */
export async function fixAll(first: ValidateReport, again: () => Promise<ValidateReport>): Promise<Fixed> {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  let report = first;
  for (let round = 0; round < maxRounds; round++) {
    if (!(await fixOnce(report, before, after))) break;
    report = await again();
  }
  const files = [...after.keys()].sort();
  const diffs = files.map((file) => lineDiff(file, before.get(file) ?? '', after.get(file) ?? ''));
  return { report, changed: files.map(printable), diff: diffs.join('') };
}

async function fixOnce(
  { findings }: ValidateReport,
  originals: Map<string, string>,
  results: Map<string, string>,
): Promise<boolean> {
  const byFile = new Map<string, Edit[]>();
  for (const edit of await planFixes(findings)) {
    const { file } = edit.source;
    if (file === STDIN || file.startsWith('cluster:')) continue;
    byFile.set(file, [...(byFile.get(file) ?? []), edit]);
  }
  let changed = false;
  for (const [file, edits] of byFile) {
    const before = await readFile(file, 'utf8');
    const after = applyEdits(before, edits);
    if (after === before) continue;
    await writeFile(file, after).catch((error: Error) => {
      throw new FailureError(`${printable(file)} cannot be rewritten: ${error.message}. Check its permissions.`);
    });
    changed = true;
    if (!originals.has(file)) originals.set(file, before);
    results.set(file, after);
  }
  return changed;
}

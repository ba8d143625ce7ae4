import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../shell/make-folder.js';
import { refuseLinks } from '../shell/output-directory.js';
import { writeNew } from '../shell/replace-file.js';
import { copyExamples } from './examples.js';
import { exampleCommands, filled, firstCommands, type Protocol, projectFiles, type Variant } from './project.js';
import { type InitReport, initText, isThere, reported } from './written.js';

export interface Place {
  /** The installed package, which has the templates and the examples. */
  readonly packageRoot: string;
  /** Of this program; hook and workflow install it. */
  readonly version: string;
}

/**
 * Writes a project into `directory`, which is made where it is not there. A file that is there stays as it is. Raises
 * `FailureError` where something else is in the way.
 */
export async function writeProject(
  protocol: Protocol,
  variant: Variant,
  directory: string,
  { packageRoot, version }: Place,
): Promise<InitReport> {
  const files = projectFiles(protocol, variant);
  const created: string[] = [];
  const kept: string[] = [];
  await reported(directory, async () => {
    await makeFolder(directory);
    // All that could fail is looked at before the first file is written.
    for (const { path } of files) await refuseLinks(directory, path);
    for (const { path, template } of files) {
      const target = join(directory, path);
      if (await isThere(target)) {
        kept.push(path);
        continue;
      }
      const text = await readFile(join(packageRoot, 'templates', 'init', template), 'utf8');
      await makeFolder(dirname(target));
      await writeNew(target, filled(text, protocol, variant, version), { flush: false });
      created.push(path);
    }
  });
  return { directory, created, kept };
}

/** Runs `aeraki init` and gives what it did and what it prints. */
export async function init(
  what: Protocol | 'examples',
  variant: Variant,
  directory: string,
  place: Place,
): Promise<{ readonly report: InitReport; readonly text: string }> {
  if (what === 'examples') {
    const report = await copyExamples(directory, place.packageRoot);
    return { report, text: initText(report, exampleCommands) };
  }
  const report = await writeProject(what, variant, directory, place);
  return { report, text: initText(report, firstCommands(what, variant)) };
}

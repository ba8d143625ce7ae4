import { json } from '../../output/json.js';
import type { RegistryFlags } from '../input/registry/flags.js';
import type { LiveFlags } from '../input/registry/live.js';
import { readRegistries } from '../input/registry/read.js';
import { UsageError } from '../shell/errors.js';
import type { ExitCode } from '../shell/exit.js';
import type { Terminal } from '../shell/terminal.js';
import { exitOf, sayFindings } from './say.js';

/** Runs `aeraki registry dump`: the state of one registry as the file that all other commands read. */
export async function runDump(
  words: readonly string[],
  flags: Pick<RegistryFlags, 'registry-name' | 'root' | 'verbose'> &
    LiveFlags & { readonly about?: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> {
  if (words.length > 1)
    throw new UsageError('A dump is of one registry. Name one; the other commands take several dumps.');
  const read = await readRegistries(words, flags);
  const diagnostics = await sayFindings(read.findings, terminal, true);
  const [named] = read.dumps;
  if (named !== undefined) {
    const { dump, file, registryName } = named;
    await terminal.stdout.write(
      json({ about: flags.about ?? `dump of ${file}`, name: registryName ?? 'default', ...dump }),
    );
  }
  return exitOf(diagnostics);
}

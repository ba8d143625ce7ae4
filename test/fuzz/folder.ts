import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'AERAKI_FUZZ_FOLDER';

/**
 * The folder in which targets write what they try. Whoever asks first has made it and takes it away at its end, however that
 * comes; the threads that it starts, which may be ended at any moment, write into the same one.
 */
export function temporaryFolder(): string {
  const known = process.env[variable];
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'aeraki-fuzz-'));
  process.env[variable] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** A signal ends the process by the way on which the folder is taken away. */
export function exitOnSignals(): void {
  for (const [signal, number] of Object.entries(numbers)) process.once(signal, () => process.exit(128 + number));
}

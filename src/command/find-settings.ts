import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest `.aeraki.yaml` from `directory` upward, or nothing. */
export function findSettingsFile(directory: string): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    const path = join(folder, '.aeraki.yaml');
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes the licences of the packages whose code is in the bundle, as they ask for: `dist/third-party-licences.txt`. */
export async function writeLicences(root: string): Promise<void> {
  const meta = JSON.parse(readFileSync(join(root, 'dist', 'meta.json'), 'utf8')) as { inputs: Record<string, unknown> };
  const folders = new Set(
    Object.keys(meta.inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((one) => /^(licen[cs]e|copying)/i.test(one));
    const text =
      file && existsSync(join(root, folder, file)) ? readFileSync(join(root, folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${typeof license === 'string' ? license : 'see below'})\n\n${text}\n`;
  });
  const heading = 'The bundle of aeraki holds code of these packages, each under its own licence.\n';
  await writeFile(join(root, 'dist', 'third-party-licences.txt'), [heading, ...parts].join(`\n${'-'.repeat(80)}\n`));
}

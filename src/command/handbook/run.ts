import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printable } from '../../output/printable.js';
import { type ExitCode, exit } from '../shell/exit.js';
import { readJson } from '../shell/read-json.js';
import type { CommandTable } from '../shell/resolve.js';
import type { Terminal } from '../shell/terminal.js';
import { findPage, pagesOf } from './pages.js';
import { runPage } from './run-page.js';

/** Runs a page of the handbook and shows what it runs and what is printed; the exit code says whether all is as the page says. */
export async function runHandbook(asked: string, packageRoot: string, { stdout, stderr }: Terminal): Promise<ExitCode> {
  const page = findPage(asked, await pagesOf(packageRoot));
  const { ran, problems } = await runPage(await readFile(page.path, 'utf8'), {
    program: join(packageRoot, 'bin', 'run.js'),
    table: readJson(join(packageRoot, 'oclif.manifest.json')) as CommandTable,
    environment: process.env,
    before: ({ text }) => stdout.write(text.replace(/\n+$/, '\n').replace(/^(?=.)/gm, '$ ')),
    after: (output) => stdout.write(`${safe(output)}\n`),
  });
  for (const { line, message } of problems)
    await stderr.write(`docs/handbook/${page.name}.md:${line}: ${safe(message)}\n`);
  await stderr.write(`${ran} ${ran === 1 ? 'block was' : 'blocks were'} run; ${verdict(problems.length)}\n`);
  return problems.length === 0 ? exit.fine : exit.findings;
}

function safe(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

function verdict(problems: number): string {
  return problems === 0
    ? 'everything is as the page says.'
    : `${problems} ${problems === 1 ? 'is' : 'are'} not as the page says.`;
}

import { diagnose } from '../../diagnostics/diagnose.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { redact } from '../../envoy/redact.js';
import type { View } from '../../inspect/view.js';
import type { JsonObject } from '../../model/envoy.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { tablePieces } from '../../output/table.js';
import { exitCodeOf } from '../input/dump/exit-code.js';
import { readDumps } from '../input/dump/source.js';
import type { ExitCode } from '../shell/exit.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import type { Part, ShowFlags } from './part.js';

/** Reads the dump and shows it: the whole of a `proxy-config` command. Returns the exit code. */
export async function show(
  target: string | undefined,
  flags: ShowFlags,
  terminal: Terminal,
  parts: readonly Part[],
): Promise<ExitCode> {
  const note = (line: string) => terminal.stderr.write(`${line}\n`);
  const dumps = await readDumps(target, flags, note);
  if (flags['all-pods']) {
    const { showComparison } = await import('./compare.js');
    return showComparison(dumps, flags, terminal, parts);
  }
  const findings: Finding[] = [];
  for (const { dump } of dumps) {
    findings.push(...dump.findings);
    const { width } = await terminal.stdout.style();
    const views = parts
      .map((part) => ({ title: part.title, view: part.view(dump), optional: part.optional === true }))
      .filter(({ view, optional }) => !optional || view.rows.length > 0 || view.findings.length > 0);
    if (flags.output === 'short') await writeTables(views, terminal, width);
    else
      await writeObjects(
        views.map(({ view }) => view),
        flags,
        terminal,
      );
    findings.push(...views.flatMap(({ view }) => view.findings));
  }
  const diagnostics = diagnose(findings);
  await printDiagnostics(terminal.stderr, diagnostics);
  return exitCodeOf(diagnostics);
}

async function writeTables(
  views: readonly { readonly title: string; readonly view: View }[],
  terminal: Terminal,
  width: number | undefined,
): Promise<void> {
  for (const [index, { title, view }] of views.entries()) {
    if (views.length > 1) await terminal.stdout.write(`${index > 0 ? '\n' : ''}${printable(title)}\n`);
    for (const piece of tablePieces(view.headings, view.rows, { width })) await terminal.stdout.write(piece);
  }
}

/** How much text is gathered before it is written: large dumps are never one string. */
const flushAt = 1 << 20;

async function writeObjects(views: readonly View[], flags: ShowFlags, terminal: Terminal): Promise<void> {
  const shown = (object: JsonObject) => (flags['show-secrets'] ? object : redact(object));
  const print = flags.output === 'json' ? jsonItem : await yamlItem();
  let text = flags.output === 'json' ? '[' : '';
  let count = 0;
  for (const view of views) {
    for (const object of view.objects()) {
      text += print(shown(object), count === 0);
      count += 1;
      if (text.length > flushAt) {
        await terminal.stdout.write(text);
        text = '';
      }
    }
  }
  if (flags.output === 'json') text += count === 0 ? ']\n' : '\n]\n';
  else if (count === 0) text = '[]\n';
  await terminal.stdout.write(text);
}

function jsonItem(object: JsonObject, first: boolean): string {
  const text = json(object).trimEnd().replaceAll('\n', '\n  ');
  return `${first ? '' : ','}\n  ${text}`;
}

async function yamlItem(): Promise<(object: JsonObject) => string> {
  const { toYaml } = await import('../../output/yaml.js');
  return (object) => toYaml([object]);
}

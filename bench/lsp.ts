/**
 * The language server on a workspace of 2,000 files with 5,000 documents: from opening a file in an editor that has just
 * started to its first diagnostics, the same later, from a key stroke to the diagnostics that follow from it, each question
 * once the text is known, and the memory, also after some seconds of idleness. Processor time is the server's with all of its
 * threads: other work on the machine does not change it.
 *
 * Run: npm run build && npx tsx bench/lsp.ts [files [keys]]   (2000 and 200 unless told)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Editor, placeOf, write } from '../test/lsp/editor.js';
import { megabytes as megabytesOf, ticked, worked } from './process.js';
import { hostOf, serviceWithRoutes } from './services.js';

const files = Number(process.argv[2] ?? 2_000);
const keys = Number(process.argv[3] ?? 200);

const services = (index: number): string =>
  serviceWithRoutes(
    index,
    `  - name: one
    match: {attributes: {method: {exact: one}}}
    route: [{destination: {host: ${hostOf(index)}, subset: v1}}]
  - name: rest
    route: [{destination: {host: ${hostOf(index)}}}]
`,
  );
const rule = (index: number): string => `---
apiVersion: networking.istio.io/v1beta1
kind: DestinationRule
metadata: {name: rule-${index}, namespace: shop}
spec:
  host: ${hostOf(index)}
  subsets: [{name: v1, labels: {version: v1}}]
`;

const place = mkdtempSync(join(tmpdir(), 'aeraki-bench-lsp-'));
const nameOf = (index: number) => `f${String(index).padStart(5, '0')}.yaml`;
const textOf = (index: number) => services(index) + (index % 2 === 0 ? rule(index) : '');
const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);
const at = (times: readonly number[], share: number) => sorted(times)[Math.floor(times.length * share)] ?? Number.NaN;
const line = (what: string, times: readonly number[]) =>
  console.log(
    `${what}: ${at(times, 0.5).toFixed(1)} ms median, ${at(times, 0.95).toFixed(1)} ms at the 95th percentile, ${Math.max(...times).toFixed(1)} ms most`,
  );

try {
  for (let index = 0; index < files; index++) write(join(place, nameOf(index)), textOf(index));
  let began = performance.now();
  const editor = await Editor.on(place);
  const { pid } = editor.child;
  const megabytes = () => megabytesOf(pid);
  const middle = nameOf(files >> 1);
  const text = textOf(files >> 1);
  const started = ticked(pid);
  const opened = performance.now();
  await editor.openFile(middle, text.replace('routes:', 'rotues:'));
  await editor.diagnostics(middle, (list) => list.some(({ code }) => code === 'AER0101'));
  console.log(
    `first diagnostics ${(performance.now() - opened).toFixed(0)} ms after opening (${(ticked(pid) - started).toFixed(0)} ms of processor), ${(performance.now() - began).toFixed(0)} ms after the start`,
  );
  await editor.settled();
  console.log(
    `${files} files: the whole workspace known after ${(performance.now() - began).toFixed(0)} ms (${ticked(pid)} ms of processor), ${megabytes().toFixed(0)} MB`,
  );
  await editor.closeFile(middle);
  const opening: number[] = [];
  for (let round = 0; round < 20; round++) {
    const name = nameOf(round);
    began = performance.now();
    await editor.openFile(name, textOf(round).replace('routes:', 'rotues:'));
    await editor.diagnostics(name, (list) => list.some(({ code }) => code === 'AER0101'));
    opening.push(performance.now() - began);
    await editor.closeFile(name);
  }
  line('opening a file to its diagnostics', opening);
  await editor.openFile(middle, text);
  await editor.settled();
  const stroke: number[] = [];
  const work: number[] = [];
  for (let key = 0; key < keys; key++) {
    const bad = key % 2 === 0;
    const before = worked(pid);
    began = performance.now();
    await editor.change(middle, bad ? text.replace('subset: v1', `subset: v${key + 2}`) : text);
    await editor.diagnostics(middle, (list) => list.some(({ code }) => code === 'AER0306') === bad);
    stroke.push(performance.now() - began);
    await editor.settled();
    work.push(worked(pid) - before);
  }
  line('a key stroke to its diagnostics', stroke);
  line('  processor time of a key stroke', work);
  console.log(`${megabytes().toFixed(0)} MB after ${keys} key strokes`);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  console.log(`${megabytes().toFixed(0)} MB after six seconds of idleness`);
  await editor.change(middle, text);
  for (const [what, word, rest] of [
    ['hover', 'subset: v1', {}],
    ['completion', 'subset: v1', {}],
    ['definition', 'subset: v1', {}],
    ['references', 'subset: v1', { context: { includeDeclaration: true } }],
    ['hover', 'service-', {}],
    ['codeLens', '', {}],
    ['documentSymbol', '', {}],
    [
      'codeAction',
      '',
      { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, context: { diagnostics: [] } },
    ],
  ] as const) {
    const times: number[] = [];
    let first = 0;
    for (let round = 0; round < 10; round++) {
      await editor.change(middle, `${text}# ${round}\n`);
      await editor.settled();
      began = performance.now();
      await editor.ask(what, middle, placeOf(text, word, 9), rest);
      const took = performance.now() - began;
      if (round === 0) first = took;
      else times.push(took);
    }
    line(`${what}${word === '' ? '' : ` at ${word}`} (the first ${first.toFixed(0)} ms)`, times);
  }
  console.log(`${megabytes().toFixed(0)} MB after all questions`);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  console.log(`${megabytes().toFixed(0)} MB after six more seconds of idleness`);
  await editor.end();
} finally {
  rmSync(place, { recursive: true, force: true });
}

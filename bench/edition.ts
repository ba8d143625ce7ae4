/**
 * What an edit costs under a watch: services with as many MetaRouters, in a tenth as many files and in one. A word of one
 * of them is changed again and again; measured is from the write until (a) a client that subscribed by the incremental
 * form has the new route of `rds serve --watch`, and (b) `validate --watch` has printed the difference. In it is the quiet
 * time that the watcher waits for, 40 ms for clients and 100 ms for people; beside it stands the same with 200 services.
 * Processor time is what a busy machine does not change.
 *
 * Run: npm run build && npx tsx bench/edition.ts [services [edits [PART…]]]   (20000 and 20 unless told)
 *
 * Parts: few, many, one (which input), serve, validate, proxy (which command), storm (a hundred edits a second for a minute);
 * all of them but the storm unless told. With a thousand edits it tells whether the memory grows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editsOfProxy } from './edition/proxy.js';
import { writeRules } from './edition/rules.js';
import { editsOfServe, stormOfServe } from './edition/serve.js';
import { editsOfValidate } from './edition/validate.js';

const [services = 20_000, edits = 20] = process.argv.slice(2, 4).map(Number);
const asked = process.argv.slice(4);
const among = (...parts: readonly string[]): readonly string[] => {
  const own = parts.filter((part) => asked.includes(part));
  return own.length === 0 ? parts : own;
};
const inputs = among('few', 'many', 'one');
const commands = among('serve', 'validate', 'proxy');
const place = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));

try {
  const many = Math.max(1, Math.round(services / 10));
  for (const [input, name, count, files] of [
    ['few', '200 services in 20 files', 200, 20],
    ['many', `${services} services in ${many} files`, services, many],
    ['one', `${services} services in one file`, services, 1],
  ] as const) {
    if (!inputs.includes(input)) continue;
    const folder = join(place, input);
    const written = writeRules(folder, count, files);
    if (asked.includes('storm')) {
      await stormOfServe(name, folder, written, 60);
      continue;
    }
    if (commands.includes('serve')) await editsOfServe(name, folder, written, edits);
    if (commands.includes('proxy')) await editsOfProxy(name, folder, written, edits);
    if (commands.includes('validate')) await editsOfValidate(name, folder, written, edits);
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}

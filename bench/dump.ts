/**
 * How long `aeraki proxy-config` takes for a config dump of 200 MB, and for an ordinary one of 500 KB beside `node -e 0`.
 *
 *     npm run build && npx tsx bench/dump.ts [FOLDER]
 *
 * The large dump is made by repeating the sections of real ones (FOLDER, default ../shared/dumps) until there are 40,000
 * listeners, clusters and MetaProtocol route configurations. Limits: 2.5 s and 900 MB for the large one, three times
 * `node -e 0` for the ordinary one; the exit code is 1 when one is passed.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dumps = process.argv[2] ?? join(root, '..', 'shared', 'dumps');
const folder = mkdtempSync(join(tmpdir(), 'aeraki-bench-'));
const runs = 3;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly bytes: number;
}

try {
  const large = join(folder, 'large.json');
  writeDump(large, 40_000, 200e6);
  const ordinary = join(folder, 'ordinary.json');
  writeDump(ordinary, 90, 500e3);
  console.log(
    `large dump: ${(statSync(large).size / 1e6).toFixed(0)} MB, ordinary dump: ${(statSync(ordinary).size / 1e3).toFixed(0)} KB`,
  );
  let failed = false;
  for (const command of ['routes', 'listeners', 'clusters', 'all']) {
    const { seconds, megabytes, bytes } = best(() => run(['proxy-config', command, '--file', large]));
    const ok = seconds <= 2.5 && megabytes <= 900;
    failed ||= !ok;
    console.log(
      `${command.padEnd(10)} ${seconds.toFixed(2)} s  ${megabytes.toFixed(0)} MB  ${(bytes / 1e6).toFixed(1)} MB of text  ${ok ? 'ok' : 'OVER 2.5 s or 900 MB'}`,
    );
  }
  const nothing = best(() => measure(['-e', '0'], 20)).seconds;
  const usual = best(() =>
    measure([join(root, 'bin', 'run.js'), 'proxy-config', 'routes', '--file', ordinary], 10),
  ).seconds;
  const ok = usual <= 3 * nothing;
  failed ||= !ok;
  console.log(
    `ordinary   ${(usual * 1000).toFixed(0)} ms, node -e 0 ${(nothing * 1000).toFixed(0)} ms, ${(usual / nothing).toFixed(2)} times  ${ok ? 'ok' : 'OVER 3 times'}`,
  );
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(args: readonly string[]): Run {
  return measure([join(root, 'bin', 'run.js'), ...args], 1);
}

/** Runs node that often and gives the mean time; memory is the most that a run had resident. */
function measure(args: readonly string[], times: number): Run {
  const report = join(folder, 'rss');
  const hook = `import{writeFileSync as w}from'node:fs';process.on('exit',()=>w(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
  const options = times === 1 ? ['--import', `data:text/javascript,${encodeURIComponent(hook)}`] : [];
  const start = performance.now();
  let bytes = 0;
  for (let time = 0; time < times; time += 1) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...options, ...args], { maxBuffer: 1 << 30 });
    if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status} ${stderr.toString().slice(0, 1000)}`);
    bytes = stdout.length;
  }
  const seconds = (performance.now() - start) / 1000 / times;
  return { seconds, bytes, megabytes: times === 1 ? Number(readFileSync(report, 'utf8')) / 1024 : 0 };
}

function best(once: () => Run): Run {
  const all = Array.from({ length: runs }, once);
  return all.reduce((one, other) => (other.seconds < one.seconds ? other : one));
}

/** Writes a dump with `count` entries in each of three sections, padded by further ones to about `size` bytes. */
function writeDump(path: string, count: number, size: number): void {
  const source = JSON.parse(readFileSync(join(dumps, 'sidecar-mixed.json'), 'utf8')) as {
    readonly configs: readonly Record<string, unknown>[];
  };
  const entries = (type: string, list: string) => {
    const section = source.configs.find((each) => String(each['@type']).endsWith(type));
    return ((section?.[list] ?? []) as readonly Record<string, unknown>[]).filter(
      (each) => each.error_state === undefined,
    );
  };
  const sections = [
    ['type.googleapis.com/envoy.admin.v3.ListenersConfigDump', 'dynamic_listeners'],
    ['type.googleapis.com/envoy.admin.v3.ClustersConfigDump', 'dynamic_active_clusters'],
    ['type.googleapis.com/aeraki.meta_protocol_proxy.admin.v1alpha.RoutesConfigDump', 'dynamic_route_configs'],
  ] as const;
  const texts = sections.map(([type, list]) =>
    entries(type.slice(type.indexOf('/') + 1), list).map((each) => JSON.stringify(each, undefined, 1)),
  );
  const mean = texts.reduce((sum, all) => sum + all.reduce((own, each) => own + each.length, 0) / all.length, 0);
  // A larger entry, as services with more routes and filters have: blanks, which proxies print too, fill it up.
  const padding = '\n'.padEnd(Math.max(1, Math.floor((size / count - mean) / 3)), ' ');
  const file = openSync(path, 'w');
  writeSync(file, '{\n "configs": [\n');
  for (const [index, [type, list]] of sections.entries()) {
    writeSync(file, `${index > 0 ? ',\n' : ''}{"@type": "${type}", "${list}": [\n`);
    const all = texts[index] ?? [];
    let block = '';
    for (let entry = 0; entry < count; entry += 1) {
      const text = (all[entry % all.length] ?? '').replace(
        /\b(?:example\.com|api|svc)\b/g,
        (word) => `${word}${entry}`,
      );
      block += `${entry > 0 ? ',\n' : ''}${text}${padding}`;
      if (block.length > 1 << 22) {
        writeSync(file, block);
        block = '';
      }
    }
    writeSync(file, `${block}\n]}`);
  }
  writeSync(file, '\n]}\n');
  closeSync(file);
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const { arrows } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  readonly arrows: Readonly<Record<string, readonly string[]>>;
};

/** What the check says of a tree of these files: `rule: from → to`, a line each. */
function checked(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), 'aeraki-architecture-'));
  try {
    for (const [path, text] of Object.entries({ 'bin/run.js': '', 'commands/some.ts': '', ...files })) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    return execFileSync('node', ['script/architecture.mjs', tree], { encoding: 'utf8' });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

const folders = Object.keys(arrows).filter((name) => !name.endsWith('.ts'));
const planted = (from: string, to: string) => [`src/${from}/to-${to}.ts`, `import '../${to}/there.js';`] as const;

describe('the architecture check', function () {
  // It reads two trees of hundreds of files.
  this.timeout(240_000);

  it('has a line for every folder of src', () => {
    const real = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual([...folders, 'command'].sort(), real.map(({ name }) => name).sort());
  });

  it('refuses a wrong import from any folder, and takes every one of the list', () => {
    const all = [...folders, 'command'];
    const files = Object.fromEntries([
      ...all.map((folder) => [`src/${folder}/there.ts`, ''] as const),
      ...folders.flatMap((from) => all.filter((to) => to !== from).map((to) => planted(from, to))),
      ...folders.map((from) => [`src/${from}/to-commands.ts`, "import '../../commands/some.js';"] as const),
    ]);
    const said = checked(files);
    for (const from of folders) {
      const refused = (to: string) => said.includes(`${from}-imports-only-what-the-list-says: src/${from}/to-${to}.ts`);
      assert.ok(refused('commands'), `src/${from} → commands`);
      for (const to of all) {
        if (to !== from) assert.equal(refused(to), !(arrows[from] ?? []).includes(to), `src/${from} → src/${to}`);
      }
    }
  });

  it('refuses an import between the rooms of two commands, a circle, an orphan and a folder without a line', () => {
    const said = checked({
      'src/command/shell/main.ts': '',
      'src/command/input/read.ts': '',
      'src/command/route/run.ts': "import '../decode/run.js'; import '../input/read.js';",
      'src/command/decode/run.ts': '',
      'src/command/shell/wrong.ts': "import '../route/run.js';",
      'src/match/one.ts': "import { two } from './two.js'; export const one = () => two;",
      'src/match/two.ts': "import { one } from './one.js'; export const two = () => one;",
      'src/odd/new.ts': "import '../model/there.js';",
      'src/model/there.ts': '',
      'src/index/reads.ts': "import 'node:fs';",
      'commands/rds/serve.ts': "import '../../src/command/route/run.js';",
    });
    for (const line of [
      'rooms-of-command: src/command/route/run.ts → src/command/decode/run.ts',
      'shell-knows-no-command: src/command/shell/wrong.ts',
      'a-command-has-its-room: commands/rds/serve.ts',
      'no-circular: src/match/',
      'every-folder-has-its-line: src/odd/new.ts',
      'no-orphans: src/match/one.ts',
      'pure-stages-touch-nothing: src/index/reads.ts',
    ]) {
      assert.ok(said.includes(line), `${line}\n${said}`);
    }
    assert.ok(!said.includes('rooms-of-command: src/command/route/run.ts → src/command/input/read.ts'));
  });
});

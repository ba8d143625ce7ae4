import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Context } from 'mocha';
import { skipOutLoud } from '../real/parts/require-part.js';
import { bin, built, cleanEnvironment, folder, root, run } from './program.js';

describe('completion', () => {
  let place: { path: string; remove: () => void };
  let env: NodeJS.ProcessEnv;

  before(async function () {
    this.timeout(120_000);
    await built();
    place = await folder({
      'rules.yaml': '',
      'sub/other.yaml':
        'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a, namespace: shop}\nspec: {hosts: [orders.shop.example.com, pay.shop.example.com]}\n---\n' +
        'apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\nspec: {ports: []}\n',
    });
    const tools = await folder();
    writeFileSync(join(tools.path, 'aeraki'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
    chmodSync(join(tools.path, 'aeraki'), 0o755);
    symlinkSync(join(root, 'bin', 'kubectl-aeraki.js'), join(tools.path, 'kubectl-aeraki'));
    symlinkSync(join(root, 'bin', 'kubectl_complete-aeraki'), join(tools.path, 'kubectl_complete-aeraki'));
    env = cleanEnvironment({ PATH: `${tools.path}${delimiter}${process.env.PATH ?? ''}` });
  });
  after(() => place.remove());

  /** What `command`, run in the folder with the files, prints. */
  function shell(context: Context, program: string, args: readonly string[]): Promise<string> {
    if (spawnSync(program, ['--version']).error)
      skipOutLoud(context, `${program} is not here; get it with: script/real-parts.sh ${program}`);
    return new Promise((resolve) => {
      const child = spawn(program, args, { cwd: place.path, env, timeout: 60_000 });
      let text = '';
      child.stdout.on('data', (part: Buffer) => {
        text += part.toString();
      });
      child.stderr.on('data', (part: Buffer) => {
        text += part.toString();
      });
      child.on('close', () => resolve(text));
    });
  }

  /** Candidates that bash has for this line, as Tab would find them. */
  async function bash(context: Context, line: string): Promise<readonly string[]> {
    const program = `
      source <(aeraki completion bash)
      COMP_LINE=$1 COMP_POINT=\${#1}
      _aeraki aeraki
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const text = await shell(context, 'bash', ['--norc', '-c', program, 'bash', line]);
    return text.split('\n').filter(Boolean).sort();
  }

  it('bash: commands', async function () {
    assert.deepStrictEqual(await bash(this, 'aeraki trans'), ['translate']);
    assert.ok((await bash(this, 'aeraki ')).includes('explain'));
    assert.deepStrictEqual(await bash(this, 'aeraki help trans'), ['translate']);
  });

  it('bash: flags, and not those that are there already', async function () {
    assert.deepStrictEqual(await bash(this, 'aeraki translate --fi'), ['--filename', '--fixed']);
    assert.deepStrictEqual(await bash(this, 'aeraki translate --fixed --fi'), ['--filename']);
    assert.deepStrictEqual(await bash(this, 'aeraki translate -f a --fi'), ['--filename', '--fixed']);
  });

  it('bash: values of flags, behind a blank, an equals sign or a comma', async function () {
    assert.deepStrictEqual(await bash(this, 'aeraki translate -o '), ['json', 'name', 'yaml']);
    assert.deepStrictEqual(await bash(this, 'aeraki translate --output=j'), ['json']);
    assert.deepStrictEqual(await bash(this, 'aeraki translate --to rds,e'), ['rds,envoyfilter']);
    assert.deepStrictEqual(await bash(this, 'aeraki completion z'), ['zsh']);
  });

  it('bash: files and folders', async function () {
    assert.deepStrictEqual(await bash(this, 'aeraki translate '), ['rules.yaml', 'sub']);
    assert.deepStrictEqual(await bash(this, 'aeraki translate -f rul'), ['rules.yaml']);
    assert.deepStrictEqual(await bash(this, 'aeraki translate --mesh-config=rul'), ['rules.yaml']);
    assert.deepStrictEqual(await bash(this, 'aeraki translate --output-dir '), ['sub']);
    assert.deepStrictEqual(await bash(this, 'aeraki version '), []);
  });

  it('bash: hosts of the services in the files that are named, else in the current folder', async function () {
    const hosts = ['cart.shop.svc.cluster.local', 'orders.shop.example.com', 'pay.shop.example.com'];
    assert.deepStrictEqual(await bash(this, 'aeraki route sub --host '), hosts);
    assert.deepStrictEqual(await bash(this, 'aeraki route -f sub/other.yaml --host ord'), ['orders.shop.example.com']);
    assert.deepStrictEqual(await bash(this, 'aeraki route --host=pay'), ['pay.shop.example.com']);
    assert.deepStrictEqual(await bash(this, 'aeraki decode --host c'), ['cart.shop.svc.cluster.local']);
    assert.deepStrictEqual(await bash(this, 'aeraki describe ca'), ['cart.shop.svc.cluster.local']);
    assert.deepStrictEqual(await bash(this, 'aeraki describe ru'), ['rules.yaml']);
    assert.deepStrictEqual(await bash(this, 'aeraki route rules.yaml --host '), []);
  });

  it('zsh: commands, flags, values and files, on a real terminal', async function () {
    this.timeout(120_000);
    // zsh completes only on a terminal; zpty, a module of its own, is one.
    const program = `
      zmodload zsh/zpty
      zpty shell zsh -f -i
      say() { zpty -w shell "$1"; }
      wait_for() { local part text; repeat 200; do zpty -r -t shell part && text+=$part; [[ $text == *$1* ]] && { print -r -- "$text"; return; }; sleep 0.05; done; print -r -- "TIMEOUT $text"; }
      say 'PS1="ready> "; autoload -Uz compinit; compinit -u -D; source <(aeraki completion zsh); bindkey -e; bindkey "^I" complete-word; unsetopt LIST_BEEP; print set''up'
      wait_for setup >/dev/null
      integer number=0
      for line in "$@"; do
        ((number++))
        zpty -w -n shell "$line"$'\\t'
        sleep 2
        zpty -w -n shell $'\\C-e; print do\\'\\'ne-'$number$'\\C-a: \\C-e\\n'
        wait_for done-$number
      done
      zpty -d shell`;
    const text = await shell(this, 'zsh', [
      '-f',
      '-c',
      program,
      'zsh',
      'aeraki transl',
      'aeraki translate --fixe',
      'aeraki translate -o na',
      'aeraki translate rul',
    ]);
    for (const expected of ['aeraki translate', '--fixed', '-o name', 'rules.yaml'])
      assert.ok(text.includes(expected), `${expected} is not in:\n${text}`);
  });

  it('PowerShell: a script with a registered completer', async () => {
    const { stdout, code } = await run(['completion', 'powershell']);
    assert.match(stdout, /Register-ArgumentCompleter -Native -CommandName aeraki -ScriptBlock \{/);
    for (const [open, close] of [
      ['{', '}'],
      ['(', ')'],
      ['[', ']'],
    ] as const) {
      assert.strictEqual(stdout.split(open).length, stdout.split(close).length, `unbalanced ${open}${close}`);
    }
    assert.strictEqual(code, 0);
  });

  it('fish', async function () {
    const fish = async (line: string): Promise<readonly string[]> => {
      const program = `aeraki completion fish | source; complete -C '${line}'`;
      const text = await shell(this, 'fish', ['--no-config', '-c', program]);
      return text
        .split('\n')
        .filter(Boolean)
        .map((each) => each.split('\t')[0] ?? '')
        .sort();
    };
    assert.deepStrictEqual(await fish('aeraki transl'), ['translate']);
    assert.deepStrictEqual(await fish('aeraki translate -o '), ['json', 'name', 'yaml']);
    assert.deepStrictEqual(await fish('aeraki translate rul'), ['rules.yaml']);
    assert.deepStrictEqual(await fish('aeraki translate --mesh-config=rul'), ['--mesh-config=rules.yaml']);
    assert.deepStrictEqual(await fish('aeraki explain AER0203'), ['AER0203']);
    assert.deepStrictEqual(await fish('aeraki schema MetaR'), ['MetaRouter']);
  });

  it('kubectl finds it as a plugin', async function () {
    const text = await shell(this, 'kubectl', ['aeraki', 'version']);
    assert.match(text, /^aeraki \d+\.\d+\.\d+ \(follows Aeraki 1\.4/);
    assert.match(await shell(this, 'kubectl', ['aeraki', 'translate', '--help']), /\$ kubectl aeraki translate/);
    assert.match(await shell(this, 'kubectl', ['plugin', 'list']), /kubectl-aeraki/);
  });

  it('kubectl completes it', async function () {
    assert.match(await shell(this, 'kubectl', ['__complete', 'aeraki', 'transl']), /^translate\t.*\n:4$/m);
    assert.match(
      await shell(this, 'kubectl', ['__complete', 'aeraki', 'translate', '-o', '']),
      /^yaml\njson\nname\n:4$/m,
    );
    assert.match(await shell(this, 'kubectl', ['__complete', 'aeraki', 'translate', '']), /^:0$/m);
  });
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cleanEnvironment, folder, root } from '../../cli/program.js';

const run = promisify(execFile);

/**
 * A repository with a workflow that uses the Action, run by nektos/act: expressions, inputs, outputs, the commands of a step's
 * output and the job summary are its, not ours. Steps run on this machine, for there is no Docker here, and the Action comes
 * from the files that git tracks here instead of from GitHub.
 */
export class Runner {
  private constructor(
    private readonly act: string,
    private readonly place: Awaited<ReturnType<typeof folder>>,
  ) {}

  /** Of these files, on a branch `base`; what is changed afterwards is the pull request. */
  static async start(act: string, files: Readonly<Record<string, string>>): Promise<Runner> {
    const inRepository = Object.entries(files).map(([name, text]) => [`repo/${name}`, text]);
    const runner = new Runner(act, await folder(Object.fromEntries(inRepository)));
    const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root });
    for (const name of stdout
      .split('\0')
      .filter((each) => each !== '' && !/^(test|docs|editors|bench|deploy)\//.test(each)))
      cpSync(join(root, name), runner.path('action', name));
    await runner.git('init', '--quiet', '--initial-branch=base');
    await runner.commit();
    await runner.git('checkout', '--quiet', '-b', 'change');
    return runner;
  }

  path(...names: readonly string[]): string {
    return join(this.place.path, ...names);
  }

  async commit(): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message=a step');
  }

  /** The run of a pull request: how it ended, and all that the runner printed. */
  async pullRequest(env: Readonly<Record<string, string>>): Promise<{ readonly code: number; readonly text: string }> {
    const flags = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    const local = `aeraki-mesh/aeraki@v1=${this.path('action')}`;
    const args = ['pull_request', '--platform', 'ubuntu-latest=-self-hosted', '--local-repository', local, ...flags];
    return this.run(this.act, args);
  }

  remove(): void {
    this.place.remove();
  }

  private async git(...args: readonly string[]): Promise<void> {
    const { code, text } = await this.run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args]);
    assert.equal(code, 0, text);
  }

  private async run(program: string, args: readonly string[]): Promise<{ code: number; text: string }> {
    const env = cleanEnvironment({
      HOME: this.path('home'),
      XDG_CACHE_HOME: this.path('home', 'cache'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      // Ours is of this test alone, and the runner has its own.
      CI: undefined,
    });
    const ended = await run(program, args, { cwd: this.path('repo'), env, maxBuffer: 1 << 26 }).catch((error) => error);
    return { code: ended.code ?? 0, text: `${ended.stdout}${ended.stderr}` };
  }
}

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { built, cleanEnvironment, folder, root } from '../cli/program.js';

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
}

/** As much of the API of GitHub as comments need. */
class GitHub {
  readonly comments: Comment[] = [{ id: 1, body: '<!-- aeraki diff -->\nby hand', user: { type: 'User' } }];
  readonly calls: string[] = [];
  readonly tokens = new Set<string | undefined>();
  readonly server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      this.calls.push(`${request.method} ${request.url?.replace(/\?.*/, '')}`);
      this.tokens.add(request.headers.authorization);
      const body = text === '' ? '' : (JSON.parse(text) as { body: string }).body;
      if (request.method === 'POST') this.comments.push({ id: this.comments.length + 1, body, user: { type: 'Bot' } });
      const id = /comments\/(\d+)$/.exec(request.url ?? '')?.[1];
      const known = this.comments.find((each) => each.id === Number(id));
      if (request.method === 'PATCH' && known !== undefined) known.body = body;
      response.end(JSON.stringify(request.method === 'GET' ? this.comments : {}));
    });
  });
}

describe('the comment of the Action', () => {
  const github = new GitHub();

  before(async function () {
    this.timeout(300_000);
    await built();
    await new Promise<void>((done) => github.server.listen(0, '127.0.0.1', done));
  });

  after(() => void github.server.close());

  it('is written once, kept up to date, and leaves others alone', async function () {
    this.timeout(120_000);
    const { path, remove } = await folder();
    try {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: path });
      git('init', '-q', '-b', 'main');
      const text = readFileSync(join(root, 'examples/dubbo.yaml'), 'utf8');
      const file = join(path, 'orders.yaml');
      writeFileSync(file, text);
      git('add', '-A');
      git('commit', '-qm', 'one');
      writeFileSync(join(path, '.event.json'), JSON.stringify({ pull_request: { number: 7 } }));
      const { port } = github.server.address() as AddressInfo;
      const comment = (more: Readonly<Record<string, string>> = {}) =>
        new Promise<string>((done) => {
          const child = spawn(process.execPath, [join(root, 'script/comment.mjs')], {
            cwd: path,
            env: cleanEnvironment({
              GITHUB_API_URL: `http://127.0.0.1:${port}`,
              GITHUB_REPOSITORY: 'acme/rules',
              GITHUB_EVENT_PATH: join(path, '.event.json'),
              INPUT_PATHS: 'orders.yaml',
              INPUT_DIFF_BASE: 'HEAD',
              INPUT_COMMENT_TOKEN: 'the-token',
              ...more,
            }),
          });
          let said = '';
          child.stdout.on('data', (part) => {
            said += part;
          });
          child.stderr.on('data', (part) => {
            said += part;
          });
          child.on('close', () => done(said));
        });
      assert.match(await comment(), /no difference/);
      assert.equal(github.comments.length, 1);
      const weight = (v1: number) => writeFileSync(file, text.replace('weight: 90', `weight: ${v1}`));
      weight(80);
      await comment();
      assert.match(github.comments[1]?.body ?? '', /v1 90 % →/);
      weight(70);
      await comment();
      await comment();
      assert.equal(github.comments.length, 2);
      assert.equal(github.calls.filter((each) => each.startsWith('PATCH')).length, 1);
      writeFileSync(file, text);
      await comment();
      assert.match(github.comments[1]?.body ?? '', /no difference/);
      assert.equal(github.comments[0]?.body, '<!-- aeraki diff -->\nby hand');
      assert.deepStrictEqual([...github.tokens], ['Bearer the-token']);
      // Without a token it is only printed.
      const calls = github.calls.length;
      weight(60);
      assert.match(await comment({ INPUT_COMMENT_TOKEN: '' }), /### Aeraki: 1 change/);
      assert.equal(github.calls.length, calls);
      assert.match(await comment({ INPUT_DIFF_BASE: '--output=x' }), /No comment: diff-base is no revision/);
    } finally {
      remove();
    }
  });
});

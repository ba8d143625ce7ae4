// What the Action runs where `diff-base` is given: `aeraki diff --base REVISION -o markdown`, and its result as one comment of
// the pull request, which is found by its mark and kept up to date. Inputs come by the environment (INPUT_…), never as text
// of a script; the token is sent to the API of GitHub only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathsOf } from './action.mjs';
import { aeraki } from './hook.mjs';

const MARKER = '<!-- aeraki diff -->';

/** The change as markdown; undefined when there is none to tell of, with the reason on standard error. */
function changeOf(/** @type {string} */ base, /** @type {string} */ given) {
  const { flags, paths } = pathsOf(given.split(/\r?\n/).filter((line) => line !== ''));
  const args = ['diff', `--base=${base}`, '--output=markdown', ...flags, '--', ...paths];
  const env = { ...process.env };
  // Nothing that runs on the tree of a stranger is to see it.
  delete env.INPUT_COMMENT_TOKEN;
  const ended = spawnSync(...aeraki(args), { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  process.stderr.write(ended.stderr ?? '');
  // 65: something could not be read, and the rest was compared.
  return [0, 1, 65].includes(ended.status ?? -1) && ended.stdout.startsWith(MARKER) ? ended.stdout : undefined;
}

/** The number of the pull request that the run is for. */
function pullRequest() {
  const path = process.env.GITHUB_EVENT_PATH;
  if (path === undefined || path === '') return undefined;
  const event = JSON.parse(readFileSync(path, 'utf8'));
  const number = event.pull_request?.number ?? (event.issue?.pull_request && event.issue.number);
  return Number.isSafeInteger(number) ? number : undefined;
}

/**
 * @param {string} path
 * @param {string} token
 * @param {{ method?: string, body?: unknown }} [options]
 */
async function ask(path, token, { method = 'GET', body } = {}) {
  const api = process.env.GITHUB_API_URL ?? 'https://api.github.com';
  const answer = await fetch(`${api}/repos/${process.env.GITHUB_REPOSITORY}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${method} ${path}`);
  return answer.json();
}

/** The comment of an earlier run: only one that begins with the mark, and that an app or bot wrote. */
async function earlier(/** @type {number} */ number, /** @type {string} */ token) {
  for (let page = 1; page <= 50; page += 1) {
    const comments = await ask(`/issues/${number}/comments?per_page=100&page=${page}`, token);
    const own = comments.find((/** @type {any} */ each) => each.body?.startsWith(MARKER) && each.user?.type === 'Bot');
    if (own !== undefined) return own;
    if (comments.length < 100) return undefined;
  }
  return undefined;
}

async function main() {
  const { INPUT_DIFF_BASE: base = '', INPUT_PATHS: paths = '.', INPUT_COMMENT_TOKEN: token = '' } = process.env;
  if (base.startsWith('-')) throw new Error('diff-base is no revision');
  const body = changeOf(base, paths);
  if (body === undefined) throw new Error('the change could not be worked out');
  process.stdout.write(body);
  const number = pullRequest();
  if (token === '' || number === undefined) return;
  const known = await earlier(number, token);
  if (known === undefined) {
    // Without a difference there is nothing to say, but what was said before is not true any more.
    if (body.includes('### Aeraki: no difference')) return;
    await ask(`/issues/${number}/comments`, token, { method: 'POST', body: { body } });
  } else if (known.body !== body) {
    await ask(`/issues/comments/${known.id}`, token, { method: 'PATCH', body: { body } });
  }
}

await main().catch((error) => {
  process.stderr.write(`No comment: ${error instanceof Error ? error.message : error}.\n`);
  process.exitCode = 1;
});

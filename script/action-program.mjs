// Which aeraki the Action runs, written as outputs of its step (GITHUB_OUTPUT): `path` of the single program and `scripts`, the
// folder of the Action's own scripts. Nothing is written where this checkout is to be built instead.
//
// A release has all that is needed, so that no packages are installed and nothing is compiled: the program for this machine,
// and the scripts with the one package that they use inside. What is fetched must have the sum that SHA256SUMS names.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = ['action.mjs', 'comment.mjs', 'summary.mjs'];
const systems = { linux: 'linux', darwin: 'darwin', win32: 'win' };

/** The name that a release has for the program of this machine (script/release/targets.ts). */
export function programName(platform = process.platform, arch = process.arch) {
  const system = systems[/** @type {keyof typeof systems} */ (platform)] ?? platform;
  return `aeraki-${system}-${arch}${platform === 'win32' ? '.exe' : ''}`;
}

/**
 * Where the files of the release are; undefined when this checkout is to be built.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} version  that of this checkout: a tag such as v1 moves, and no release has its name
 */
export function releaseOf(env, version) {
  const { INPUT_PROGRAM: wanted = '', INPUT_DOWNLOAD_URL: url = '', ACTION_REF: ref = '' } = env;
  if (!['', 'release', 'build'].includes(wanted)) throw new Error(`program: ${wanted} is neither release nor build`);
  if (wanted === 'build' || (wanted === '' && url === '' && !/^v\d/.test(ref))) return undefined;
  if (url !== '') return url.replace(/\/+$/, '');
  const { GITHUB_SERVER_URL: server = 'https://github.com', ACTION_REPOSITORY: repository = '' } = env;
  if (repository === '') throw new Error('the repository of the Action is not known here; give its download-url');
  return `${server}/${repository}/releases/download/v${version}`;
}

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url).catch((error) => {
    throw new Error(`${url}: ${error.cause?.message ?? error.message}`);
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${answer.statusText}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** @param {Uint8Array} bytes */
function sumOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

async function main() {
  const checkout = join(fileURLToPath(import.meta.url), '..', '..');
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const release = releaseOf(process.env, version);
  if (release === undefined) return;
  const folder = join(process.env.RUNNER_TEMP || '/tmp', `aeraki-${version}`);
  mkdirSync(folder, { recursive: true });
  const sums = new Map(
    String(await fetched(`${release}/SHA256SUMS`))
      .split('\n')
      .map((line) => /** @type {[string, string]} */ ([line.slice(66), line.slice(0, 64)])),
  );
  const get = async (/** @type {string} */ name, /** @type {string} */ file) => {
    const wanted = sums.get(name);
    if (wanted === undefined) throw new Error(`${release} has no ${name}`);
    const path = join(folder, file);
    // A job may use the Action more than once, and the program is large.
    if (existsSync(path) && sumOf(readFileSync(path)) === wanted) return path;
    const bytes = await fetched(`${release}/${name}`);
    if (sumOf(bytes) !== wanted) throw new Error(`${release}/${name} does not have the sum that SHA256SUMS names`);
    writeFileSync(path, bytes, { mode: 0o755 });
    return path;
  };
  const [path] = await Promise.all([
    get(programName(), programName()),
    ...scripts.map((name) => get(`aeraki-${name}`, name)),
  ]);
  appendFileSync(process.env.GITHUB_OUTPUT ?? '', `path=${path}\nscripts=${folder}\n`);
}

if (process.argv[2] === '-')
  await main().catch((error) => {
    const words = String(error.message).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    process.stdout.write(
      `::error title=aeraki::There is no program to run: ${words}. Set the input program to build to have it made from the Action's checkout.\n`,
    );
    process.exitCode = 1;
  });

// The start of the single program: what bin/run.js and bin/chunks.js are to the package, with all files of the package
// inside the program. They are shown to the rest as files below the program's own path, where a disk can have none.
'use strict';
const sea = require('node:sea');
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const { createRequire } = require('node:module');

const root = path.join(process.execPath, 'package');
const names = JSON.parse(sea.getAsset('files.json', 'utf8'));
const files = new Set(names);
const folders = new Set(
  names.flatMap((name) =>
    name
      .split('/')
      .slice(0, -1)
      .map((_, index, steps) => steps.slice(0, index + 1).join('/')),
  ),
);
folders.add('');

/** The name of a file of the package; undefined for any other path. */
const inside = (given) => {
  if (typeof given !== 'string' || !given.startsWith(root)) return undefined;
  const rest = given.slice(root.length);
  return rest === '' || /^[\\/]/.test(rest) ? rest.slice(1).split(path.sep).join('/') : undefined;
};
const missing = (given) =>
  Object.assign(new Error(`ENOENT: no such file or directory, open '${given}'`), {
    code: 'ENOENT',
    errno: -2,
    path: given,
  });
const bytes = (name, given) => {
  if (!files.has(name)) throw missing(given);
  return Buffer.from(sea.getRawAsset(name));
};
const read = (name, given, options) => {
  const encoding = typeof options === 'string' ? options : options?.encoding;
  return encoding ? bytes(name, given).toString(encoding) : Buffer.from(bytes(name, given));
};
const kind = (name) => (files.has(name) ? 'file' : folders.has(name) ? 'folder' : undefined);
const status = (name, given, options) => {
  const is = kind(name);
  if (is === undefined) {
    if (options?.throwIfNoEntry === false) return undefined;
    throw missing(given);
  }
  const size = is === 'file' ? sea.getRawAsset(name).byteLength : 0;
  return {
    size,
    mode: is === 'file' ? 0o100444 : 0o40555,
    isFile: () => is === 'file',
    isDirectory: () => is === 'folder',
    isSymbolicLink: () => false,
  };
};
const list = (name, given, options) => {
  if (kind(name) !== 'folder') throw missing(given);
  const prefix = name === '' ? '' : `${name}/`;
  const below = [...files, ...folders]
    .filter((each) => each !== '' && each !== name && each.startsWith(prefix))
    .map((each) => each.slice(prefix.length));
  const chosen = below.filter((each) => options?.recursive || !each.includes('/')).sort();
  if (!options?.withFileTypes) return chosen.map((each) => each.split('/').join(path.sep));
  return chosen.map((each) => {
    const steps = each.split('/');
    const parentPath = path.join(given, ...steps.slice(0, -1));
    const is = kind(prefix + each);
    return {
      name: steps.at(-1),
      parentPath,
      path: parentPath,
      isFile: () => is === 'file',
      isDirectory: () => is === 'folder',
      isSymbolicLink: () => false,
    };
  });
};
const patch = (owner, name, own) => {
  const original = owner[name];
  owner[name] = function (given, ...rest) {
    const found = inside(given);
    return found === undefined ? original.call(this, given, ...rest) : own(found, given, ...rest);
  };
};
patch(fs, 'readFileSync', read);
patch(fs, 'existsSync', (name) => kind(name) !== undefined);
patch(fs, 'statSync', status);
patch(fs, 'lstatSync', status);
patch(fs, 'readdirSync', list);
patch(fs.promises, 'readFile', async (...args) => read(...args));
patch(fs.promises, 'stat', async (...args) => status(...args));
patch(fs.promises, 'lstat', async (...args) => status(...args));
patch(fs.promises, 'access', async (name, given) => void status(name, given));
patch(fs.promises, 'readdir', async (...args) => list(...args));
patch(fs.promises, 'copyFile', async (name, given, to, mode) => {
  const flag = mode === fs.constants.COPYFILE_EXCL ? 'wx' : 'w';
  await fs.promises.writeFile(to, bytes(name, given), { flag });
});

const outside = createRequire(path.join(path.dirname(process.execPath), 'x.js'));
const loaded = new Map();
const load = (name) => {
  const known = loaded.get(name);
  if (known) return known.exports;
  const cache = files.has(`dist/chunks/${name}.cache`)
    ? Buffer.from(sea.getRawAsset(`dist/chunks/${name}.cache`))
    : undefined;
  // Chunks are pure ASCII or one byte a character, as bin/chunks.js reads them.
  const code = Buffer.from(sea.getRawAsset(`dist/chunks/${name}`)).toString('latin1');
  const script = new vm.Script(code, { filename: path.join(root, 'dist', 'chunks', name), cachedData: cache });
  const module = { exports: {}, script };
  loaded.set(name, module);
  script.runInThisContext()(
    module.exports,
    resolve,
    module,
    path.join(root, 'dist', 'chunks', name),
    path.join(root, 'dist', 'chunks'),
  );
  return module.exports;
};
const resolve = (specifier) => (specifier.startsWith('./') ? load(`${specifier.slice(2)}.js`) : outside(specifier));
resolve.resolve = outside.resolve;

// What the build asks for, to compile ahead what typical runs use.
const kept = process.env.AERAKI_SINGLE_KEEP_CODE;
const start = async (args) => load('main.js').main('aeraki', args, root);
if (kept) {
  const { runs, folder } = JSON.parse(kept);
  const quiet = (...args) => {
    args.find((arg) => typeof arg === 'function')?.();
    return true;
  };
  process.stdout.write = quiet;
  process.stderr.write = quiet;
  (async () => {
    for (const args of runs) await start(args);
    for (const [name, { script }] of loaded)
      fs.writeFileSync(path.join(folder, `${name}.cache`), script.createCachedData());
    process.exitCode = 0;
  })();
} else if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.on('error', (error) => load('main.js').outputFailed(error));
  process.stdout.write(`${JSON.parse(read('package.json', '', 'utf8')).version}\n`);
} else {
  void start(process.argv.slice(2));
}

// Loads the bundle's chunks with the code that V8 compiled when the package was built (docs/adr/0020). A cache that
// another version of Node made is refused by V8, and the chunk is compiled as any other script.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const folder = path.join(__dirname, '..', 'dist', 'chunks');
/** @type {Map<string, { exports: object, script: vm.Script | undefined }>} */
const loaded = new Map();

/** Reads, compiles and runs one chunk, once. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const filename = path.join(folder, name);
  const script = new vm.Script(fs.readFileSync(filename, 'latin1'), {
    filename,
    cachedData: cached(`${filename}.cache`),
  });
  const module = { exports: {}, script };
  loaded.set(name, module);
  script.runInThisContext()(module.exports, resolve, module, filename, folder);
  return module.exports;
}

function cached(filename) {
  try {
    return fs.readFileSync(filename);
  } catch {
    return undefined;
  }
}

function resolve(specifier) {
  return specifier.startsWith('./') ? load(`${specifier.slice(2)}.js`) : require(specifier);
}
resolve.resolve = require.resolve;

/** Runs the command line `args` under the name that help calls it by. */
function start(name, args = process.argv.slice(2)) {
  if (!fs.existsSync(folder)) {
    process.stderr.write('Error: aeraki is not built. Run `npm run build` first.\n');
    process.exitCode = 1;
    return;
  }
  return load('main.js').main(name, args, path.join(__dirname, '..'));
}

module.exports = { start, load, loaded };

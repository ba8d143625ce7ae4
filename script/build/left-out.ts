import type { Plugin } from 'esbuild';

/**
 * What oclif looks for plugins, hooks and configuration files with, by the file of oclif that asks for it; ours has none
 * of them, and gives oclif its commands itself (`src/command/shell/config.ts`). Whether a run reaches one of them is what
 * `test/cli/on-a-terminal.test.ts` looks at, for every command.
 */
export const leftOutOf: Readonly<Record<string, string>> = {
  'config/plugin.js': 'tinyglobby',
  'config/plugin-loader.js': 'minimatch',
  'util/read-pjson.js': 'lilconfig',
  // Asked for inside a `try`, for a warning about the version of Node that npm gives already.
  'index.js': 'semver',
};

const names = new Set(Object.values(leftOutOf));
const oclif = /^.*[\\/]@oclif[\\/]core[\\/]lib[\\/]/;

/** Leaves those out of the bundle: a use would be a mistake, and says so. Any other file of oclif gets the module. */
export const leftOut: Plugin = {
  name: 'left-out',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${[...names].join('|')})$`) }, ({ path, importer }) =>
      leftOutOf[importer.replace(oclif, '').replaceAll('\\', '/')] === path && oclif.test(importer)
        ? { path, namespace: 'left-out' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get() { throw new Error(${JSON.stringify(`${path} is not in the bundle`)}); } });`,
      loader: 'js',
    }));
  },
};

/**
 * oclif makes a spinner as soon as anything of its output is used and standard error is a terminal; ours shows progress
 * in its own way. Its plain counterpart, which it takes elsewhere, stands in for it, so that a terminal makes no difference.
 */
export const withoutSpinner: Plugin = {
  name: 'without-spinner',
  setup(build) {
    build.onResolve({ filter: /[\\/]spinner$/ }, ({ path, importer, resolveDir }) =>
      oclif.test(importer)
        ? build.resolve(path.replace(/spinner$/, 'simple'), { kind: 'require-call', importer, resolveDir })
        : undefined,
    );
  },
};

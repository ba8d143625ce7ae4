import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * oclif's files require all of oclif, and a dozen packages, when they are loaded, though one run needs a fraction of it.
 * TypeScript wrote each of these as `const name_1 = require("…")` and each use as `name_1.…`, so that every use can be
 * made to load its module the first time (docs/adr/0020).
 */
export const lazyOclif: Plugin = {
  name: 'lazy-oclif',
  setup(build) {
    build.onLoad({ filter: /[\\/]@oclif[\\/]core[\\/]lib[\\/].*\.js$/ }, async ({ path }) => ({
      contents: lazyRequires(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** Makes `const x_1 = require("y")`, with or without TypeScript's import helpers, load `y` where `x_1` is first used. */
export function lazyRequires(source: string): string {
  const pattern = /^(?:const|var) (\w+) = ((?:__importStar|__importDefault)\()?require\(("[^"]+")\)\)?;$/gm;
  const names: string[] = [];
  const declared = source.replace(pattern, (_all, name: string, helper: string | undefined, path: string) => {
    names.push(name);
    const load = helper ? `${helper}require(${path}))` : `require(${path})`;
    return `let ${name}$module; const ${name}$load = () => (${name}$module ??= ${load});`;
  });
  return names.reduce(
    (text, name) => text.replace(new RegExp(`(?<![\\w$."'/-])${name}(?=[.)(,;\\s])`, 'g'), `(${name}$load())`),
    declared,
  );
}

/**
 * Packages that our own modules import and that few runs call: evaluated on the first use of one of their exports. The
 * code must not use them while its module is evaluated.
 */
export function lazyPackages(names: readonly string[]): Plugin {
  return {
    name: 'lazy-packages',
    setup(build) {
      const filter = new RegExp(`^(?:${names.map((name) => name.replace(/[^\w]/g, '\\$&')).join('|')})$`);
      build.onResolve({ filter }, async ({ path, importer, pluginData, kind, resolveDir }) => {
        if (kind !== 'import-statement' || pluginData === 'real' || importer.includes('node_modules')) return undefined;
        return { path, namespace: 'lazy', pluginData: { resolveDir } };
      });
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, async ({ path, pluginData }) => {
        const exported = Object.keys(await import(path)).filter(
          (name) => name !== 'module.exports' && name !== 'default',
        );
        const getters = exported.map(
          (name) =>
            `Object.defineProperty(exports_, ${JSON.stringify(name)}, { enumerable: true, get: () => real()[${JSON.stringify(name)}] });`,
        );
        // Our modules are Node's own kind, to which the default export of a CommonJS module is the module itself: so it
        // is a function here, whatever the package is.
        const contents = `let module_; const real = () => (module_ ??= require(${JSON.stringify(path)}));
          const byDefault = () => { const it = real(); return it.__esModule ? it.default : it; };
          module.exports = (...values) => byDefault()(...values);
          const exports_ = module.exports;\n${getters.join('\n')}`;
        return { contents, loader: 'js', resolveDir: pluginData.resolveDir };
      });
    },
  };
}

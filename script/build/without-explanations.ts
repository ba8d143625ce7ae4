import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const text = `(?:'(?:[^'\\\\\\n]|\\\\.)*'|"(?:[^"\\\\\\n]|\\\\.)*"|\`(?:[^\`\\\\]|\\\\.)*\`)`;
const unshown = new RegExp(`^ +(explanation|title):\\s*${text}(?:\\s*\\+\\s*${text})*,\\n`, 'gm');

/**
 * Leaves titles and explanations out of the catalogue of diagnostics: `aeraki explain` and the pages in docs/ show them,
 * the playground shows what was found and its cure, and they are a tenth of what a browser has to load.
 */
export const withoutExplanations: Plugin = {
  name: 'without-explanations',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]diagnostics[/\\]catalogue[/\\][^/\\]+\.ts$/ }, async ({ path }) => {
      const contents = (await readFile(path, 'utf8')).replace(unshown, "$1: '',\n");
      return { contents, loader: 'ts' };
    });
  },
};

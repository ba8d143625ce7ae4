/**
 * The fenced blocks of a page, and what their info strings ask for:
 *
 *     sh run [exit=79]     run in the page's scratch folder; what it prints is compared with the `text out` that follows
 *     text out             what is printed; `…` stands for anything, alone on its line for any number of lines
 *     yaml file=a.yaml     written into the scratch folder (any language)
 *     sh cluster           runs where there is a mesh, and each command gets an answer; elsewhere its commands and flags have to exist
 *     sh not-run="why"     is not run, for this reason; commands and flags have to exist all the same
 */
export interface Block {
  /** First word of the info string; empty without one. */
  readonly language: string;
  readonly use: Use;
  /** What is inside, each line with its newline. */
  readonly text: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** Offsets of `text` in the page. */
  readonly start: number;
  readonly end: number;
}

export type Use =
  | { readonly kind: 'run'; readonly exit: number }
  | { readonly kind: 'out' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'cluster' }
  | { readonly kind: 'not-run'; readonly why: string }
  /** To be looked at only. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'wrong'; readonly reason: string };

const shells = new Set(['sh', 'bash', 'shell', 'console', '']);
const fence = /^([ \t]*)(`{3,}|~{3,})([^\n]*)\n([\s\S]*?)^\1\2[`~]*[ \t]*$/gm;

/** All fenced blocks of a Markdown page, in order. A block that is never closed is none. */
export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let line = 1;
  let counted = 0;
  for (const match of page.matchAll(fence)) {
    const [whole, , , info = '', text = ''] = match;
    for (; counted < match.index; counted++) if (page[counted] === '\n') line++;
    const start = match.index + whole.indexOf('\n') + 1;
    const [language = ''] = info.trim().split(/\s+/, 1);
    blocks.push({
      language,
      use: useOf(language, info.trim().slice(language.length)),
      text,
      line,
      start,
      end: start + text.length,
    });
  }
  return blocks;
}

const word = /\s*(?:(run|out|cluster)(?=\s|$)|(exit|file|not-run)=(?:"([^"]*)"|(\S+)))/y;

function useOf(language: string, words: string): Use {
  const found = new Map<string, string>();
  word.lastIndex = 0;
  let at = 0;
  for (let match = word.exec(words); match !== null; match = word.exec(words)) {
    found.set(match[1] ?? match[2] ?? '', match[3] ?? match[4] ?? '');
    at = word.lastIndex;
  }
  const rest = words.slice(at).trim();
  if (rest !== '') return { kind: 'wrong', reason: `"${rest}" says nothing to the runner` };
  const why = found.get('not-run');
  if (why !== undefined)
    return why === '' ? { kind: 'wrong', reason: 'not-run="…" has to say why' } : { kind: 'not-run', why };
  const path = found.get('file');
  if (path !== undefined) return fileUse(path);
  if (found.has('run')) return { kind: 'run', exit: Number(found.get('exit') ?? 0) };
  if (found.has('out')) return { kind: 'out' };
  if (found.has('cluster')) return { kind: 'cluster' };
  if (!shells.has(language) && language !== 'text') return { kind: 'plain' };
  return {
    kind: 'wrong',
    reason: 'nobody checks this block: write `sh run`, `sh cluster`, `text out` or not-run="why" behind its fence',
  };
}

function fileUse(path: string): Use {
  const inside = path !== '' && !path.startsWith('/') && !path.split('/').includes('..');
  return inside ? { kind: 'file', path } : { kind: 'wrong', reason: `file=${path} is not below the page's folder` };
}

import { fixes } from '../src/language/fixes.js';
import type { Result } from './engine.js';
import { workspaceOf } from './workspace.js';

/** A change of the text that makes a finding go; lines and characters from 0. */
export interface Cure {
  readonly title: string;
  readonly code: string;
  /** Of the finding, from 1, to tell which it is. */
  readonly line: number;
  readonly column: number;
  readonly edits: readonly { readonly from: Place; readonly to: Place; readonly text: string }[];
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What `aeraki lsp` offers an editor as corrections of the findings of a text. */
export async function curesOf({ loaded, findings }: Result, name: string): Promise<readonly Cure[]> {
  const whole = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };
  const actions = await fixes(workspaceOf(loaded, findings), name, whole, ['quickfix'], (file) => file);
  return actions.flatMap(({ title, diagnostics, edit }) => {
    const [about] = diagnostics ?? [];
    const edits = edit?.changes?.[name] ?? [];
    if (about === undefined || edits.length === 0) return [];
    const { line, character } = about.range.start;
    return [
      {
        title,
        code: String(about.code),
        line: line + 1,
        column: character + 1,
        edits: edits.map(({ range, newText }) => ({ from: range.start, to: range.end, text: newText })),
      },
    ];
  });
}

import { complete as completeAt } from '../src/language/completion.js';
import { at } from '../src/language/place.js';
import { loadText } from './engine.js';
import { workspaceOf } from './workspace.js';

export interface Offered {
  readonly label: string;
  readonly insert: string;
  /** Where what is replaced begins in its line. */
  readonly from: number;
  readonly detail: string;
  readonly about: string;
}

const name = 'rules.yaml';

/** What can stand at a place of the text (line and character from 0): what an editor with `aeraki lsp` offers. */
export async function complete(text: string, line: number, character: number): Promise<readonly Offered[]> {
  const workspace = workspaceOf(loadText(text, name, 'default'), []);
  const place = at(workspace, name, { line, character });
  if (place === undefined) return [];
  const { items } = await completeAt(workspace, place, false);
  return items.flatMap(({ label, textEdit, detail, documentation }) => {
    if (textEdit === undefined || !('range' in textEdit)) return [];
    const about = typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
    return [{ label, insert: textEdit.newText, from: textEdit.range.start.character, detail: detail ?? '', about }];
  });
}

import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Action, lintGutter, type Diagnostic as Squiggle, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import type { Diagnostic } from '../src/diagnostics/diagnostic.js';
import { complete } from './complete.js';
import { type Cure, curesOf } from './cures.js';

export { curesOf };

export interface Editor {
  readonly text: string;
  replace(text: string): void;
  /** Underlines what was found, with the corrections that a person can choose. */
  show(diagnostics: readonly Diagnostic[], cures: readonly Cure[]): void;
  /** Makes a correction, as an edit that can be undone. */
  mend(cure: Cure): void;
  /** Puts the cursor at a place (line and column from 1) and focuses the editor. */
  go(line: number, column: number): void;
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'light-dark(#1d4f91, #8fb8f0)' },
  { tag: tags.definition(tags.propertyName), color: 'light-dark(#1d4f91, #8fb8f0)' },
  { tag: [tags.string, tags.content], color: 'light-dark(#17653a, #9ce0b8)' },
  { tag: tags.comment, color: 'light-dark(#5b6570, #9aa8b6)' },
  { tag: tags.keyword, color: 'light-dark(#7a2e8a, #dba6ea)' },
]);

const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'inherit' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--soft)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'currentColor' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'light-dark(#eef3f855, #ffffff0a)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    background: 'light-dark(#cfe0f5, #2c4a70) !important',
  },
  '.cm-tooltip': { backgroundColor: 'var(--card)', color: 'var(--text)', border: '1px solid var(--line)' },
});

/** The editor of the rules, in `parent`; `changed` is called with every new text. */
export function createEditor(parent: HTMLElement, text: string, changed: (text: string) => void): Editor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        basicSetup,
        yaml(),
        syntaxHighlighting(colours),
        theme,
        lintGutter(),
        autocompletion({ override: [offers] }),
        EditorView.contentAttributes.of({ 'aria-label': 'Rules, YAML' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  // What can be scrolled can be reached by the keyboard.
  view.scrollDOM.tabIndex = 0;
  return {
    get text() {
      return view.state.doc.toString();
    },
    replace(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    show(diagnostics, cures) {
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.flatMap((each) => squiggle(view.state, each, cures)),
        ),
      );
    },
    mend: (cure) => mend(view, cure),
    go(line, column) {
      const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({ selection: { anchor: Math.min(at.from + column - 1, at.to) }, scrollIntoView: true });
      view.focus();
    },
  };
}

function mend(view: EditorView, { edits }: Cure): void {
  const { doc } = view.state;
  const offset = ({ line, character }: { readonly line: number; readonly character: number }): number =>
    line >= doc.lines ? doc.length : Math.min(doc.line(line + 1).from + character, doc.line(line + 1).to);
  view.dispatch({
    changes: edits.map(({ from, to, text }) => ({ from: offset(from), to: offset(to), insert: text })),
    userEvent: 'input',
  });
  view.focus();
}

/** What stands at the place of a finding, up to the end of the word. */
function squiggle(state: EditorState, found: Diagnostic, cures: readonly Cure[]): readonly Squiggle[] {
  const { line, column = 1, code, severity, message } = found;
  if (line === undefined || line > state.doc.lines) return [];
  const { from: start, to: end, text } = state.doc.line(line);
  const from = Math.min(start + column - 1, end);
  const word = /^[^\s,{}[\]]+/.exec(text.slice(from - start))?.[0] ?? '';
  const actions = cures
    .filter((cure) => cure.code === code && cure.line === line && cure.column === column)
    .map((cure): Action => ({ name: cure.title, apply: (view) => mend(view, cure) }));
  const to = Math.min(end, from + Math.max(1, word.length));
  return [{ from, to, severity, message: `${code}: ${message}`, actions }];
}

async function offers(context: CompletionContext): Promise<CompletionResult | null> {
  const at = context.state.doc.lineAt(context.pos);
  const found = await complete(context.state.doc.toString(), at.number - 1, context.pos - at.from);
  if (found.length === 0 || (!context.explicit && context.matchBefore(/[\w./-]+/) === null)) return null;
  const [first] = found;
  return {
    from: at.from + (first?.from ?? 0),
    options: found.map(({ label, insert, detail, about }) => ({ label, apply: insert, detail, info: about })),
    validFor: /^[\w./-]*$/,
  };
}

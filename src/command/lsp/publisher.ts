import type { Diagnostic as EditorDiagnostic } from 'vscode-languageserver-types';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Severity } from '../../diagnostics/entry.js';
import { isOurs, toEditor } from '../../language/diagnostics.js';
import type { Workspace } from '../../language/workspace.js';
import type { FileText } from '../../load/file-text.js';
import { rank } from '../../validate/results.js';

interface Sent {
  readonly file: FileText | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Sends the diagnostics of each file when they are others than at the last time. */
export class Publisher {
  readonly #sent = new Map<string, Sent>();
  readonly #ours = new WeakMap<FileText, boolean>();

  constructor(
    readonly threshold: Severity,
    readonly send: (file: string, diagnostics: EditorDiagnostic[]) => void,
  ) {}

  publish(workspace: Workspace): void {
    const byFile = new Map<string, Diagnostic[]>();
    for (const each of workspace.told?.diagnostics ?? []) {
      if (each.file === undefined || rank[each.severity] < rank[this.threshold]) continue;
      const list = byFile.get(each.file);
      if (list === undefined) byFile.set(each.file, [each]);
      else list.push(each);
    }
    for (const name of this.#sent.keys()) {
      if (byFile.has(name)) continue;
      this.#sent.delete(name);
      this.send(name, []);
    }
    for (const [name, diagnostics] of byFile) {
      const file = workspace.textOf(name);
      const before = this.#sent.get(name);
      if (before?.file === file && areSame(before?.diagnostics ?? [], diagnostics)) continue;
      if (file === undefined || !this.#isOurs(workspace, name, file)) {
        if (before !== undefined) this.send(name, []);
        this.#sent.delete(name);
        continue;
      }
      this.#sent.set(name, { file, diagnostics });
      this.send(
        name,
        diagnostics.map((each) => toEditor(each, file)),
      );
    }
  }

  /** An editor shows nothing of a file that it has closed until it is told again. */
  forget(name: string): void {
    this.#sent.delete(name);
  }

  #isOurs(workspace: Workspace, name: string, file: FileText): boolean {
    const known = this.#ours.get(file);
    if (known !== undefined) return known;
    const ours = isOurs(file.text, () => workspace.documentsIn(name));
    this.#ours.set(file, ours);
    return ours;
  }
}

function areSame(one: readonly Diagnostic[], other: readonly Diagnostic[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

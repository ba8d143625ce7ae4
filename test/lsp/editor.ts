import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { bin, cleanEnvironment } from '../cli/program.js';

/** An editor, as far as the protocol goes: a real client over the streams of a real server. */
export class Editor {
  readonly published = new Map<string, readonly Diagnostic[]>();
  /** Everything that was published, in order. */
  readonly history: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  keepsHistory = false;
  capabilities: InitializeResult['capabilities'] = {};

  private constructor(
    readonly folder: string,
    readonly child: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (this.keepsHistory) this.history.push(params);
      this.published.set(params.uri, params.diagnostics);
      for (const each of this.#waiting) each();
    });
    for (const name of ['window/logMessage', 'window/showMessage']) {
      connection.onNotification(name, ({ message }: { message: string }) => {
        this.log.push(message);
      });
    }
    connection.listen();
  }

  /** Opens an editor on a folder of its own with these files. */
  static async open(files: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Editor> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aeraki-lsp-')));
    for (const [name, text] of Object.entries(files)) write(join(folder, name), text);
    return Editor.on(folder, args);
  }

  /** Opens an editor on a folder; `null`: on none. @param node options of Node for the server */
  static async on(
    folder: string,
    args: readonly string[] = [],
    workspace: string | null = folder,
    node: readonly string[] = [],
  ): Promise<Editor> {
    const child = spawn(process.execPath, [...node, bin, 'lsp', '--stdio', ...args], {
      cwd: tmpdir(),
      env: cleanEnvironment(),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdin, stdout } = child;
    if (stdin === null || stdout === null) throw new Error('no streams');
    const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    const editor = new Editor(folder, child, connection);
    const uri = workspace === null ? null : pathToFileURL(workspace).href;
    const result = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: uri === null ? null : [{ uri, name: 'workspace' }],
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: false } } } },
    });
    editor.capabilities = result.capabilities;
    await connection.sendNotification('initialized', {});
    return editor;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  openFile(name: string, text: string): Promise<void> {
    this.#versions.set(name, 1);
    const textDocument = { uri: this.uri(name), languageId: 'yaml', version: 1, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces the whole text, or a part of it. */
  change(
    name: string,
    ...contentChanges: readonly (string | { range: TextEdit['range']; text: string })[]
  ): Promise<void> {
    const version = (this.#versions.get(name) ?? 0) + 1;
    this.#versions.set(name, version);
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version },
      contentChanges: contentChanges.map((each) => (typeof each === 'string' ? { text: each } : each)),
    });
  }

  closeFile(name: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** A request about a file, at a place of it where one is given. */
  ask<T>(method: string, name: string, position?: Position, rest: object = {}): Promise<T> {
    const textDocument = { uri: this.uri(name) };
    return this.connection.sendRequest<T>(`textDocument/${method}`, { textDocument, position, ...rest });
  }

  /** Settles when the server has judged all that was sent: it answers in order. */
  async settled(): Promise<void> {
    await this.ask('documentSymbol', 'nothing.yaml');
  }

  /** The diagnostics of a file once they are so. */
  async diagnostics(name: string, are: (list: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    const end = Date.now() + 15_000;
    for (;;) {
      const list = this.published.get(uri) ?? [];
      if (are(list)) return list;
      if (Date.now() > end)
        throw new Error(`the diagnostics of ${name} stay ${JSON.stringify(list)}; ${this.log.join('; ')}`);
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          this.#waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, 1_000);
        this.#waiting.add(done);
      });
    }
  }

  /** Ends the server as an editor does, and gives its exit code. */
  async end(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    if (this.folder.includes('aeraki-lsp-')) rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A text in which `‸` marks a place: the text without the mark, and the place. */
export function marked(text: string): { readonly text: string; readonly position: Position } {
  const at = text.indexOf('‸');
  const before = text.slice(0, at).split('\n');
  return {
    text: text.slice(0, at) + text.slice(at + 1),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** The place behind the first time that `word` stands in the text. */
export function placeOf(text: string, word: string, within = 1): Position {
  const before = text.slice(0, text.indexOf(word) + within).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The text with the edits applied. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
      text,
    );
}

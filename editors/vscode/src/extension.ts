/** Starts `aeraki lsp` and shows what it says; all that is known of rules is in the server. */
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';

const scheme = 'aeraki-translation';
let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const translations = new Translations();
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(scheme, translations),
    vscode.commands.registerCommand('aeraki.showTranslation', () => translations.show()),
    vscode.commands.registerCommand('aeraki.restart', restart),
    vscode.commands.registerCommand('aeraki.showReferences', showReferences),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('aeraki.path')) await restart();
    }),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(): Promise<void> {
  await client?.stop().catch(() => undefined);
  const command = vscode.workspace.getConfiguration('aeraki').get('path', 'aeraki');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  // On Windows npm puts a script on the PATH, which only a shell starts.
  const shell = process.platform === 'win32' && !/\.exe$/i.test(command);
  const server: ServerOptions = {
    command: shell ? `"${command}"` : command,
    args: ['lsp', '--stdio'],
    options: { shell, ...(folder !== undefined && { cwd: folder }) },
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: 'yaml', scheme: 'file' },
      { language: 'yaml', scheme: 'untitled' },
      { language: 'json', scheme: 'file' },
    ],
  };
  client = new LanguageClient('aeraki', 'Aeraki Mesh', server, options);
  try {
    await client.start();
  } catch {
    const answer = await vscode.window.showErrorMessage(
      `${command} cannot be started. Install it (npm install --global aeraki), or name it in the setting aeraki.path.`,
      'Open Settings',
    );
    if (answer !== undefined) await vscode.commands.executeCommand('workbench.action.openSettings', 'aeraki.path');
  }
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A code lens of the server: the places are those of the protocol. */
async function showReferences(
  uri: string,
  position: Place,
  places: readonly { readonly uri: string; readonly range: { readonly start: Place; readonly end: Place } }[],
): Promise<void> {
  const at = ({ line, character }: Place) => new vscode.Position(line, character);
  const locations = places.map(
    ({ uri: file, range }) => new vscode.Location(vscode.Uri.parse(file), new vscode.Range(at(range.start), at(range.end))),
  );
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), at(position), locations);
}

/** The translated objects of a file, beside it, and again whenever it is saved. */
class Translations implements vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor() {
    vscode.workspace.onDidSaveTextDocument((document) => this.#changed.fire(addressOf(document.uri)));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const call = { command: 'aeraki.translate', arguments: [decodeURIComponent(uri.query)] };
    const text: unknown = await client?.sendRequest('workspace/executeCommand', call);
    return typeof text === 'string' ? text : '# This file has no rules.\n';
  }

  async show(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const document = await vscode.workspace.openTextDocument(addressOf(editor.document.uri));
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  }
}

function addressOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `${uri.path}.translated.yaml`, query: encodeURIComponent(uri.toString()) });
}

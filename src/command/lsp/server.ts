import { homedir } from 'node:os';
import { parse } from 'node:path';
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reasonOf } from '../../diagnostics/reason.js';
import { complete } from '../../language/completion.js';
import { fixAllKind, fixes } from '../../language/fixes.js';
import { hints } from '../../language/hints.js';
import { hover } from '../../language/hover.js';
import { lenses } from '../../language/lenses.js';
import { CannotRename, definitionsOf, referencesTo, rename, renameable } from '../../language/navigation.js';
import { outline } from '../../language/outline.js';
import { type At, at } from '../../language/place.js';
import { translated } from '../../language/translated.js';
import type { Workspace } from '../../language/workspace.js';
import { Buffers } from '../../source/buffers.js';
import { Addresses, pathOf } from './files.js';
import type { LspFlags } from './flags.js';
import { Publisher } from './publisher.js';
import { State } from './state.js';
import { Tidy } from './tidy.js';

/** Gives the objects that the rules of a file come to, as YAML. */
export const translateCommand = 'aeraki.translate';

export interface ServerOptions {
  /** The flags as they are in this folder, its settings file counted. May reject with what is wrong with that. */
  readonly flagsIn: (folder: string | undefined) => Promise<LspFlags>;
  /** Folder of the package. */
  readonly root: string;
  readonly version: string;
}

/** Serves one editor until it says `exit` or closes the connection. */
export function serve(connection: Connection, { flagsIn, root, version }: ServerOptions): void {
  const buffers = new Buffers();
  const addresses = new Addresses();
  const tidy = new Tidy();
  const documents = new TextDocuments(TextDocument);
  let folders: readonly string[] = [];
  let snippets = false;
  let state: State | undefined;
  let publisher: Publisher | undefined;
  let watchesFolders = false;
  let hasBegun: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });

  const failed = (error: unknown): void => connection.console.error(`aeraki: ${reasonOf(error)}`);

  // Not `window.showErrorMessage`: that asks for an answer, and where an editor knows no such question the server would end.
  const shown = (error: unknown): void => {
    const message = `aeraki: ${reasonOf(error)}`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  };

  const told = (to: Publisher) => (workspace: Workspace) => {
    to.publish(workspace);
    tidy.touch();
  };

  const begin = async (): Promise<void> => {
    let flags: LspFlags = {};
    try {
      flags = await flagsIn(folders[0]);
    } catch (error) {
      shown(error);
    }
    const before = state;
    publisher ??= new Publisher(flags['output-threshold'] ?? 'info', (file, diagnostics) => {
      void connection.sendDiagnostics({ uri: addresses.address(file), diagnostics });
    });
    const own = publisher;
    try {
      state = new State({ flags, folders, root, buffers, failed, changed: told(own) });
    } catch (error) {
      shown(error);
      state = new State({ flags: {}, folders, root, buffers, failed, changed: told(own) });
    }
    before?.close();
    hasBegun();
  };

  /** Answers with what `answer` makes of the state of what is open now; nothing where it fails, and the log says why. */
  const asked = async <T>(empty: T, answer: (workspace: Workspace) => T | Promise<T>): Promise<T> => {
    tidy.touch();
    try {
      await begun;
      const workspace = await state?.current();
      return workspace?.told === undefined ? empty : await answer(workspace);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      failed(error);
      return empty;
    }
  };
  const placed = <T>(
    { textDocument, position }: TextDocumentPositionParams,
    empty: T,
    answer: (workspace: Workspace, place: At) => T | Promise<T>,
  ): Promise<T> =>
    asked(empty, (workspace) => {
      const place = at(workspace, addresses.name(textDocument.uri), position);
      return place === undefined ? empty : answer(workspace, place);
    });
  const address = (file: string): string => addresses.address(file);

  connection.onInitialize((params): InitializeResult => {
    folders = foldersOf(params).filter(isReasonable);
    const { textDocument, workspace } = params.capabilities;
    snippets = textDocument?.completion?.completionItem?.snippetSupport === true;
    watchesFolders = workspace?.workspaceFolders === true;
    return {
      serverInfo: { name: 'aeraki', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: [' ', ':', '"', '-', '|'] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
        codeLensProvider: {},
        documentSymbolProvider: true,
        inlayHintProvider: true,
        executeCommandProvider: { commands: [translateCommand] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(async () => {
    if (watchesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
        folders = [...folders.filter((each) => !gone.has(each)), ...added.map(({ uri }) => pathOf(uri))].filter(
          isReasonable,
        );
        void begin();
      });
    }
    await begin();
  });
  connection.onShutdown(() => {
    state?.close();
    tidy.close();
  });

  documents.onDidChangeContent(({ document }) => {
    tidy.touch();
    buffers.put(addresses.name(document.uri), document.getText());
    state?.touch();
  });
  documents.onDidClose(({ document }) => {
    const name = addresses.name(document.uri);
    buffers.close(name);
    state?.touch();
  });
  documents.listen(connection);

  connection.onCompletion((params) => placed(params, null, (workspace, place) => complete(workspace, place, snippets)));
  connection.onHover((params) =>
    placed(params, null, async (workspace, place) => (await hover(workspace, place)) ?? null),
  );
  connection.onDefinition((params) =>
    placed(params, null, (workspace, place) => [...definitionsOf(workspace, place, address)]),
  );
  connection.onReferences((params) =>
    placed(params, null, (workspace, place) => [
      ...referencesTo(workspace, place, params.context.includeDeclaration, address),
    ]),
  );
  connection.onPrepareRename((params) =>
    placed(params, null, (workspace, place) => renameable(workspace, place) ?? null),
  );
  connection.onRenameRequest((params) =>
    placed(params, null, (workspace, place) => {
      try {
        return rename(workspace, place, params.newName, address) ?? null;
      } catch (error) {
        if (error instanceof CannotRename) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
        throw error;
      }
    }),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    asked([], async (workspace) => [
      ...(await fixes(workspace, addresses.name(textDocument.uri), range, context.only, address)),
    ]),
  );
  connection.onCodeLens(({ textDocument }) =>
    asked([], async (workspace) => [...(await lenses(workspace, addresses.name(textDocument.uri), address))]),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    asked([], (workspace) => [...outline(workspace, addresses.name(textDocument.uri))]),
  );
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    asked([], (workspace) => [...hints(workspace, addresses.name(textDocument.uri), range)]),
  );
  connection.onExecuteCommand(({ command, arguments: given }) =>
    asked(null, async (workspace) => {
      const [uri] = (given ?? []) as readonly unknown[];
      if (command !== translateCommand || typeof uri !== 'string') {
        throw new ResponseError(LSPErrorCodes.RequestFailed, `${command} wants the address of a file.`);
      }
      return (await translated(workspace, addresses.name(uri))) ?? null;
    }),
  );
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const addresses = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return addresses.map(pathOf);
}

/** Nobody means a whole disk or all that a person has: then only what is open is judged. */
function isReasonable(folder: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:(?!\\)/i.test(folder) && folder !== parse(folder).root && folder !== homedir();
}

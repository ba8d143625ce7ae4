import { createConnection } from 'vscode-languageserver/node';
import { type ServerOptions, serve } from './server.js';

/** Serves the editor at the other end of standard input and output, until that ends. */
export async function runLsp(options: ServerOptions): Promise<void> {
  const ended = new Promise<void>((resolve) => process.stdin.once('close', resolve));
  serve(createConnection(process.stdin, process.stdout), options);
  await ended;
}

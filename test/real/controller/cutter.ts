import { readFile, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import type { ApiServer } from '../parts/apiserver.js';

/** A way to an API server that can be cut: all connections at once, and new ones refused until it is open again. */
export class Cutter {
  readonly #server = createServer((socket) => this.#join(socket));
  readonly #sockets = new Set<Socket>();
  #open = true;
  #port = 0;
  cuts = 0;

  constructor(readonly api: ApiServer) {}

  /** Gives a kubeconfig that leads through it. */
  async start(user = 'admin'): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as { port: number }).port;
    const file = await this.api.kubeconfig({ user });
    const through = `${file}-through-${this.#port}`;
    const text = (await readFile(file, 'utf8')).replaceAll(this.api.url, `https://127.0.0.1:${this.#port}`);
    await writeFile(through, text, { mode: 0o600 });
    return through;
  }

  /** Ends all connections; with `stay`, new ones too until `mend`. */
  cut(stay = false): void {
    this.cuts += 1;
    if (stay) this.#open = false;
    for (const each of this.#sockets) each.destroy();
  }

  mend(): void {
    this.#open = true;
  }

  stop(): void {
    this.cut(true);
    this.#server.close();
  }

  #join(socket: Socket): void {
    if (!this.#open) return void socket.destroy();
    const other = connect(Number(new URL(this.api.url).port), '127.0.0.1');
    for (const [one, to] of [
      [socket, other],
      [other, socket],
    ] as const) {
      this.#sockets.add(one);
      one
        .on('error', () => undefined)
        .on('close', () => {
          this.#sockets.delete(one);
          to.destroy();
        });
      one.pipe(to);
    }
  }
}

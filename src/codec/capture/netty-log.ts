import type { Origin } from './blocks.js';
import type { Connection } from './piece.js';

const EVENT = /\[(?:id: )?(0x[0-9a-f]+),[^\]]*L:\s*(\S+) [-!:]>? R:\s*(\S+?)\]\s*(?:READ|WRITE|RECEIVED|SENT)\b/i;
const READ = /\]\s*(?:READ|RECEIVED)\b/i;

/** Reads the lines that Netty's LoggingHandler writes above its tables: which connection, and which way. */
export class NettyLog {
  readonly #connections = new Map<string, Connection>();

  /** Whose bytes follow; undefined: the line is none of these. */
  origin(line: string): Origin | undefined {
    const event = EVENT.exec(line);
    if (event === null) return undefined;
    const [, channel = '', local = '', remote = ''] = event;
    const [here, there] = [address(local), address(remote)];
    let connection = this.#connections.get(channel);
    if (connection === undefined) {
      // The lower port is taken for the server's.
      const server = portOf(here) < portOf(there) ? here : there;
      const client = server === here ? there : here;
      connection = { number: this.#connections.size + 1, client, server };
      this.#connections.set(channel, connection);
    }
    const from = READ.test(line) ? there : here;
    return { connection, sender: from === connection.client ? 'client' : 'server' };
  }
}

/** `localhost/127.0.0.1:20880` and `/127.0.0.1:20880`. */
function address(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

function portOf(text: string): number {
  return Number(text.slice(text.lastIndexOf(':') + 1));
}

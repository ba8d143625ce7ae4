import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for the files of one started part; `remove` deletes it with all it holds. */
export async function temporaryFolder(name: string): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `aeraki-${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/**
 * Where `freePort` looks: below the ports that the system gives to those who ask for any, and apart for each of mocha's
 * worker processes, so that nobody takes a port between the look and the start of the program. The ports 10,000 higher,
 * where members of a Redis cluster speak with each other, are below those of the system too (32768).
 */
const share = 1_300;
const first = 20_000 + (Number(process.env.MOCHA_WORKER_ID ?? 0) % 2) * share;
let next = Math.floor(Math.random() * share);

/** A loopback TCP port that was free a moment ago, for programs that cannot choose one themselves; never one twice in a row. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < share; tries++) {
    const port = first + (next++ % share);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port is free from ${first} to ${first + share - 1}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

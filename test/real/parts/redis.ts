import { connect } from 'node:net';
import { freePort, temporaryFolder } from './place.js';
import { startProcess } from './process.js';
import { partProgram } from './require-part.js';

export interface RedisServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  output(): string;
  stop(): Promise<void>;
}

/** Starts a Redis server that saves nothing; `args` are further flags (`['--requirepass', 'x']`, `['--replicaof', …]`). */
export async function startRedis(args: readonly string[] = []): Promise<RedisServer> {
  const folder = await temporaryFolder('redis');
  const port = await freePort();
  try {
    const started = await startProcess(
      partProgram('redis'),
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        folder.path,
        ...args,
      ],
      // A server with a password answers PING with -NOAUTH: it is ready all the same.
      { name: 'redis-server', ready: async () => /^(\+PONG|-NOAUTH)/.test(await ping(port)) },
    );
    return {
      ...{ host: '127.0.0.1', port, output: started.output },
      stop: async () => {
        await started.stop();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

function ping(port: number): Promise<string> {
  return exchange(port, 'PING\r\n');
}

/** Sends some text to a loopback port and gives what comes back until a line ends or the other side closes. */
export function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(1_000, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject).once('close', () => resolve(answer));
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
      if (answer.includes('\n')) socket.end();
    });
  });
}

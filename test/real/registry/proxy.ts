import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy in front of a server, to cut connections as a network does. */
export interface CuttableProxy {
  readonly port: number;
  /** Ends all connections now; new ones are taken. */
  cut(): void;
  /** Refuses new connections until `open`. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

export async function startProxy(port: number): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  let shut = false;
  const server = createServer((inward) => {
    if (shut) {
      inward.destroy();
      return;
    }
    const outward = connect({ host: '127.0.0.1', port });
    for (const [one, other] of [
      [inward, outward],
      [outward, inward],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    shut: () => {
      shut = true;
      cut();
    },
    open: () => {
      shut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens and gives the port (port 0: a free one); rejects with the system's error when the address cannot be had. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Ends a server of pages with all its connections, of which some are never ended by the browser. */
export async function endNow(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

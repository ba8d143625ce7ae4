import { Duplex, PassThrough, Writable } from 'node:stream';
import type { ClusterConnection } from './connection.js';
import { clusterFailure, networkReason } from './failure.js';
import type { Pod } from './pods.js';

/**
 * A stream to a port of a pod, through the API server: what is written goes to the port, what the port answers can be
 * read. An error that the API server or the kubelet reports (nothing listens there) destroys the stream with it.
 * Raises `ClusterFailure` when the port-forward is not allowed or not possible.
 */
export async function openPort(connection: ClusterConnection, pod: Pod, port: number): Promise<Duplex> {
  const { PortForward } = await import('@kubernetes/client-node');
  const toPod = new PassThrough();
  const fromPod = new PassThrough();
  const stream = Duplex.from({ writable: toPod, readable: fromPod });
  // Whoever reads the stream hears of its error; before anybody does, it must not end the process.
  stream.on('error', () => undefined);
  const fail = (reason: string) => {
    stream.destroy(clusterFailure('AER0710', { pod: `${pod.namespace}/${pod.name}`, port, reason }));
  };
  const errors = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const words = chunk.toString('utf8').trim();
      if (words !== '') fail(kubeletReason(words));
      done();
    },
  });
  const socket = await new PortForward(connection.config)
    .portForward(pod.namespace, pod.name, [port], fromPod, errors, toPod)
    .catch((error: unknown) => {
      throw connectFailure(connection, pod, port, error);
    });
  if (typeof socket === 'function') throw new TypeError('a port-forward without retries is one socket');
  socket.onclose = () => {
    fromPod.end();
  };
  socket.onerror = (event: { readonly message?: string }) => fail(event.message || 'the connection broke off');
  stream.once('close', () => socket.close());
  return stream;
}

function connectFailure(connection: ClusterConnection, pod: Pod, port: number, error: unknown): Error {
  const { context } = connection;
  const words = eventMessage(error);
  const [, status] = /Unexpected server response: (\d+)/.exec(words) ?? [];
  if (status === '401') return clusterFailure('AER0703', { context });
  if (status === '403') {
    const where = `in namespace ${pod.namespace}`;
    return clusterFailure('AER0704', {
      verb: 'create',
      what: 'pods/portforward',
      where,
      context,
      flags: ` -n ${pod.namespace}`,
    });
  }
  const reason = status === undefined ? words : `the API server answered ${status}`;
  return clusterFailure('AER0710', { pod: `${pod.namespace}/${pod.name}`, port, reason });
}

/** The library rejects with the event of the socket, whose `error` has the cause. */
function eventMessage(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'error' in error) return networkReason(error.error);
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return networkReason(error);
}

/** The kubelet's words are long and name its own internals; what follows the last colon is the cause. */
function kubeletReason(words: string): string {
  if (/connection refused/i.test(words)) return 'nothing listens on that port in the pod (connection refused)';
  return words.split('\n')[0] ?? words;
}

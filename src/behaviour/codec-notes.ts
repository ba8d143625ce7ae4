import type { Note } from './notes.js';

const PREFIX = 'aeraki.meta_protocol.codec.';
const oneWay: Note = { code: 'AER0944', text: 'one-way calls are dropped' };

const notes: ReadonlyMap<string, readonly Note[]> = new Map([
  [
    `${PREFIX}dubbo`,
    [
      oneWay,
      { code: 'AER0946', text: 'anything but Hessian 2 closes the connection' },
      { code: 'AER0945', text: 'sidecar images from 1.4.0 on: errors are empty, the consumer waits for its time-out' },
      { code: 'AER0948', text: 'sidecar images from 1.4.0 on: exceptions of the service do not arrive' },
      {
        code: 'AER0947',
        text: 'sidecar images from 1.4.0 on: a result that is no text, or has no attachments, crashes it',
      },
    ],
  ],
  [`${PREFIX}thrift`, [oneWay]],
  [`${PREFIX}trpc`, [{ code: 'AER0953', text: 'one-way calls are waited for' }]],
]);

/** What somebody who runs a service of this codec in the mesh should know, whatever the rules say. */
export function notesOfCodec(codec: string | undefined): readonly Note[] {
  return (codec === undefined ? undefined : notes.get(codec)) ?? [];
}

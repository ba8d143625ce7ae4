import type { ProxyImage } from './image.js';
import type { Note } from './notes.js';

const PREFIX = 'aeraki.meta_protocol.codec.';
const oneWay: Note = { code: 'AER0944', text: 'one-way calls are dropped' };

interface CodecNote extends Note {
  /** Since 1.4.0; else every release. */
  readonly since14?: boolean;
}

const notes: ReadonlyMap<string, readonly CodecNote[]> = new Map([
  [
    `${PREFIX}dubbo`,
    [
      oneWay,
      { code: 'AER0946', text: 'anything but Hessian 2 closes the connection' },
      { code: 'AER0945', text: 'errors are empty, the consumer waits for its time-out', since14: true },
      { code: 'AER0948', text: 'exceptions of the service do not arrive', since14: true },
      { code: 'AER0947', text: 'a result that is no text, or has no attachments, crashes it', since14: true },
    ],
  ],
  [`${PREFIX}thrift`, [oneWay]],
  [`${PREFIX}trpc`, [{ code: 'AER0953', text: 'one-way calls are waited for' }]],
]);

/**
 * What somebody who runs a service of this codec in the mesh should know, whatever the rules say: of the image of the
 * sidecar at hand where it is known, else of every image.
 */
export function notesOfCodec(codec: string | undefined, image?: ProxyImage): readonly Note[] {
  const all = (codec === undefined ? undefined : notes.get(codec)) ?? [];
  return all.flatMap(({ code, text, since14 }) => {
    if (since14 !== true) return [{ code, text }];
    if (image?.line === '1.3') return [];
    const whose = image?.line === undefined ? 'sidecar images from 1.4.0 on' : `this sidecar's image (${image.name})`;
    return [{ code, text: `${whose}: ${text}` }];
  });
}

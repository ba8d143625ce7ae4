import { catalogue } from '../diagnostics/catalogue.js';
import { filled } from '../diagnostics/text.js';

/** What the mesh does with one request that one would not think; `aeraki explain CODE` tells more. */
export interface Note {
  readonly code: NoteCode;
  /** A few words. */
  readonly text: string;
}

const codes = {
  oneWayDropped: 'AER0944',
  noAnswer: 'AER0945',
  closes: 'AER0946',
  crashes: 'AER0947',
  refusesAnswer: 'AER0948',
  noLogLine: 'AER0949',
  responseMutation: 'AER0950',
  emptyName: 'AER0951',
  requestIdLater: 'AER0952',
  oneWayWaits: 'AER0953',
  streamMutation: 'AER0954',
  mirroredRefused: 'AER0955',
  noOtherEndpoint: 'AER0956',
  halfClosed: 'AER0957',
  limitPerServer: 'AER0958',
  unreliableHash: 'AER0959',
  tooManyConnections: 'AER0960',
} as const;

export type NoteName = keyof typeof codes;
export type NoteCode = (typeof codes)[NoteName];

/** The note of that name, with the placeholders of its text filled in. */
export function note(name: NoteName, args: Readonly<Record<string, string>> = {}): Note {
  const code = codes[name];
  return { code, text: filled(catalogue[code].text, args) };
}

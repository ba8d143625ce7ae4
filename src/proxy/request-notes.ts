import { type Note, note } from '../behaviour/notes.js';
import { choose, effects } from '../match/decision.js';
import type { RequestRecord } from './downstream/record.js';
import { outcomes } from './outcome.js';

const limits: readonly unknown[] = [outcomes.localLimit, outcomes.globalLimit, outcomes.limitService];

/** What one would not think of how the proxy decided (as `aeraki route` tells it), then of how the request ended. */
export function requestNotes(record: RequestRecord): readonly Note[] {
  const { passage, outcome, logged, kind } = record;
  const { traits } = passage.session.world;
  if (traits.version === 'ideal') return [];
  const { fate, mirrored, halfClosed, failure } = passage;
  const decided = decisionNotes(record);
  const silent = outcome.tells && isSilent(record) && !decided.some(({ code }) => code === note('noAnswer').code);
  const over = kind === 'stream' ? outcome === outcomes.overflow : true;
  return [
    ...decided,
    ...(fate?.end === 'crashes' ? [note('crashes', { why: fate.why })] : []),
    ...(fate?.end === 'refuses' ? [note('refusesAnswer', { why: fate.why })] : []),
    ...(outcome === outcomes.overflow && over ? [note('tooManyConnections')] : []),
    ...(outcome === outcomes.notConnected && failure !== undefined ? [note('noOtherEndpoint')] : []),
    ...(limits.includes(outcome) && mirrored.length > 0 ? [note('mirroredRefused')] : []),
    ...(halfClosed ? [note('halfClosed')] : []),
    ...(silent ? [note('noAnswer')] : []),
    ...(logged ? [] : [note('noLogLine')]),
  ];
}

/** Whether the codec has no error that it could write. */
function isSilent({ passage }: RequestRecord): boolean {
  const { codec } = passage.session.owner;
  const { emptyErrors } = passage.session.world.traits;
  return emptyErrors.has(codec.codec) || passage.table.service?.facts.replies === false;
}

function decisionNotes({ passage, attributes, kind }: RequestRecord): readonly Note[] {
  const { table, message, session, target } = passage;
  if (table.service === undefined) return [];
  const { traits } = session.world;
  const choice = choose(table.service, attributes, { spelt: message.spelt, kind, fate: message.fate, traits });
  const { notes = [], limits: counted } = effects(table.rules, choice);
  const endpoints = target?.cluster?.size ?? 0;
  const [first] = counted.flatMap((limit) => (limit.type === 'local' ? limit : []));
  if (first === undefined || endpoints < 2) return notes;
  const count = `${first.maxTokens} per server, so ${first.maxTokens * endpoints} with ${endpoints} endpoints`;
  const more = note('limitPerServer', { count });
  return notes.map((each) => (each.code === more.code ? more : each));
}

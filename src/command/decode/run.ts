import { note } from '../../behaviour/notes.js';
import type { ProxyTraits } from '../../behaviour/traits.js';
import type { Codec, Message } from '../../codec/codec.js';
import { detect } from '../../codec/detect.js';
import { type Decoded, Session } from '../../codec/session.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { type Diagnostic, finding } from '../../diagnostics/diagnostic.js';
import { type AskedKind, choose, effects } from '../../match/decision.js';
import { kindNotes } from '../../match/notes.js';
import type { CompiledRules, MatchService } from '../../match/service.js';
import type { DecodedRow } from '../../output/decode/row.js';
import { Gathered } from './findings.js';
import { type InputOptions, openInput } from './input.js';

/** Where the routes of requests come from. */
export interface Routing {
  readonly rules: CompiledRules;
  readonly service: MatchService;
}

export interface DecodeOptions extends Omit<InputOptions, 'isMessage'> {
  /** What a message may be; several: told by how it starts. */
  readonly codecs: readonly Codec[];
  readonly maxMessageSize: number;
  readonly routing: Routing | undefined;
  readonly traits: ProxyTraits;
}

/** What takes the rows as they come; an input may be larger than memory. */
export interface RowSink {
  rows(rows: readonly DecodedRow[]): Promise<void>;
}

/** Decodes an input to `sink` and gives what is to be said about it. Raises `InputError`. */
export async function runDecode(options: DecodeOptions, sink: RowSink): Promise<readonly Diagnostic[]> {
  const { codecs, file, maxMessageSize, routing, traits } = options;
  const input = await openInput({ ...options, isMessage: (start) => detect(codecs, start) !== undefined });
  const session = new Session({ codecs, maxMessageSize, as: traits.reads });
  const gathered = new Gathered(file, codecs);
  const take = async (decoded: ReturnType<Session['push']>) => {
    const rows = decoded.map((each): DecodedRow => {
      gathered.message(each);
      return { ...each, number: gathered.total, ...judged(each, options) };
    });
    for (const event of session.takeEvents()) gathered.event(event);
    if (rows.length > 0) await sink.rows(rows);
  };
  for await (const pieces of input.pieces()) {
    for (const piece of pieces) await take(session.push(piece));
  }
  await take(session.end());

  const { failure, skipped } = input.reader;
  const findings = [...gathered.all(routing?.service)];
  if (failure !== undefined) {
    const { message: reason, line } = failure;
    findings.push(finding('AER0902', { format: input.format, reason }, { file, line }));
  }
  for (const [reason, count] of skipped) findings.push(finding('AER0908', { count, reason }, { file }));
  if (gathered.total === 0 && !findings.some(({ severity }) => severity === 'error')) {
    const protocols = codecs.map(({ name }) => name).join(', ');
    findings.push(finding('AER0903', { protocols, stream: file === '-' ? 'standard input' : file }, { file }));
  }
  return diagnose(findings);
}

/** The route of a request, and what the proxy of the mesh does with it or with an answer that one would not think. */
function judged({ message, codec }: Decoded, { routing, traits }: DecodeOptions): Partial<DecodedRow> {
  const kind = askedKind(message);
  const { fate, spelt } = message;
  if (kind === undefined) return answerNotes(message);
  if (routing !== undefined && (kind !== 'heartbeat' || fate !== undefined)) {
    const choice = choose(routing.service, message.attributes, { spelt, kind, fate, traits });
    const { notes = [], ...decision } = effects(routing.rules, choice);
    return kind === 'heartbeat' ? { notes } : { decision: { ...decision, ...(notes.length > 0 && { notes }) }, notes };
  }
  return { notes: kindNotes({ kind, fate, traits, codec: codec.codec }) };
}

function answerNotes({ fate }: Message): Partial<DecodedRow> {
  if (fate === undefined) return {};
  const { why } = fate;
  return { notes: [note(fate.end === 'crashes' ? 'crashes' : 'refusesAnswer', { why })] };
}

/** The kinds that a proxy chooses a route for, and heartbeats; undefined: what comes from a server, and later frames. */
function askedKind({ kind, sender }: Message): AskedKind | undefined {
  if (kind === 'request' || kind === 'one-way') return kind;
  if (kind === 'heartbeat') return sender === 'server' ? undefined : kind;
  return kind === 'stream-init' && sender !== 'server' ? 'stream' : undefined;
}

import type { Codec } from '../../codec/codec.js';
import { detect } from '../../codec/detect.js';
import { Session } from '../../codec/session.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { type Diagnostic, finding } from '../../diagnostics/diagnostic.js';
import { choose, effects } from '../../match/decision.js';
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
}

/** What takes the rows as they come; an input may be larger than memory. */
export interface RowSink {
  rows(rows: readonly DecodedRow[]): Promise<void>;
}

/** Decodes an input to `sink` and gives what is to be said about it. Raises `InputError`. */
export async function runDecode(options: DecodeOptions, sink: RowSink): Promise<readonly Diagnostic[]> {
  const { codecs, file, maxMessageSize, routing } = options;
  const input = await openInput({ ...options, isMessage: (start) => detect(codecs, start) !== undefined });
  const session = new Session({ codecs, maxMessageSize });
  const gathered = new Gathered(file, codecs);
  const take = async (decoded: ReturnType<Session['push']>) => {
    const rows = decoded.map((each): DecodedRow => {
      gathered.message(each);
      return { ...each, number: gathered.total, ...decisionFor(each, routing) };
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

/** The route of a request; the kinds that a proxy chooses a route for. */
function decisionFor({ message }: Pick<DecodedRow, 'message'>, routing: Routing | undefined): Partial<DecodedRow> {
  const { kind, sender } = message;
  const asks = kind === 'request' || kind === 'one-way' || (kind === 'stream-init' && sender !== 'server');
  if (routing === undefined || !asks || message.refused !== undefined) return {};
  return { decision: effects(routing.rules, choose(routing.service, message.attributes)) };
}

import { isRefusedByHeader } from '../../behaviour/fate.js';
import type { Connection } from '../../codec/capture/piece.js';
import type { Codec, Sender } from '../../codec/codec.js';
import type { Decoded, StreamEvent } from '../../codec/session.js';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import { codecFacts } from '../../match/codecs.js';
import type { MatchService } from '../../match/service.js';
import { nameOf } from './input.js';

/** How many streams get a diagnostic of their own; the rest are counted. */
const NAMED = 20;

/** Gathers what is to be said about the messages of an input. */
export class Gathered {
  readonly #file: string;
  readonly #codecs: readonly Codec[];
  readonly #findings: Finding[] = [];
  readonly #found = new Map<Codec, number>();
  #total = 0;
  #problems = 0;
  #firstProblem: { readonly number: number; readonly problem: string } | undefined;
  #refused = 0;
  #firstRefused: { readonly number: number; readonly reason: string } | undefined;
  #unknown = 0;
  /** Streams of other protocols that are known by name. */
  readonly #others = new Map<string, { count: number; readonly first: StreamEvent }>();
  #firstUnknown: StreamEvent | undefined;

  constructor(file: string, codecs: readonly Codec[]) {
    this.#file = file;
    this.#codecs = codecs;
  }

  /** Messages so far. */
  get total(): number {
    return this.#total;
  }

  message({ message, codec }: Decoded): void {
    this.#total += 1;
    this.#found.set(codec, (this.#found.get(codec) ?? 0) + 1);
    const { fate } = message;
    // What only some results meet, each row says; here is what a setting of the provider would mend.
    if (isRefusedByHeader(fate)) {
      this.#refused += 1;
      this.#firstRefused ??= { number: this.#total, reason: fate.why };
    }
    if (message.problem === undefined) return;
    this.#problems += 1;
    this.#firstProblem ??= { number: this.#total, problem: message.problem };
  }

  event(event: StreamEvent): void {
    const place = { file: this.#file };
    const stream = streamName(event, this.#file);
    if (event.kind === 'unknown') {
      this.#unknown += 1;
      this.#firstUnknown ??= event;
      if (event.other !== undefined) {
        const { name } = event.other;
        const known = this.#others.get(name);
        this.#others.set(name, { count: (known?.count ?? 0) + 1, first: known?.first ?? event });
      }
    } else if (this.#findings.length < NAMED && event.kind === 'missing') {
      this.#findings.push(finding('AER0907', { octets: event.octets ?? 0, stream }, place));
    } else if (this.#findings.length < NAMED && event.failure !== undefined) {
      const { reason, message, offset } = event.failure;
      const protocol = event.codec?.name ?? '';
      this.#findings.push(
        reason === 'truncated'
          ? finding('AER0910', { stream, reason: message }, place)
          : finding('AER0901', { protocol, offset, stream, reason: message }, place),
      );
    }
  }

  /** Everything, once the input is read. */
  all(service: MatchService | undefined): readonly Finding[] {
    // A message that is cut off matters when there is no other.
    const streams = this.#findings.map((each) =>
      each.code === 'AER0910' && this.#total === 0 ? { ...each, severity: 'error' as const } : each,
    );
    return [
      ...streams,
      ...this.#unknownStreams(),
      ...this.#partly(),
      ...this.#refusals(),
      ...this.#aboutCodecs(service),
    ];
  }

  #unknownStreams(): readonly Finding[] {
    const protocols = this.#codecs.map(({ name }) => name).join(', ');
    const place = { file: this.#file };
    if (this.#firstUnknown === undefined) return [];
    const stream = streamName(this.#firstUnknown, this.#file);
    if (this.#total === 0) {
      if (this.#others.size === 0) return [finding('AER0903', { protocols, stream }, place)];
      return [...this.#others.values()].map(({ first }) => this.#named(first));
    }
    const named = [...this.#others].map(([name, { count }]) => `${count} ${name}`).join(', ');
    const others = named === '' ? '' : ` (${named})`;
    return [finding('AER0909', { count: this.#unknown, protocols, others, stream }, place)];
  }

  #named(event: StreamEvent): Finding {
    const { other } = event;
    const stream = streamName(event, this.#file);
    const place = { file: this.#file };
    if (other?.encrypted) return finding('AER0970', { protocol: other.name, stream }, place);
    const carries = other?.carries === undefined ? '' : `, which ${other.carries} use`;
    const protocols = this.#codecs.map(({ name }) => name).join(', ');
    return finding('AER0971', { protocol: other?.name ?? '', carries, protocols, stream }, place);
  }

  #partly(): readonly Finding[] {
    if (this.#firstProblem === undefined) return [];
    const { number: first, problem } = this.#firstProblem;
    return [finding('AER0906', { count: this.#problems, total: this.#total, first, problem }, { file: this.#file })];
  }

  #refusals(): readonly Finding[] {
    if (this.#firstRefused === undefined) return [];
    const { number: first, reason } = this.#firstRefused;
    return [finding('AER0972', { count: this.#refused, total: this.#total, first, reason }, { file: this.#file })];
  }

  #aboutCodecs(service: MatchService | undefined): readonly Finding[] {
    return [...this.#found.keys()].flatMap((codec) => {
      const attributes = codecFacts(codec.codec).attributes;
      const own = [...(attributes ?? ['any'])].filter((name) => !name.startsWith('x-'));
      const other = service?.codec !== undefined && service.codec !== codec.codec;
      return [
        ...(own.length === 0 ? [finding('AER0904', { protocol: codec.name }, { file: this.#file })] : []),
        ...(other
          ? [
              finding(
                'AER0905',
                { ...hostOf(service), expected: service.codec, found: codec.name },
                { file: this.#file },
              ),
            ]
          : []),
      ];
    });
  }
}

function hostOf({ host, port }: MatchService): { readonly host: string; readonly port: number } {
  return { host, port };
}

function streamName(
  { connection, sender }: { readonly connection: Connection | undefined; readonly sender: Sender | undefined },
  file: string,
): string {
  if (connection === undefined) return nameOf(file);
  const { client, server } = connection;
  return sender === 'server' ? `the connection ${server} → ${client}` : `the connection ${client} → ${server}`;
}

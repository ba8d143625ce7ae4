import { AttributeBuilder, type Attributes } from '../../match/attributes.js';
import { Malformed } from '../stream.js';
import { HEADER } from './header.js';
import { HessianReader } from './hessian.js';
import { parameterCount } from './parameters.js';

/** What a Hessian 2 body says, as far as it could be read. */
export interface Body {
  readonly attributes: Attributes;
  readonly spelt: Attributes;
  readonly details: Readonly<Record<string, string | number>>;
  readonly attachments: Attachments | undefined;
  /** A response that carries an exception. */
  readonly exception: boolean;
  readonly problem: string | undefined;
  /** What of a request is null that may not be. */
  readonly nulls: readonly string[];
}

/** Where the attachments stand. */
export interface Attachments {
  /** Octets from the start of the message to the first entry, and to the `Z` behind the last. */
  readonly start: number;
  readonly end: number;
  /** Entries whose key and value are strings. */
  readonly entries: readonly { readonly key: string; readonly start: number; readonly end: number }[];
}

/**
 * Reads the body of a request: the names, then past the arguments to the attachments. The attributes are those that
 * Aeraki's codec makes: `interface`, `method`, and every attachment whose value is a string, the later of two counting.
 * `untypedOnly`: attachments in a map with a type are not attributes, as the real codec passes over them.
 */
export function readRequest(bytes: Uint8Array, untypedOnly = false): Body {
  const gathered = new AttributeBuilder();
  const details: Record<string, string | number> = {};
  let nulls = none;
  let attachments: Attachments | undefined;
  let problem: string | undefined;
  try {
    const reader = new HessianReader(bytes, HEADER, bytes.length);
    // Written out: this is done for every request that a rule asks something of.
    const dubbo = reader.text();
    const path = reader.text();
    const version = reader.text();
    const method = reader.text();
    if (dubbo === undefined || path === undefined || version === undefined || method === undefined) {
      nulls = nullsOf({ 'Dubbo version': dubbo, path, version, method });
    }
    details.dubbo = dubbo ?? '';
    gathered.set('interface', path ?? '');
    details.version = version ?? '';
    gathered.set('method', method ?? '');
    details.parameters = reader.text() ?? '';
    for (let left = parameterCount(details.parameters); left > 0; left -= 1) reader.skip();
    const seen = untypedOnly && !reader.done && reader.peek() === TYPED ? new AttributeBuilder() : gathered;
    attachments = readAttachments(reader, seen);
  } catch (error) {
    problem = problemOf(error);
  }
  const { attributes, spelt } = gathered;
  return { attributes, spelt, details, attachments, exception: false, problem, nulls };
}

/** The tag of a map with a type. */
const TYPED = 0x4d;

const results = ['exception', 'value', 'null', 'exception', 'value', 'null'] as const;

/** Reads the body of a response whose status is OK: the type, past the value, the attachments. */
export function readResponse(bytes: Uint8Array): Body {
  const gathered = new AttributeBuilder();
  const details: Record<string, string | number> = {};
  let attachments: Attachments | undefined;
  let problem: string | undefined;
  let result: string | undefined;
  try {
    const reader = new HessianReader(bytes, HEADER, bytes.length);
    const type = reader.int();
    result = results[type];
    if (result === undefined) throw new Malformed('malformed', `a result of type ${type} is not known`);
    details.result = result;
    if (result !== 'null') reader.skip();
    if (type >= 3) attachments = readAttachments(reader, gathered);
  } catch (error) {
    problem = problemOf(error);
  }
  const { attributes, spelt } = gathered;
  return { attributes, spelt, details, attachments, exception: result === 'exception', problem, nulls: none };
}

const none: readonly string[] = [];

function nullsOf(names: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(names).filter((name) => names[name] === undefined);
}

function readAttachments(reader: HessianReader, attributes: AttributeBuilder): Attachments | undefined {
  if (!reader.mapStart()) return undefined;
  const start = reader.at;
  const entries: { key: string; start: number; end: number }[] = [];
  while (!reader.ends()) {
    const from = reader.at;
    const key = reader.isText() ? reader.text() : reader.skip();
    const value = reader.isText() ? reader.text() : reader.skip();
    if (key === undefined || value === undefined) continue;
    entries.push({ key, start: from, end: reader.at });
    attributes.set(key, value);
  }
  return { start, end: reader.at - 1, entries };
}

function problemOf(error: unknown): string {
  return `The body cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}

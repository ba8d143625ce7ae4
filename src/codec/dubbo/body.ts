import { attributeName } from '../../match/attributes.js';
import { Malformed } from '../stream.js';
import { HEADER } from './header.js';
import { HessianReader } from './hessian.js';
import { parameterCount } from './parameters.js';

/** What a Hessian 2 body says, as far as it could be read. */
export interface Body {
  readonly attributes: ReadonlyMap<string, string>;
  readonly details: Readonly<Record<string, string | number>>;
  readonly attachments: Attachments | undefined;
  /** A response that carries an exception. */
  readonly exception: boolean;
  readonly problem: string | undefined;
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
 */
export function readRequest(bytes: Uint8Array): Body {
  const attributes = new Map<string, string>();
  const details: Record<string, string | number> = {};
  let attachments: Attachments | undefined;
  let problem: string | undefined;
  try {
    const reader = new HessianReader(bytes, HEADER, bytes.length);
    details.dubbo = reader.text() ?? '';
    attributes.set('interface', reader.text() ?? '');
    details.version = reader.text() ?? '';
    attributes.set('method', reader.text() ?? '');
    details.parameters = reader.text() ?? '';
    for (let left = parameterCount(details.parameters); left > 0; left -= 1) reader.skip();
    attachments = readAttachments(reader, attributes);
  } catch (error) {
    problem = problemOf(error);
  }
  return { attributes, details, attachments, exception: false, problem };
}

const results = ['exception', 'value', 'null', 'exception', 'value', 'null'] as const;

/** Reads the body of a response whose status is OK: the type, past the value, the attachments. */
export function readResponse(bytes: Uint8Array): Body {
  const attributes = new Map<string, string>();
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
    if (type >= 3) attachments = readAttachments(reader, attributes);
  } catch (error) {
    problem = problemOf(error);
  }
  return { attributes, details, attachments, exception: result === 'exception', problem };
}

function readAttachments(reader: HessianReader, attributes: Map<string, string>): Attachments | undefined {
  if (!reader.mapStart()) return undefined;
  const start = reader.at;
  const entries: { key: string; start: number; end: number }[] = [];
  while (!reader.ends()) {
    const from = reader.at;
    const key = reader.isText() ? reader.text() : reader.skip();
    const value = reader.isText() ? reader.text() : reader.skip();
    if (key === undefined || value === undefined) continue;
    entries.push({ key, start: from, end: reader.at });
    attributes.set(attributeName(key), value);
  }
  return { start, end: reader.at - 1, entries };
}

function problemOf(error: unknown): string {
  return `The body cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}

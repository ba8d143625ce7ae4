import { WireType } from '@bufbuild/protobuf/wire';
import { AttributeBuilder, type Attributes } from '../../match/attributes.js';
import type { Sender } from '../codec.js';
import { entryOf, type Field, fieldOf, intOf, readFields } from '../protobuf.js';
import { textOf } from '../text.js';

/** Field numbers of RequestProtocol, ResponseProtocol and the stream metas (packets.md, tRPC). */
export const numbers = {
  version: 1,
  callType: 2,
  requestId: 3,
  request: { timeout: 4, caller: 5, callee: 6, func: 7, transInfo: 9, contentType: 10 },
  response: { ret: 4, funcRet: 5, error: 6, transInfo: 8, contentType: 9 },
  init: { request: 1, response: 2, caller: 1, callee: 2, func: 3, transInfo: 5, ret: 1, error: 2 },
  close: { type: 1, ret: 2, message: 3 },
} as const;

/** What a protobuf header says. */
export interface Header {
  readonly sender: Sender | undefined;
  readonly id: bigint | undefined;
  readonly oneWay: boolean;
  readonly failed: boolean;
  readonly attributes: Attributes;
  readonly spelt: Attributes;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A unary header. The bytes do not say who sends it, but requests have a text where responses have a number. */
export function readUnary(header: Uint8Array, sender: Sender | undefined): Header {
  const fields = readFields(header);
  const isRequest = (sender ?? guess(fields)) === 'client';
  return isRequest ? requestOf(fields) : responseOf(fields);
}

function guess(fields: readonly Field[]): Sender {
  const { caller, func } = numbers.request;
  const isText = fields.some(
    ({ number, wire }) => (number === caller || number === func) && wire === WireType.LengthDelimited,
  );
  return isText ? 'client' : 'server';
}

function requestOf(fields: readonly Field[]): Header {
  const { caller, callee, func, timeout, transInfo, contentType } = numbers.request;
  const attributes = names(fields, caller, callee, func);
  addTransInfo(attributes, fields, transInfo);
  return {
    sender: 'client',
    id: idOf(fields),
    oneWay: intOf(fields, numbers.callType) === 1,
    failed: false,
    attributes: attributes.attributes,
    spelt: attributes.spelt,
    details: { ...content(fields, contentType), ...number('timeout', fields, timeout) },
  };
}

function responseOf(fields: readonly Field[]): Header {
  const { ret, funcRet, error, transInfo, contentType } = numbers.response;
  const attributes = new AttributeBuilder();
  addTransInfo(attributes, fields, transInfo);
  return {
    sender: 'server',
    id: idOf(fields),
    oneWay: false,
    failed: intOf(fields, ret) !== 0 || intOf(fields, funcRet) !== 0,
    attributes: attributes.attributes,
    spelt: attributes.spelt,
    details: {
      ...content(fields, contentType),
      ret: intOf(fields, ret),
      ...number('func_ret', fields, funcRet),
      ...text('error_msg', fields, error),
    },
  };
}

/** Who opens a stream sends request_meta, who answers response_meta. */
export function readInit(header: Uint8Array): Header {
  const { init } = numbers;
  const fields = readFields(header);
  const request = fieldOf(fields, init.request);
  const response = fieldOf(fields, init.response);
  if (request === undefined && response !== undefined) {
    const meta = readFields(response.bytes);
    return {
      ...nothing,
      sender: 'server',
      failed: intOf(meta, init.ret) !== 0,
      details: { ret: intOf(meta, init.ret), ...text('error_msg', meta, init.error) },
    };
  }
  const meta = readFields(request?.bytes ?? new Uint8Array(0));
  const attributes = names(meta, init.caller, init.callee, init.func);
  addTransInfo(attributes, meta, init.transInfo);
  const sender = request === undefined ? undefined : 'client';
  return { ...nothing, sender, attributes: attributes.attributes, spelt: attributes.spelt };
}

export function readClose(header: Uint8Array): Header {
  const { close } = numbers;
  const fields = readFields(header);
  const reset = intOf(fields, close.type) === 1;
  return {
    ...nothing,
    failed: reset || intOf(fields, close.ret) !== 0,
    details: { close: reset ? 'reset' : 'close', ret: intOf(fields, close.ret), ...text('msg', fields, close.message) },
  };
}

export const nothing: Header = {
  sender: undefined,
  id: undefined,
  oneWay: false,
  failed: false,
  attributes: new Map(),
  spelt: new Map(),
  details: {},
};

function idOf(fields: readonly Field[]): bigint {
  return BigInt.asUintN(32, fieldOf(fields, numbers.requestId)?.value ?? 0n);
}

/** Aeraki's codec sets all three, empty where the header has none. */
function names(fields: readonly Field[], caller: number, callee: number, func: number): AttributeBuilder {
  const attributes = new AttributeBuilder();
  attributes.set('caller', contentOf(fields, caller));
  attributes.set('callee', contentOf(fields, callee));
  attributes.set('func', contentOf(fields, func));
  return attributes;
}

function addTransInfo(attributes: AttributeBuilder, fields: readonly Field[], number: number): void {
  for (const field of fields) {
    if (field.number !== number) continue;
    const { key, value } = entryOf(field.bytes);
    attributes.set(textOf(key, 0, key.length), textOf(value, 0, value.length));
  }
}

function contentOf(fields: readonly Field[], number: number): string {
  const { bytes } = fieldOf(fields, number) ?? { bytes: new Uint8Array(0) };
  return textOf(bytes, 0, bytes.length);
}

/** The encoding of the body follows its type. */
function content(fields: readonly Field[], type: number): Record<string, number> {
  return { ...number('content_type', fields, type), ...number('content_encoding', fields, type + 1) };
}

function number(name: string, fields: readonly Field[], of: number): Record<string, number> {
  return fieldOf(fields, of) === undefined ? {} : { [name]: intOf(fields, of) };
}

function text(name: string, fields: readonly Field[], of: number): Record<string, string> {
  return fieldOf(fields, of) === undefined ? {} : { [name]: contentOf(fields, of) };
}

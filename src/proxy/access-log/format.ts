import type { Json, JsonObject } from '../../model/envoy.js';
import { printable } from '../../output/printable.js';
import type { AccessLog, RequestLog } from '../config.js';
import { type Operator, type OperatorContext, operatorOf } from './operators.js';

/** A compiled access log format: one request as one piece of text, for JSON a line. */
export type LogFormat = (request: RequestLog) => string;

/** Compiles the format of an access log (translation.md section 6). Never raises. */
export function compileFormat(format: AccessLog['format'], context: OperatorContext): LogFormat {
  return 'json' in format ? compileJson(format.json, context) : compileText(format.text, context);
}

/** An operator in a format string, and the length to which its value is cut. */
interface Placed {
  readonly operator: Operator;
  readonly length: number | undefined;
}

/** `%%`, or `%NAME%` with an optional `(parameter)` and `:length`. */
const command = /%%|%([A-Z0-9_]+)(?:\(([\s\S]*?)\))?(?::(\d+))?%/g;

/** The literals and operators of a format string. */
function parse(format: string, context: OperatorContext): readonly (string | Placed)[] {
  const parts: (string | Placed)[] = [];
  let end = 0;
  for (const match of format.matchAll(command)) {
    const [whole, name, parameter, length] = match;
    if (match.index > end) parts.push(format.slice(end, match.index));
    end = match.index + whole.length;
    if (name === undefined) parts.push('%');
    else {
      const cut = length === undefined ? undefined : Number(length);
      parts.push({ operator: operatorOf(name, parameter, context), length: cut });
    }
  }
  if (end < format.length) parts.push(format.slice(end));
  return parts;
}

/**
 * Envoy's text format: what an operator has nothing for is `-`. A value's control characters are written out, so that no
 * request can begin a line of its own.
 */
function compileText(format: string, context: OperatorContext): LogFormat {
  const parts = parse(format, context);
  return (request) => {
    let text = '';
    for (const part of parts)
      text += typeof part === 'string' ? part : printable(String(printedValue(part, request) ?? '-'));
    return request.fault === undefined ? text : marked(text, request.fault);
  };
}

/** Whatever the format says, a reader must not take a fault of ours for one of the mesh. */
function marked(text: string, fault: string): string {
  const mark = ` [fault of aeraki proxy: ${printable(fault)}]`;
  return text.endsWith('\n') ? `${text.slice(0, -1)}${mark}\n` : `${text}${mark}`;
}

function printedValue({ operator, length }: Placed, request: RequestLog): string | number | undefined {
  const value = operator(request);
  return length === undefined || value === undefined ? value : String(value).slice(0, length);
}

type Field = (request: RequestLog) => Json;

/**
 * Envoy's JSON format: a value that is one operator keeps its type and is null when there is nothing; one with text about
 * it is a string with `-` there. Keys in the order of the format, at any depth.
 */
function compileJson(format: JsonObject, context: OperatorContext): LogFormat {
  const field = jsonField(format, context);
  // What JSON leaves as it is and a terminal acts on is written as JSON escapes, which mean the same.
  return (request) => {
    const line = field(request);
    const own = request.fault === undefined ? line : { ...(line as JsonObject), aeraki_fault: request.fault };
    return `${printable(JSON.stringify(own))}\n`;
  };
}

function jsonField(format: Json, context: OperatorContext): Field {
  if (typeof format === 'string') return textField(format, context);
  if (Array.isArray(format)) {
    const items = format.map((item: Json) => jsonField(item, context));
    return (request) => items.map((item) => item(request));
  }
  if (typeof format !== 'object' || format === null) return () => format;
  const fields = Object.entries(format).map(([key, value]) => [key, jsonField(value ?? null, context)] as const);
  return (request) => Object.fromEntries(fields.map(([key, value]) => [key, value(request)]));
}

function textField(format: string, context: OperatorContext): Field {
  const parts = parse(format, context);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') {
    return (request) => printedValue(only, request) ?? null;
  }
  return (request) =>
    parts.map((part) => (typeof part === 'string' ? part : (printedValue(part, request) ?? '-'))).join('');
}

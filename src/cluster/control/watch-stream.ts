import type { IncomingMessage } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { isObject } from '../../envoy/proto-json.js';
import type { JsonObject } from '../../model/envoy.js';
import { at, parseJson, textAt } from '../json.js';

/** One line of a watch. */
export type WatchEvent =
  | { readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'; readonly object: JsonObject }
  | { readonly type: 'BOOKMARK'; readonly version: string }
  | { readonly type: 'ERROR'; readonly code: number; readonly reason: string };

/** No object of etcd is near this, in characters: what goes on without an end of line is no watch. */
const longestLine = 32 * 2 ** 20;

/** The events of a watch, those of one piece of the stream together. Raises what the network raises. */
export async function* watchEvents(stream: IncomingMessage): AsyncIterable<readonly WatchEvent[]> {
  const decoder = new StringDecoder('utf8');
  let rest: string[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    const end = text.lastIndexOf('\n');
    if (end < 0) {
      rest.push(text);
      length += text.length;
      if (length > longestLine) throw new Error('a line of the watch does not end');
      continue;
    }
    const whole = rest.join('') + text.slice(0, end);
    rest = [text.slice(end + 1)];
    length = text.length - end - 1;
    const events: WatchEvent[] = [];
    for (const line of whole.split('\n')) if (line !== '') events.push(eventOf(line));
    if (events.length > 0) yield events;
  }
}

function eventOf(line: string): WatchEvent {
  const value = parseJson(line);
  const object = at(value, 'object');
  const type = textAt(value, 'type');
  if (!isObject(object)) throw new Error('a line of the watch is no event');
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return { type, object };
    case 'BOOKMARK':
      return { type, version: textAt(object, 'metadata', 'resourceVersion') };
    default:
      return { type: 'ERROR', code: Number(at(object, 'code') ?? 0), reason: textAt(object, 'message') || type };
  }
}

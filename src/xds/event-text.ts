import { jsonLine } from '../output/json.js';
import { printable } from '../output/printable.js';
import type { XdsEvent } from './event.js';

/** A line of text lists so many names. */
const mostNames = 5;

/** An event as a line for people: `nack 127.0.0.1:4123#2 node=sidecar~… demo_20880 version=… error: …` */
export function eventText({ event, client, node, resources, version, error }: XdsEvent): string {
  const shown = resources.slice(0, mostNames).join(', ');
  const more = resources.length > mostNames ? ` and ${resources.length - mostNames} more` : '';
  const parts = [
    event.padEnd(11),
    client,
    node !== null && `node=${node}`,
    shown !== '' && `${shown}${more}`,
    version !== null && version !== '' && `version=${version}`,
    error !== null && `error: ${error}`,
  ];
  return `${printable(parts.filter((part) => part !== false).join(' '))}\n`;
}

/**
 * Makes lines of JSON. Clients that are told the same share one list of names, and its text is made once: after a change
 * a thousand clients accept at the same moment.
 */
export function eventJsonWriter(): (event: XdsEvent) => string {
  const lists = new WeakMap<readonly string[], string>();
  const list = (names: readonly string[]): string => {
    let text = lists.get(names);
    if (text === undefined) {
      text = jsonLine(names);
      lists.set(names, text);
    }
    return text;
  };
  return ({ event, client, node, resources, version, error }) => {
    const [one, two] = [jsonLine({ event, client, node }), jsonLine({ version, error })];
    return `${one.slice(0, -1)},"resources":${list(resources)},${two.slice(1)}\n`;
  };
}

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

/** An event as a line of JSON. */
export function eventJson(event: XdsEvent): string {
  return `${jsonLine(event)}\n`;
}

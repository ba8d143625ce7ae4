import { hostPort } from '../../../envoy/address.js';
import type { Gate } from '../../../proxy/gate/config.js';
import type { GateChange } from '../../../proxy/gate/gates.js';
import type { Left } from '../../../proxy/mesh/gates.js';

/** So many names a line lists. */
const LISTED = 10;

/** What became of listeners, a line each; of very many only how many. */
export function gateLines({ opened, closed, refused }: GateChange): readonly string[] {
  return [
    ...few(
      opened,
      (gate) => `Listening on ${hostPort(gate.address)} for ${hostPort(gate.destination)} (${what(gate)})`,
    ),
    ...few(closed, (gate) => `No longer listening on ${hostPort(gate.address)} for ${hostPort(gate.destination)}.`),
    ...few(
      refused,
      ({ gate, message }) =>
        `Cannot listen on ${hostPort(gate.address)} for ${hostPort(gate.destination)}: ${message}. ${cure(gate)}`,
    ),
  ];
}

function cure({ destination }: Gate): string {
  return `It is tried again with the next change; --original-dst ${hostPort(destination)}=ADDRESS:PORT names another place.`;
}

/** `dubbo, TLS or clear`. */
function what({ chains }: Gate): string {
  const protocols = chains.flatMap(({ handler }) =>
    handler.kind === 'metaprotocol' ? handler.listener.applicationProtocol : handler.kind === 'tcp' ? 'tcp' : [],
  );
  const transports = chains.map(({ tls }) => (tls === undefined ? 'clear' : 'mutual TLS'));
  return [[...new Set(protocols)].join(' and '), ...new Set(transports)].join(', ');
}

function few<T>(items: readonly T[], line: (item: T) => string): readonly string[] {
  if (items.length <= 2 * LISTED) return items.map(line);
  return [...items.slice(0, LISTED).map(line), `… and ${items.length - LISTED} more like it.`];
}

/** The listeners that only an Envoy can serve. */
export function leftLine(left: readonly Left[]): string {
  const names = left.slice(0, LISTED).map(({ name, filter }) => `${name} (${filter})`);
  const more = left.length > LISTED ? ` and ${left.length - LISTED} more` : '';
  return `Left to Envoy, connections there are not taken: ${names.join(', ')}${more}.`;
}

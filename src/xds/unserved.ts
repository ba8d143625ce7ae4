import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { parseRouteConfigurationName } from '../envoy/route-configuration-name.js';
import type { XdsEvent } from './event.js';
import type { Snapshot } from './snapshot.js';

/** So many pairs of client and name are told apart; a client that asks for ever new names is not worth more lines. */
const mostSaid = 1_000;
/** So many names of one request are named. */
const mostNamed = 10;
/** Among more names than these none is looked for that is like the one that was asked for. */
const mostCompared = 5_000;

/** Names that clients ask for and that are not served: each client and name is told once. */
export class Unserved {
  readonly #said = new Set<string>();

  /** What is to be said of a request, given what is served now. */
  findings({ event, client, node, resources }: XdsEvent, { resources: served }: Snapshot): readonly Finding[] {
    if (event !== 'subscribe') return [];
    // A client that connects again has the same id, and another port.
    const who = node ?? client.replace(/#\d+$/, '');
    const fresh: string[] = [];
    for (const name of resources) {
      if (name === '*' || served.has(name) || this.#said.size >= mostSaid) continue;
      const key = `${who}\n${name}`;
      if (this.#said.has(key)) continue;
      this.#said.add(key);
      fresh.push(name);
    }
    const named = fresh
      .slice(0, mostNamed)
      .map((name) => finding('AER0612', { client: who, name, hint: hintOf(name, served) }, {}));
    const more = fresh.length - named.length;
    if (more === 0) return named;
    const hint = 'The admin page /clients lists them.';
    return [...named, finding('AER0612', { client: who, name: `${more} more names`, hint }, {})];
  }
}

function hintOf(name: string, served: Snapshot['resources']): string {
  if (served.size === 0) return 'Nothing is served: the rules make no route.';
  if (served.size <= mostCompared) {
    const near = sameService(name, served.keys()) ?? nearest(name, served.keys());
    if (near !== undefined) return `Did you mean ${near}?`;
  }
  const shown = [...firstOf(served.keys(), 3)];
  const more = served.size - shown.length;
  return `Served are ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** A name is `<host>_<port>`: the same host with another port, or the short form of a host, is what was meant. */
function sameService(name: string, served: Iterable<string>): string | undefined {
  const { host, port } = partsOf(name);
  let likely: string | undefined;
  for (const each of served) {
    const { host: otherHost, port: otherPort } = partsOf(each);
    const same = otherHost === host;
    const longer = otherHost.startsWith(`${host}.`) || host.startsWith(`${otherHost}.`);
    if (!same && !longer) continue;
    if (port === otherPort) return each;
    likely ??= each;
  }
  return likely;
}

function partsOf(name: string): { readonly host: string; readonly port?: number } {
  return parseRouteConfigurationName(name) ?? { host: name };
}

function* firstOf<T>(items: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const item of items) {
    if (left <= 0) return;
    left -= 1;
    yield item;
  }
}

import { type Note, note } from '../behaviour/notes.js';
import { drops } from '../behaviour/traits.js';
import { attributeName } from './attributes.js';
import type { Choice } from './decision.js';
import type { Limit } from './limits.js';

const REQUEST_ID = 'x-request-id';
/** What a text keeps in itself in the library that Envoy is built with, in octets. */
const INLINE = 22;

/**
 * What the proxy of `choice.traits` does with the request that one would not think; empty for the ideal one.
 * `properties`: the attributes that the descriptors of the service have.
 */
export function notesOf(choice: Choice, limits: readonly Limit[], properties: readonly string[]): readonly Note[] {
  const { traits, routed, route, service } = choice;
  const codec = service.codec ?? '';
  const ofKind = kindNotes({ ...choice, codec });
  if (traits.version === 'ideal' || !routed) return ofKind;
  return [
    ...ofKind,
    ...requestIdNotes(choice),
    ...(route === undefined && (traits.emptyErrors.has(codec) || service.facts.replies === false)
      ? [note('noAnswer')]
      : []),
    ...(route === undefined ? [] : routeNotes(choice)),
    ...limitNotes(choice, limits, properties),
  ];
}

/** What the proxy does with a message because of what it is, whatever the rules say. */
export function kindNotes({
  kind,
  fate,
  traits,
  codec,
}: Pick<Choice, 'kind' | 'fate' | 'traits'> & { readonly codec: string }): readonly Note[] {
  if (fate?.end === 'closes') return [note('closes', { why: fate.why })];
  if (kind !== 'one-way' || !traits.dropsOneWay) return [];
  return [note(drops(traits, codec) ? 'oneWayDropped' : 'oneWayWaits')];
}

/** A rule asks about an attribute that is not there yet. */
function requestIdNotes({ service, attributes, route: taken, traits }: Choice): readonly Note[] {
  if (traits.requestIdBeforeRoute || attributes.has(REQUEST_ID)) return [];
  const { routes } = service.routes();
  const looked = taken === undefined ? routes : routes.slice(0, taken.index + 1);
  const asks = looked.some(({ matchers }) => matchers.some(({ attribute }) => attribute === REQUEST_ID));
  return asks || hashPolicyOf(taken).some((name) => attributeName(name) === REQUEST_ID) ? [note('requestIdLater')] : [];
}

function hashPolicyOf(route: Choice['route']): readonly string[] {
  return route?.route.route.hashPolicy ?? [];
}

function routeNotes({ route, traits, kind, service, attributes, spelt }: Choice): readonly Note[] {
  const { requestMutation = [], responseMutation = [] } = route?.route ?? {};
  const policy = hashPolicyOf(route);
  const empty = traits.exactNames ? policy.filter((name) => misspelt(name, { attributes, spelt })) : [];
  const long = policy.some((name) => Buffer.byteLength(spelt.get(name) ?? '') > INLINE);
  const unreliable = traits.exactNames && (policy.length > 1 || long);
  return [
    ...(responseMutation.length > 0 && !traits.mutatesResponses ? [note('responseMutation')] : []),
    ...(kind === 'stream' && requestMutation.length > 0 && service.facts.mutates === true && !traits.mutatesStreams
      ? [note('streamMutation')]
      : []),
    ...empty.map((name) => emptyName('the hash of', name, { attributes, spelt })),
    ...(unreliable ? [note('unreliableHash', { what: policy.join(', ') })] : []),
  ];
}

type Seen = Pick<Choice, 'attributes' | 'spelt'>;

/** There is such an attribute, but the codec spells it otherwise. */
function misspelt(name: string, { attributes, spelt }: Seen): boolean {
  return !spelt.has(name) && attributes.has(attributeName(name));
}

function emptyName(what: string, name: string, { spelt }: Seen): Note {
  const actual = [...spelt.keys()].find((key) => attributeName(key) === attributeName(name)) ?? attributeName(name);
  return note('emptyName', { what, name, why: `the codec has ${actual}` });
}

function limitNotes(choice: Choice, limits: readonly Limit[], properties: readonly string[]): readonly Note[] {
  const { traits } = choice;
  const local = traits.limitsPerEndpoint ? limits.flatMap((limit) => (limit.type === 'local' ? limit : [])) : [];
  const asks = traits.exactNames && limits.some(({ type }) => type === 'global');
  const empty = asks ? properties.filter((property) => misspelt(property, choice)) : [];
  return [
    ...local.map(({ maxTokens }) => note('limitPerServer', { count: `${maxTokens} per server` })),
    ...empty.map((property) => emptyName('the descriptor of', property, choice)),
  ];
}

/** What the codecs of the proxy produce and take (data-plane.md, Attributes; facts). */
export interface Codec {
  /** The attributes of a request; undefined: any (the protocol carries attributes of its own). */
  readonly attributes: ReadonlySet<string> | undefined;
  /** Whether mutations have an effect. */
  readonly mutations: boolean;
}

const codecs: ReadonlyMap<string, Codec> = new Map([
  ['aeraki.meta_protocol.codec.thrift', { attributes: new Set(['method']), mutations: false }],
  ['aeraki.meta_protocol.codec.brpc', { attributes: new Set<string>(), mutations: false }],
]);

const open: Codec = { attributes: undefined, mutations: true };

/** Attributes that the proxy adds itself, whatever the codec. */
const added = new Set(['x-meta-protocol-application-protocol', 'x-meta-protocol-real-server-address', 'x-request-id']);

/** What is known of a codec; of a private one nothing, so that everything is possible. */
export function codecNamed(name: string | undefined): Codec {
  return codecs.get(name ?? '') ?? open;
}

/** Whether one of these codecs can give a request the attribute. Names are compared without regard to case. */
export function canProduce(names: ReadonlySet<string | undefined>, attribute: string): boolean {
  const folded = attribute.toLowerCase();
  if (names.size === 0 || added.has(folded)) return true;
  return [...names].some((name) => codecNamed(name).attributes?.has(folded) ?? true);
}

/** `thrift (method)`, `brpc (none)`: the codecs with the attributes that they produce, for messages. */
export function codecWords(names: ReadonlySet<string | undefined>): string {
  return [...names]
    .map((name) => {
      const attributes = codecNamed(name).attributes ?? new Set(['any']);
      return `${name?.replace('aeraki.meta_protocol.codec.', '')} has ${attributes.size === 0 ? 'none' : [...attributes].join(', ')}`;
    })
    .join(', ');
}

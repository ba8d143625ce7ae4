import { attributeName } from '../../../match/attributes.js';
import { codecFacts } from '../../../match/codecs.js';

/** The codecs of a service's ports; undefined for an application protocol that has none. */
export type Codecs = ReadonlySet<string | undefined>;

/** Whether one of these codecs can give a request the attribute. Names are compared without regard to case. */
export function canProduce(codecs: Codecs, attribute: string): boolean {
  const folded = attributeName(attribute);
  return codecs.size === 0 || [...codecs].some((name) => codecFacts(name).attributes?.has(folded) ?? true);
}

/** `thrift has method`, `brpc has none`: what the codecs produce themselves, for messages. */
export function codecWords(codecs: Codecs): string {
  return [...codecs]
    .map((name) => {
      const own = [...(codecFacts(name).attributes ?? ['any'])].filter((attribute) => !attribute.startsWith('x-'));
      return `${shortName(name)} has ${own.length === 0 ? 'none' : own.join(', ')}`;
    })
    .join(', ');
}

/** `aeraki.meta_protocol.codec.thrift` → `thrift`. */
export function shortName(codec: string | undefined): string {
  return codec?.replace('aeraki.meta_protocol.codec.', '') ?? '';
}

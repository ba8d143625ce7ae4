import { flags, HEADER, HESSIAN2, headerWith, OK } from '../dubbo/header.js';
import { hessianString } from '../dubbo/java-text.js';
import { joined, sizeOf } from '../octets.js';
import type { Speech } from './speech.js';

const DUBBO_VERSION = '2.0.2';
const MAP = 0x48;
const END = 0x5a;
/** The tag of a result that is a value and has attachments: the only values that every version of the proxy passes on. */
const VALUE_WITH_ATTACHMENTS = 0x94;

/** A call without arguments, whose attributes besides interface and method are attachments; a value that is a string. */
export const dubboSpeech: Speech = {
  request(attributes, id) {
    const service = attributes.get('interface') ?? 'com.example.Service';
    const method = attributes.get('method') ?? 'call';
    const others = [...attributes].filter(([name]) => name !== 'interface' && name !== 'method');
    const attachments = new Map([['path', service], ['interface', service], ...others]);
    const names = [DUBBO_VERSION, service, attributes.get('version') ?? '0.0.0', method, ''];
    return message(flags.request | flags.twoWay | HESSIAN2, 0, id, [
      ...names.map(hessianString),
      ...mapOf(attachments),
    ]);
  },
  answer({ kind, id }, text) {
    if (kind !== 'request') return undefined;
    const attachments = mapOf(new Map([['dubbo', DUBBO_VERSION]]));
    return message(HESSIAN2, OK, id ?? 0n, [
      Uint8Array.of(VALUE_WITH_ATTACHMENTS),
      hessianString(text),
      ...attachments,
    ]);
  },
};

function mapOf(entries: ReadonlyMap<string, string>): readonly Uint8Array[] {
  return [
    Uint8Array.of(MAP),
    ...[...entries].flatMap(([key, value]) => [hessianString(key), hessianString(value)]),
    Uint8Array.of(END),
  ];
}

function message(flag: number, status: number, id: bigint, body: readonly Uint8Array[]): Uint8Array {
  const header = new Uint8Array(HEADER);
  header.set([0xda, 0xbb, flag, status]);
  return joined([headerWith(header, sizeOf(body), id), ...body]);
}

import { distance } from '../../../diagnostics/nearest.js';
import type { Gateway } from '../../../model/istio.js';
import type { Resource } from '../../../model/resource.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';

/** The layer-7 protocols of port names that have a generator (translation.md section 3). */
const known = ['dubbo', 'thrift', 'redis', 'kafka', 'zookeeper', 'metaprotocol'] as const;
/** Words that are near one of them and mean something else in a port name. */
const others = new Set(['mongo', 'mysql', 'http', 'https', 'grpc', 'tcp', 'tls', 'udp', 'web', 'redirect']);

/** Port names that are nearly what Aeraki understands, and so mean nothing, or something else, to it. */
export const portName: AnalysisRule = {
  codes: ['AER0330', 'AER0331'],
  byEntry: true,
  check(context) {
    for (const { resource, ports, synthetic } of context.index.services) {
      for (const { name, pointer } of ports) check(name, `${pointer}/name`, resource, context);
      if (synthetic) checkAppProtocol(resource, context);
    }
    for (const gateway of context.index.gateways) checkServers(gateway, context);
  },
};

function checkServers(gateway: Resource<Gateway>, context: AnalysisContext): void {
  for (const [index, { port }] of (gateway.object.spec?.servers ?? []).entries()) {
    if (port?.name !== undefined) check(port.name, `/spec/servers/${index}/port/name`, gateway, context);
  }
}

function check(name: string, pointer: string, resource: Resource, { report }: AnalysisContext): void {
  const found = nearMiss(name);
  if (found !== undefined) report('AER0330', resource, pointer, { name, ...found });
}

interface NearMiss {
  readonly why: string;
  readonly meant: string;
}

/** What is wrong with a port name that is nearly right, and what it may have been meant to be. */
export function nearMiss(name: string): NearMiss | undefined {
  const words = name.split('-');
  const [first = '', second = '', ...more] = words;
  const l7 = second.toLowerCase();
  if (isKnown(l7)) {
    const [third = ''] = more;
    if (l7 !== 'metaprotocol' && third.toLowerCase() === 'metaprotocol') {
      const meant = [first, 'metaprotocol', second, ...more.slice(1)].join('-');
      return { why: `its second word makes it a native ${l7} port`, meant };
    }
    // `metaprotocol-dubbo`: the second word decides, so this is native Dubbo.
    if (first.toLowerCase() !== 'metaprotocol' || l7 === 'metaprotocol') return undefined;
    return { why: `its second word makes it a native ${l7} port`, meant: `tcp-${[first, second, ...more].join('-')}` };
  }
  const joined = nearJoined(words);
  if (joined !== undefined) return { why: 'a protocol is one word', meant: joined };
  const misspelt = second === '' || others.has(l7) ? undefined : near(l7);
  if (misspelt !== undefined) {
    return { why: `"${second}" is no protocol`, meant: [first, misspelt, ...more].join('-') };
  }
  const leading = first.toLowerCase();
  const lead = isKnown(leading) ? leading : near(leading);
  // A port called `redis` is Istio's own way to name it, and one of the protocol's own words is no slip.
  if (lead === undefined || others.has(leading)) return undefined;
  if (l7 === 'tcp') return { why: 'the protocol must be its second word', meant: ['tcp', lead, ...more].join('-') };
  if (lead === 'redis' || (lead !== 'metaprotocol' && second !== '')) return undefined;
  return { why: 'the protocol must be its second word', meant: `tcp-${[lead, ...words.slice(1)].join('-')}` };
}

/** `tcp-meta-protocol-thrift`, `tcp-zoo-keeper`, `tcp_metaprotocol_dubbo`: the words of a protocol, not joined as they should. */
function nearJoined(words: readonly string[]): string | undefined {
  const [first = '', second = '', third = '', ...more] = words;
  const pair = `${second}${third}`.toLowerCase();
  if (second !== '' && third !== '' && isKnown(pair)) return [first, pair, ...more].join('-');
  const leading = `${first}${second}`.toLowerCase();
  if (second !== '' && isKnown(leading)) return ['tcp', leading, ...words.slice(2)].join('-');
  const parts = first.split(/[_.]/);
  return words.length === 1 && parts.length > 1 && isKnown((parts[1] ?? '').toLowerCase())
    ? parts.join('-')
    : undefined;
}

function isKnown(word: string): boolean {
  return (known as readonly string[]).includes(word);
}

/** The protocol that a word differs from by one edit, or two in a long word. */
function near(word: string): string | undefined {
  if (word.length < 4) return undefined;
  return known.find((protocol) => distance(word, protocol) <= (protocol.length > 7 ? 2 : 1));
}

/** `appProtocol` does not change the port name for Aeraki (translation.md section 2). */
function checkAppProtocol(resource: Resource, { report }: AnalysisContext): void {
  const spec = resource.object.spec as
    | { readonly ports?: readonly { readonly name?: string; readonly appProtocol?: string }[] }
    | undefined;
  for (const [index, { name = '', appProtocol = '' }] of (spec?.ports ?? []).entries()) {
    const words = appProtocol.toLowerCase().split('-');
    if (!words.some((word) => word === 'metaprotocol' || word === 'dubbo' || word === 'thrift')) continue;
    if (isKnown(name.split('-')[1]?.toLowerCase() ?? '') || nearMiss(name) !== undefined) continue;
    report('AER0331', resource, `/spec/ports/${index}/appProtocol`, { appProtocol, name });
  }
}

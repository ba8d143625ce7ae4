import { distance } from '../../../diagnostics/nearest.js';
import { escapePointer } from '../../../diagnostics/pointer.js';
import { codecFacts } from '../../../match/codecs.js';
import type { MetaRouteMatch } from '../../../model/aeraki.js';
import { items } from '../../webhook/rule.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';
import { shortName } from './codecs.js';

interface OwnAttributes {
  /** What the codec makes of every request. */
  readonly made: readonly string[];
  /** What applications usually send with it, beside names of their own. */
  readonly usual: readonly string[];
  /** The codec's word for what a request calls, and for the service that it calls. */
  readonly method: string;
  readonly service: string;
}

/** Codecs whose set of attributes is open: any name may be sent, so only names that look like slips are told. */
const open: Readonly<Record<string, OwnAttributes>> = {
  dubbo: {
    made: ['interface', 'method'],
    usual: ['path', 'group', 'version', 'timeout', 'token', 'dubbo', 'dubbo.tag', 'application', 'remote.application'],
    method: 'method',
    service: 'interface',
  },
  trpc: { made: ['caller', 'callee', 'func'], usual: [], method: 'func', service: 'callee' },
};

/** The attributes that a request of a codec has, as far as that is known: what the codec makes, and what is usually sent. */
export function usualAttributes(codec: string): readonly string[] {
  const own = Object.hasOwn(open, shortName(codec)) ? open[shortName(codec)] : undefined;
  if (own !== undefined) return [...own.made, ...own.usual];
  return [...(codecFacts(codec).attributes ?? [])];
}

const methodWords = new Set(['method', 'methods', 'func', 'function', 'operation', 'rpcmethod']);
const serviceWords = new Set(['interface', 'service', 'iface', 'callee', 'servicename']);

/** Attributes that neither the codec makes nor an application usually sends, with what they were meant to be. */
export const unusualAttributes: AnalysisRule = {
  codes: ['AER0340'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const spec = router.object.spec ?? {};
      const codecs = [...codecsOf(spec.hosts?.[0] ?? '', index)];
      const own = codecs.map((codec) => open[shortName(codec)]);
      const [first] = own;
      if (first === undefined || own.includes(undefined)) continue;
      const codec = codecs.map(shortName).join(', ');
      const say = (attribute: string, pointer: string, at: 'key' | 'value'): void => {
        const meant = meantBy(attribute, first);
        if (meant === undefined) return;
        report('AER0340', router, pointer, { attribute, codec, made: first.made.join(', '), meant }, { at });
      };
      const match = (condition: MetaRouteMatch | undefined, parent: string): void => {
        for (const attribute of Object.keys(condition?.attributes ?? {})) {
          say(attribute, `${parent}/match/attributes/${escapePointer(attribute)}`, 'key');
        }
      };
      for (const [route, pointer] of items(spec.routes, '/spec/routes')) match(route.match, pointer);
      const local = '/spec/localRateLimit/conditions';
      for (const [condition, pointer] of items(spec.localRateLimit?.conditions, local)) match(condition.match, pointer);
      match(spec.globalRateLimit?.match, '/spec/globalRateLimit');
      const descriptors = '/spec/globalRateLimit/descriptors';
      for (const [{ property = '' }, pointer] of items(spec.globalRateLimit?.descriptors, descriptors)) {
        say(property, `${pointer}/property`, 'value');
      }
    }
  },
};

/** `dubbo_service_method` → `method`, `methodName` → `method`, `metod` → `method`; undefined for a name of its own. */
function meantBy(attribute: string, { made, usual, method, service }: OwnAttributes): string | undefined {
  const lower = attribute.toLowerCase();
  if (made.includes(lower) || usual.includes(lower) || lower === '' || lower.startsWith('x-')) return undefined;
  const words = attribute
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[-_. ]+/);
  if (words.length > 1 && words.at(-1) === 'name') words.pop();
  const last = words.at(-1) ?? '';
  if (methodWords.has(last)) return method;
  if (serviceWords.has(last)) return service;
  return made.find((name) => name.length > 4 && distance(lower, name) === 1);
}

import { qualifiedHost } from '../../../index/host.js';
import { attributeName } from '../../../match/attributes.js';
import { items } from '../../webhook/rule.js';
import { type Codecs, shortName } from '../codec/codecs.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';
import { hashNames } from './hash-names.js';

const PREFIX = 'aeraki.meta_protocol.codec.';

/** Names that the codecs make themselves, or that every client of the protocol sends, in the case that they have. */
const spelt: ReadonlyMap<string, readonly string[]> = new Map([
  [
    `${PREFIX}dubbo`,
    ['interface', 'method', 'path', 'group', 'version', 'timeout', 'application', 'remote.application'],
  ],
  [`${PREFIX}trpc`, ['caller', 'callee', 'func']],
  [`${PREFIX}thrift`, ['method']],
]);

/** Hash policies and descriptors whose name the codec spells in another case, so that they are always empty. */
export const spelling: AnalysisRule = {
  codes: ['AER0812', 'AER0813'],
  byEntry: true,
  check({ index, report }) {
    for (const service of index.services) {
      const codecs = codecsOf(service.hosts[0] ?? '', index);
      const host = qualifiedHost(service.hosts[0] ?? '', service.namespace);
      const rule = codecs.size === 0 ? undefined : index.destinationRulesByHost.get(host)?.[0];
      for (const { name: attribute, pointer } of rule === undefined ? [] : hashNames(rule)) {
        const meant = otherSpelling(attribute, codecs);
        if (rule === undefined || meant === undefined) continue;
        report('AER0812', rule, pointer, { attribute, meant, codecs: words(codecs) });
      }
    }
    for (const router of index.metaRouters) {
      const codecs = codecsOf(router.object.spec?.hosts?.[0] ?? '', index);
      const { descriptors } = router.object.spec?.globalRateLimit ?? {};
      for (const [{ property = '' }, at] of items(descriptors, '/spec/globalRateLimit/descriptors')) {
        const meant = otherSpelling(property, codecs);
        if (meant === undefined) continue;
        report('AER0813', router, `${at}/property`, { attribute: property, meant, codecs: words(codecs) });
      }
    }
  },
};

/** The name as the codecs spell it; undefined: so it is, or nobody knows. */
function otherSpelling(name: string, codecs: Codecs): string | undefined {
  const known = [...codecs].flatMap((codec) => (codec === undefined ? [] : (spelt.get(codec) ?? [])));
  if (known.includes(name)) return undefined;
  return known.find((each) => attributeName(each) === attributeName(name));
}

function words(codecs: Codecs): string {
  return [...codecs].map(shortName).join(', ');
}

import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { VirtualServiceSpec } from '../model/istio.js';
import type { Resource } from '../model/resource.js';
import { isUnbound } from './bound.js';
import type { LazyResult } from './lazyxds.js';
import { type Access, destinationOf } from './learn.js';
import { ISTIO_NAMESPACE } from './names.js';

/** What of lazyXDS's defects (L1 to L16) shapes this result. @param isFixed without those that `--fixed` mends */
export function lazyFindings(
  resources: readonly Resource[],
  { lazyServices, ports, afterTraffic }: LazyResult,
  traffic: readonly Access[],
  isFixed = false,
): readonly Finding[] {
  if (lazyServices === null) return [];
  const findings: Finding[] = isFixed ? [] : mended(resources, afterTraffic);
  const entries = resources.filter(({ kind, namespace }) => kind === 'ServiceEntry' && namespace !== ISTIO_NAMESPACE);
  const always = Object.values(ports).filter(({ tcp }) => tcp !== undefined).length + entries.length;
  if (always > 0) findings.push(finding('AER1326', { count: always }, {}));
  const lost = traffic.filter(({ cluster }) => destinationOf(cluster) === '').length;
  if (lost > 0) findings.push(finding('AER1327', { count: lost }, {}));
  return findings;
}

/** What `--fixed` mends. */
function mended(resources: readonly Resource[], kept: LazyResult['afterTraffic']): Finding[] {
  const findings: Finding[] = [finding('AER1321', {}, {})];
  for (const resource of resources.filter((each) => isUnbound(each))) {
    const { hosts } = (resource.object.spec ?? {}) as VirtualServiceSpec;
    findings.push(finding('AER1324', { host: hosts?.[0] ?? '' }, { resource, pointer: '/spec' }));
  }
  const count = kept.reduce((sum, { object }) => sum + virtualHosts(object), 0);
  if (count > 0) findings.push(finding('AER1325', { count }, {}));
  return findings;
}

function virtualHosts(object: Readonly<Record<string, unknown>>): number {
  const spec = object.spec as {
    readonly configPatches?: readonly {
      readonly patch?: { readonly value?: { readonly virtual_hosts?: unknown[] } };
    }[];
  };
  return (spec.configPatches ?? []).reduce((sum, each) => sum + (each.patch?.value?.virtual_hosts?.length ?? 0), 0);
}

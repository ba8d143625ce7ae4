import { parseRouteConfigurationName } from '../envoy/route-configuration-name.js';
import type { Translation } from '../translate/protocol.js';

/** Of what was generated only what is about these hosts. */
export function aboutHosts(translation: Translation, hosts: ReadonlySet<string>): Translation {
  const isNamed = ({ name }: { readonly name: string }): boolean =>
    hosts.has(parseRouteConfigurationName(name)?.host ?? '');
  return {
    envoyFilters: translation.envoyFilters.filter(({ metadata }) => isFilterOf(metadata.name, hosts)),
    virtualServices: translation.virtualServices.filter(({ spec }) =>
      ((spec as { readonly hosts?: readonly string[] }).hosts ?? []).some((host) => hosts.has(host)),
    ),
    get routeConfigurations() {
      return translation.routeConfigurations.filter(isNamed);
    },
    get metaRouteConfigurations() {
      return translation.metaRouteConfigurations.filter(isNamed);
    },
    findings: [],
  };
}

/** `aeraki-outbound-HOST-…-PORT`, `aeraki-inbound-HOST-…`: the name of a filter tells its service. */
function isFilterOf(name: string, hosts: ReadonlySet<string>): boolean {
  const rest = /^aeraki-(?:in|out)bound-(.*)$/.exec(name)?.[1];
  if (rest === undefined) return false;
  for (let end = rest.lastIndexOf('-'); end > 0; end = rest.lastIndexOf('-', end - 1)) {
    if (hosts.has(rest.slice(0, end))) return true;
  }
  return hosts.has(rest);
}

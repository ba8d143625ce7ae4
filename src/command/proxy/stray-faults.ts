import type { CompiledRules } from '../../match/service.js';
import type { Faults } from '../../proxy/fault/faults.js';

/** So many names a sentence lists. */
const listed = 8;

/** A sentence for every fault that meets no route of the rules as they are now. */
export function strayFaults(faults: Faults | undefined, rules: CompiledRules): readonly string[] {
  return (faults?.list ?? []).flatMap(({ fault: { text, service, route } }) => {
    const services = rules.services.filter(
      ({ host, port }) => service === undefined || (service.host === host && (service.port ?? port) === port),
    );
    const routes = services.flatMap((each) => each.routes().routes.map(({ label }) => label));
    if (route === undefined ? routes.length > 0 : routes.includes(route)) return [];
    const known = [...new Set(routes)].slice(0, listed).join(', ') || 'none';
    return [`--fault ${text} meets no route as the rules are now; its service has these: ${known}.`];
  });
}

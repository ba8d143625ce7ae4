import { askedRoutes, reachOf } from '../../scope/reach.js';
import type { MeshFlags } from '../input/workload/inputs.js';
import { readTarget } from '../input/workload/target.js';
import type { TranslateReport } from './run.js';

/** What of a translation the proxy of a workload (`NAME.NAMESPACE`) gets. Raises what `readTarget` raises. */
export async function reaching(
  target: string,
  report: TranslateReport,
  paths: readonly string[],
  flags: MeshFlags,
): Promise<TranslateReport> {
  const { mesh, workload } = await readTarget(target, paths, flags);
  const envoyFilters = report.view.envoyFilters.filter(reachOf(mesh, workload));
  const routes = askedRoutes(envoyFilters);
  const isAsked = ({ name }: { readonly name: string }) => routes.has(name);
  const view = {
    envoyFilters,
    virtualServices: [],
    routeConfigurations: report.view.routeConfigurations.filter(isAsked),
    metaRouteConfigurations: report.view.metaRouteConfigurations.filter(isAsked),
  };
  const hidden = report.view.envoyFilters.length - envoyFilters.length;
  const note = `${envoyFilters.length} EnvoyFilters reach ${workload.namespace}/${workload.name}; ${hidden} do not.`;
  return { ...report, view, notes: [...report.notes, note] };
}

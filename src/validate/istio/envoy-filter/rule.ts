import { type IstioContext, type IstioRule, items, type Report } from '../rule.js';
import { checkSelector } from '../values/labels.js';
import { httpManager, renamed } from './names.js';
import type { ConfigPatch, EnvoyFilterSpec, FilterMatch } from './spec.js';
import { checkValue } from './value.js';

/** AER1103, AER1104, AER1195: whom it is for; and istiod's word about every EnvoyFilter, which is for who knows it. */
export const envoyFilterReach: IstioRule<EnvoyFilterSpec> = {
  kind: 'EnvoyFilter',
  check({ workloadSelector: selector }, { report }) {
    if (selector !== undefined) checkSelector(selector.labels, '/spec/workloadSelector/labels', report);
    report('AER1195', '');
  },
};

/** AER1114, AER1141, AER1196, AER1197: the patches, each judged up to its first fault as istiod does. */
export const envoyFilterPatches: IstioRule<EnvoyFilterSpec> = {
  kind: 'EnvoyFilter',
  check(spec, context) {
    for (const [patch, pointer] of items(spec.configPatches, '/spec/configPatches')) {
      if (patch.match?.context === 'WAYPOINT') continue;
      if (isWhole(patch, pointer, context.report) && isFor(patch, pointer, context)) {
        checkValue(patch, `${pointer}/patch/value`, context);
      }
    }
  },
};

function isWhole({ applyTo = 'INVALID', patch }: ConfigPatch, pointer: string, report: Report): boolean {
  const { operation = 'INVALID', value } = patch ?? {};
  let missing: string | undefined;
  if (applyTo === 'INVALID') missing = 'applyTo';
  else if (patch === undefined) missing = 'patch';
  else if (operation === 'INVALID') missing = 'patch.operation';
  else if (operation !== 'REMOVE' && value === undefined) missing = 'patch.value';
  if (missing === undefined) return true;
  report('AER1114', pointer, { why: `it has no ${missing}`, cure: `Add ${missing}` });
  return false;
}

const ofListeners: ReadonlySet<string> = new Set(['LISTENER', 'FILTER_CHAIN', 'NETWORK_FILTER', 'HTTP_FILTER']);
const ofRoutes: ReadonlySet<string> = new Set(['ROUTE_CONFIGURATION', 'VIRTUAL_HOST', 'HTTP_ROUTE']);

/** Whether the match is one for the part that is changed; false where istiod looks no further. */
function isFor({ applyTo = '', match = {} }: ConfigPatch, pointer: string, context: IstioContext): boolean {
  const { report } = context;
  const { proxyVersion: version = '' } = match.proxy ?? {};
  const at = `${pointer}/match`;
  if (version.length > 1024) {
    const why = 'proxyVersion has more than 1024 characters and is ignored';
    report('AER1114', `${at}/proxy/proxyVersion`, { why, cure: 'Shorten it' }, { severity: 'warning' });
  } else if (version !== '') {
    const reason = context.whyNoRegex(version);
    if (reason !== undefined) {
      report('AER1141', `${at}/proxy/proxyVersion`, { why: `RE2 cannot read it: ${reason}`, cure: 'Mend it' });
      return false;
    }
  }
  const given = (['listener', 'routeConfiguration', 'cluster', 'waypoint'] as const).find((each) => match[each]);
  if (given === undefined) return true;
  if (ofListeners.has(applyTo)) {
    if (given !== 'listener') return wrong(report, at, applyTo, given, 'listener');
    const filter = match.listener?.filterChain?.filter;
    return filter === undefined || isFilter(filter, applyTo, `${at}/listener/filterChain/filter`, report);
  }
  if (ofRoutes.has(applyTo) && given !== 'routeConfiguration') wrong(report, at, applyTo, given, 'routeConfiguration');
  if (applyTo === 'CLUSTER' && given !== 'cluster') wrong(report, at, applyTo, given, 'cluster');
  return true;
}

function wrong(report: Report, pointer: string, applyTo: string, given: string, wanted: string): false {
  const cure = `Write match.${wanted}`;
  report('AER1114', `${pointer}/${given}`, { why: `${applyTo} has no ${given} to match`, cure }, { at: 'key' });
  return false;
}

function isFilter(filter: FilterMatch, applyTo: string, pointer: string, report: Report): boolean {
  const { name = '', subFilter } = filter;
  if (applyTo === 'LISTENER' || applyTo === 'FILTER_CHAIN') {
    const why = `a match of a filter does nothing for ${applyTo}`;
    report('AER1114', pointer, { why, cure: 'Remove it' }, { at: 'key', severity: 'warning' });
  }
  let fault: readonly [string, string] | undefined;
  if (name === '') fault = ['the filter to match has no name', 'Add name'];
  else if (subFilter !== undefined && applyTo !== 'HTTP_FILTER') fault = ['subFilter is for HTTP_FILTER', 'Remove it'];
  else if (subFilter !== undefined && !httpManager.has(name)) {
    fault = [`"${name}" has no subFilter`, 'Write envoy.filters.network.http_connection_manager for its name'];
  } else if (subFilter !== undefined && (subFilter.name ?? '') === '') fault = ['subFilter has no name', 'Add name'];
  if (fault !== undefined) {
    report('AER1114', pointer, { why: fault[0], cure: fault[1] });
    return false;
  }
  for (const [each, at] of [
    [name, `${pointer}/name`],
    [subFilter?.name ?? '', `${pointer}/subFilter/name`],
  ] as const) {
    const better = renamed.get(each);
    if (better !== undefined) report('AER1196', at, { name: each, better });
  }
  return true;
}

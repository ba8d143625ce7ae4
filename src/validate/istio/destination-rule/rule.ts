import { checkHost, checkSubsetName } from '../destination.js';
import { checkExportTo } from '../export-to.js';
import { type IstioRule, items, type Report } from '../rule.js';
import { checkLabels, checkSelector } from '../values/labels.js';
import { checkTrafficPolicy } from './policy.js';
import type { DestinationRuleSpec } from './spec.js';

/** AER1101, AER1102, AER1103, AER1104: what it is for, and who sees it. */
export const destinationRuleReach: IstioRule<DestinationRuleSpec> = {
  kind: 'DestinationRule',
  check(spec, context) {
    const { report } = context;
    checkHost(spec.host ?? '', '/spec/host', report);
    const { workloadSelector: selector } = spec;
    if (selector !== undefined) checkSelector(selector.matchLabels, '/spec/workloadSelector/matchLabels', report);
    checkExportTo(spec.exportTo, context, { onlyOwn: selector !== undefined });
  },
};

/** AER1158, AER1144, AER1105: the subsets. */
export const subsets: IstioRule<DestinationRuleSpec> = {
  kind: 'DestinationRule',
  check(spec, { report }) {
    const seen = new Set<string>();
    for (const [{ name = '', labels }, pointer] of items(spec.subsets, '/spec/subsets')) {
      if (seen.has(name)) report('AER1158', `${pointer}/name`, { name });
      seen.add(name);
      checkSubsetName(name, `${pointer}/name`, report);
      checkLabels(labels, `${pointer}/labels`, report);
    }
  },
};

/** The traffic policies: of all, of ports, of subsets. istiod drops its own warnings about the latter two. */
export const trafficPolicies: IstioRule<DestinationRuleSpec> = {
  kind: 'DestinationRule',
  check(spec, { resource, report }) {
    const { namespace } = resource;
    const errors: Report = (code, pointer, args, place) => {
      if (place?.severity !== 'warning') report(code, pointer, args, place);
    };
    checkTrafficPolicy(spec.trafficPolicy, '/spec/trafficPolicy', { namespace, report, errors });
    for (const [{ trafficPolicy }, pointer] of items(spec.subsets, '/spec/subsets')) {
      checkTrafficPolicy(trafficPolicy, `${pointer}/trafficPolicy`, { namespace, report: errors, errors });
    }
  },
};

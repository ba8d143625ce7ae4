import { items, type Report } from './rule.js';
import { isLabel, whyNoFqdn } from './values/domain.js';

/**
 * AER1132, AER1133: references to Gateways: `name`, or `namespace/name`. istiod stops at the first without a slash, so
 * that what stands behind it is not judged.
 */
export function checkGatewayNames(
  names: readonly string[] | undefined,
  at: string,
  report: Report,
  anyName = false,
): void {
  for (const [name, pointer] of items(names, at)) {
    const slash = name.indexOf('/');
    if (slash === -1) {
      const [gateway = '', namespace = ''] = name.split('.');
      if (name.includes('.')) {
        report('AER1133', pointer, { name, better: `${namespace}/${gateway}` }, { severity: 'warning' });
      }
      const why = whyNoFqdn(name);
      if (why !== undefined) report('AER1132', pointer, { name, why });
      return;
    }
    const namespace = name.slice(0, slash);
    const gateway = name.slice(slash + 1);
    if (!isLabel(namespace)) report('AER1132', pointer, { name, why: 'its namespace is no DNS label' });
    else if (gateway === '' || (!isLabel(gateway) && !anyName)) {
      report('AER1132', pointer, { name, why: 'what stands behind its slash is no DNS label' });
    }
  }
}

import type { DestinationRule } from '../../../model/istio.js';
import type { Resource } from '../../../model/resource.js';
import { items } from '../../webhook/rule.js';

/** The names that the consistent hashes of a DestinationRule have, each with its place. */
export function hashNames(
  rule: Resource<DestinationRule>,
): readonly { readonly name: string; readonly pointer: string }[] {
  const { trafficPolicy, subsets } = rule.object.spec ?? {};
  const policies = [
    [trafficPolicy, '/spec/trafficPolicy'] as const,
    ...items(subsets, '/spec/subsets').map(([subset, at]) => [subset.trafficPolicy, `${at}/trafficPolicy`] as const),
  ];
  return policies.flatMap(([policy, at]) => {
    const name = policy?.loadBalancer?.consistentHash?.httpHeaderName;
    if (name === undefined || name === '') return [];
    return [{ name, pointer: `${at}/loadBalancer/consistentHash/httpHeaderName` }];
  });
}

import { FieldReader } from '../../envoy/fields.js';
import { isObject } from '../../envoy/proto-json.js';
import type { EnvoyFilter } from '../../model/envoy.js';
import type { Dump } from '../dump.js';

/** Who a proxy is, as far as its dump says. */
export interface ProxyIdentity {
  /** Whether Istio applies an EnvoyFilter to this proxy; true where the dump does not say enough. */
  takes(filter: EnvoyFilter): boolean;
}

const gatewayPrefix = 'aeraki-gateway-outbound-';

/** Reads the node of the bootstrap: its type, and the labels of the workload. */
export function proxyIdentity(dump: Dump): ProxyIdentity {
  const reader = new FieldReader();
  const bootstrap = dump.field('bootstrap', 'bootstrap', []);
  const node = isObject(bootstrap) ? reader.object(bootstrap, 'node') : undefined;
  const [type] = reader.text(node, 'id').split('~');
  const labels = reader.object(reader.object(node, 'metadata'), 'LABELS');
  return {
    takes(filter) {
      if (type === 'sidecar' && filter.metadata.name.startsWith(gatewayPrefix)) return false;
      const selector = filter.spec.workloadSelector?.labels;
      if (selector === undefined || labels === undefined) return true;
      return Object.entries(selector).every(([key, value]) => labels[key] === value);
    },
  };
}

import { escapePointer } from '../../diagnostics/pointer.js';
import type { IstioContext } from './rule.js';

/** The fields of istio.io/api that are an int32: the API server takes larger numbers, istiod cannot read them. */
const int32: ReadonlySet<string> = new Set([
  ...['weight', 'attempts', 'httpStatus', 'percent', 'priority', 'maxConnections', 'http1MaxPendingRequests'],
  ...['http2MaxRequests', 'maxRequestsPerConnection', 'maxRetries', 'maxConcurrentStreams', 'consecutiveErrors'],
  ...['maxEjectionPercent', 'minHealthPercent'],
]);

/** AER1145: numbers that do not fit into the 32 bits of their field. Weights of endpoints are unsigned. */
export function checkNumbers({ resource, report }: IstioContext): void {
  const unsigned = resource.kind === 'ServiceEntry' || resource.kind === 'WorkloadEntry';
  const visit = (value: unknown, pointer: string, key: string): void => {
    if (typeof value === 'number') {
      if (int32.has(key) && !unsigned && Math.trunc(value) !== (value | 0) && !pointer.includes('retryBudget')) {
        report('AER1145', pointer, { found: value });
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [each, child] of Object.entries(value)) {
        // What an EnvoyFilter puts into Envoy's configuration has other types.
        if (resource.kind === 'EnvoyFilter' && each === 'patch') continue;
        visit(child, `${pointer}/${escapePointer(each)}`, Array.isArray(value) ? key : each);
      }
    }
  };
  visit(resource.object.spec, '/spec', '');
}

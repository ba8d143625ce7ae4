import type { AnalysisRule } from '../rule.js';
import { metaPortsOf } from './services.js';

/**
 * `exportTo` places the inbound filter too, and a filter selects workloads of its own namespace only (the root
 * namespace's: of all): without the provider's namespace it selects nothing.
 */
export const exportTo: AnalysisRule = {
  codes: ['AER0344'],
  byEntry: true,
  check({ index, options, report }) {
    for (const router of index.metaRouters) {
      const { exportTo: entries = [], hosts = [], localRateLimit, globalRateLimit } = router.object.spec ?? {};
      const [host = ''] = hosts;
      const [provider] = metaPortsOf(host, index);
      if (provider === undefined || entries.length === 0) continue;
      const { namespace } = provider.service;
      const places = new Set(entries.map((entry) => (entry === '.' ? router.namespace : entry)));
      if (places.has('*') || places.has(namespace) || places.has(options.rootNamespace)) continue;
      const limited = localRateLimit !== undefined || globalRateLimit !== undefined;
      const effect = limited ? 'the rate limit never applies' : 'its requests are not counted there';
      const severity = limited ? 'warning' : 'info';
      report('AER0344', router, '/spec/exportTo', { host, namespace, effect }, { severity });
    }
  },
};

import { meshResource } from '../../../scope/settings.js';
import { chosenProtocol } from '../ports/chosen.js';
import type { AnalysisRule } from '../rule.js';

/** Proxies that nothing is redirected to have listeners of other names than the filters ask for. */
export const interception: AnalysisRule = {
  codes: ['AER1182'],
  check({ index, options, resources, report }) {
    if (index.meshConfig.interceptionMode !== 'NONE') return;
    const resource = meshResource(resources, options.rootNamespace);
    if (resource === undefined || !index.services.some((service) => chosenProtocol(service) !== undefined)) return;
    report(
      'AER1182',
      resource,
      resource.kind === 'ConfigMap' ? '/data/mesh' : '/spec/meshConfig/defaultConfig',
      {},
      { at: 'key' },
    );
  },
};

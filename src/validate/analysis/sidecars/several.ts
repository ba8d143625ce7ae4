import { fits } from '../../../model/labels.js';
import type { Resource } from '../../../model/resource.js';
import { orderedSidecars, sidecarSpec } from '../../../scope/sidecar.js';
import type { AnalysisRule } from '../rule.js';

/** Of several Sidecars for the same pods only one counts, and one of the root namespace with a selector is no default. */
export const severalSidecars: AnalysisRule = {
  codes: ['AER1302', 'AER1303', 'AER1304'],
  check({ ofKind, options, report }) {
    const byNamespace = new Map<string, Resource[]>();
    for (const sidecar of orderedSidecars(ofKind('Sidecar'))) {
      const { namespace } = sidecar;
      const selector = sidecarSpec(sidecar).workloadSelector?.labels;
      const before = byNamespace.get(namespace) ?? [];
      byNamespace.set(namespace, [...before, sidecar]);
      if (selector !== undefined && namespace === options.rootNamespace) {
        report('AER1304', sidecar, '/spec/workloadSelector', { namespace }, { at: 'key' });
      }
      const winner = before.find((each) => {
        const other = sidecarSpec(each).workloadSelector?.labels;
        if (selector === undefined || other === undefined) return selector === other;
        return fits(other, selector);
      });
      if (winner === undefined) continue;
      const where = `${winner.source.file}:${winner.source.line}`;
      const args = { winner: `${namespace}/${winner.name}`, where, namespace };
      if (selector === undefined) report('AER1302', sidecar, '/metadata/name', args);
      else report('AER1303', sidecar, '/spec/workloadSelector', args, { at: 'key' });
    }
  },
};

import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Part } from './part.js';

/** The dump as it is, section by section. */
export const wholePart: Part = {
  title: 'ALL',
  view: (dump) => {
    const findings: Finding[] = [];
    return { headings: [], rows: [], findings, objects: () => dump.sections(findings) };
  },
};

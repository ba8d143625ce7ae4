import assert from 'node:assert/strict';
import { analysis } from '../../../src/diagnostics/catalogue/analysis.js';
import type { Entry } from '../../../src/diagnostics/entry.js';
import { analysisRules } from '../../../src/validate/analysis/rules.js';

describe('analysis rules', () => {
  it('have every code of the layer among them, and no other', () => {
    const told = new Set<string>(analysisRules.flatMap(({ codes }) => codes));
    const sidecars = ['AER1301', 'AER1302', 'AER1303', 'AER1304', 'AER1307', 'AER1308', 'AER1311'];
    const placement = ['AER1182', 'AER1183'];
    const all = Object.entries<Entry>(analysis).filter(([, { retired }]) => retired !== true);
    const codes = all.map(([code]) => code);
    assert.deepStrictEqual([...told].sort(), [...codes, ...placement, ...sidecars].sort());
  });
});

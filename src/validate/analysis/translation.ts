import type { Code } from '../../diagnostics/catalogue.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Severity } from '../../diagnostics/entry.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { Resource } from '../../model/resource.js';
import type { TranslateOptions } from '../../translate/options.js';
import { placementFindings } from '../../translate/placement/findings.js';
import { predictPlacement } from '../../translate/placement/predict.js';
import type { Translation } from '../../translate/protocol.js';
import { translate } from '../../translate/translate.js';

/** Findings of the translation that are about its printed result, or that another layer says better. */
const leftOut: ReadonlySet<Code> = new Set<Code>([
  // An address was chosen: the cluster chooses its own.
  'AER0437',
  // Passwords in the result: there is no result here.
  'AER0469',
  // The webhook layer has these: a codec that is missing, durations, empty limits, endpoints.
  'AER0444',
  'AER0433',
  'AER0440',
  'AER0441',
  'AER0467',
  'AER0470',
  'AER0471',
]);

/** A policy that is silently lost is a hole, so validation fails on it (issue: D20 is an error here). */
const severities: Readonly<Partial<Record<Code, Severity>>> = { AER0420: 'error' };

/**
 * The defects D1…D30 that the input triggers, and what else the translation knows: its findings, without its result; and
 * what istiod would not place of it.
 */
export function translationFindings(
  index: MeshIndex,
  options: TranslateOptions,
  resources: readonly Resource[],
): readonly Finding[] {
  const judge = judgeOf(index);
  const translation = translate(index, analysed(options));
  const placed = placedFindings(translation, index, options.rootNamespace, resources);
  return [...translation.findings, ...placed].flatMap((finding) => judge(finding) ?? []);
}

/** The filters that istiod would not place. */
function placedFindings(
  translation: Translation,
  index: MeshIndex,
  rootNamespace: string,
  resources: readonly Resource[],
): readonly Finding[] {
  return placementFindings(predictPlacement(translation, index, rootNamespace, resources));
}

/** The settings for which the defects are those of the reference, of all services. */
export function analysed(options: TranslateOptions): TranslateOptions {
  return { ...options, fixed: false, services: [] };
}

/** What becomes of a finding of a translation in this layer: undefined where it is not told, else with its severity. */
export function judgeOf(index: MeshIndex): (finding: Finding) => Finding | undefined {
  const secretNamespaces = new Set([...index.secrets.values()].map(({ namespace }) => namespace));
  return (finding) => {
    if (leftOut.has(finding.code)) return undefined;
    if (finding.code === 'AER0461' && !secretNamespaces.has(finding.resource?.namespace ?? '')) {
      return { ...finding, severity: 'info' };
    }
    const severity = severities[finding.code];
    return severity === undefined ? finding : { ...finding, severity };
  };
}

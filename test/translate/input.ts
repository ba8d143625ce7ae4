import { parseAllDocuments } from 'yaml';
import { buildIndex } from '../../src/index/build.js';
import { meshConfigOf } from '../../src/index/mesh-config.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import type { KubernetesObject, Resource } from '../../src/model/resource.js';
import { defaultTranslateOptions, type TranslateOptions } from '../../src/translate/options.js';
import type { Translation } from '../../src/translate/protocol.js';
import { translate } from '../../src/translate/translate.js';

const clusterScoped = new Set(['ApplicationProtocol']);

/** The resources in a YAML text, without the loader's checks: for tests of the stages after it. */
export function resourcesOf(text: string): Resource[] {
  return parseAllDocuments(text).flatMap((document, i) => {
    const object = document.toJS() as KubernetesObject | null;
    if (object === null) {
      return [];
    }
    return [
      {
        apiVersion: object.apiVersion,
        kind: object.kind,
        namespace: clusterScoped.has(object.kind) ? '' : (object.metadata?.namespace ?? 'default'),
        name: object.metadata?.name ?? '',
        object,
        source: { file: 'test.yaml', document: i, pointer: '', line: 1 },
        nulls: [],
      },
    ];
  });
}

/** Translates resources with Istio's defaults, save for the options that a test names. */
export function translateResources(
  resources: readonly Resource[],
  options: Partial<TranslateOptions> = {},
): Translation {
  const all = { ...defaultTranslateOptions, ...options };
  const mesh = meshConfigOf(resources, all.rootNamespace, parseYaml);
  const translation = translate(buildIndex(resources, { ...all, meshConfig: mesh.config }), all);
  return { ...translation, findings: [...mesh.findings, ...translation.findings] };
}

export function translateText(text: string, options: Partial<TranslateOptions> = {}): Translation {
  return translateResources(resourcesOf(text), options);
}

/** The findings as `AER0401 error`, in order, for short expectations. */
export function codes(translation: Translation): string[] {
  return translation.findings.map((each) => `${each.code} ${each.severity}`);
}

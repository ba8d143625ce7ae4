import { parse, parseAllDocuments } from 'yaml';
import { buildIndex } from '../../src/index/build.js';
import { meshConfigOf } from '../../src/index/mesh-config.js';
import type { KubernetesObject, Resource } from '../../src/model/resource.js';
import { defaultTranslateOptions, type TranslateOptions } from '../../src/translate/options.js';
import type { Translation } from '../../src/translate/protocol.js';
import { translate } from '../../src/translate/translate.js';

const clusterScoped = new Set(['ApplicationProtocol']);

/** Resources of a YAML stream, for tests of the pure stages that need no positions; a List gives its items. */
export function resourcesOf(text: string): Resource[] {
  return parseAllDocuments(text).flatMap((document, index) => {
    const object: unknown = document.toJS();
    if (object === null || object === undefined) return [];
    const { kind, items } = object as { kind?: string; items?: unknown[] };
    const all = kind === 'List' ? (items ?? []) : [object];
    return all.map((item) => resourceOf(item as KubernetesObject, index));
  });
}

/** One resource, as if it stood in the `index`th document of a file. */
export function resourceOf(object: KubernetesObject, index = 0): Resource {
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    namespace: clusterScoped.has(object.kind) ? '' : (object.metadata?.namespace ?? 'default'),
    name: object.metadata?.name ?? '',
    object,
    source: { file: 'test.yaml', document: index, pointer: '', line: 1 },
    nulls: [],
  };
}

export function translateResources(
  resources: readonly Resource[],
  options: Partial<TranslateOptions> = {},
): Translation {
  const all = { ...defaultTranslateOptions, ...options };
  const { config } = meshConfigOf(resources, all.rootNamespace, (text) => parse(text));
  return translate(buildIndex(resources, { ...all, meshConfig: config }), all);
}

/** Translates a YAML stream. */
export function translateText(text: string, options: Partial<TranslateOptions> = {}): Translation {
  return translateResources(resourcesOf(text), options);
}

import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';
import { refused } from './document.js';
import type { FileText } from './file-text.js';
import { groupOf } from './kinds.js';
import type { Loaded, LoadedDocument } from './loaded.js';
import { createLocator } from './locate.js';
import type { ParsedFile } from './parse.js';

/**
 * Puts the files together: of two resources with the same group, kind, namespace and name the first counts, and the
 * second is an error that names both places.
 *
 * @param findings what was found while looking for files
 * @param paths every file and directory that was read
 */
export function assemble(
  parsed: readonly ParsedFile[],
  findings: readonly Finding[] = [],
  paths: readonly string[] = [],
): Loaded {
  const first = new Map<string, Resource>();
  const duplicates: Finding[] = [];
  const documents = parsed.flatMap((file) =>
    file.documents.map((document): LoadedDocument => {
      if (document.status !== 'resource') return document;
      const { resource } = document;
      const key = identityOf(resource);
      const before = first.get(key);
      if (before === undefined || resource.name === '') {
        first.set(key, resource);
        return document;
      }
      const duplicate = duplicateOf(resource, before);
      duplicates.push(duplicate);
      return refused(resource, duplicate);
    }),
  );
  const files = new Map<string, FileText>();
  for (const { file } of parsed) if (file !== undefined) files.set(file.name, file);
  return {
    documents,
    resources: documents.flatMap((document) => (document.status === 'resource' ? [document.resource] : [])),
    findings: [...findings, ...parsed.flatMap((file) => file.findings), ...duplicates],
    files: files.size,
    paths,
    locate: createLocator(files),
  };
}

function identityOf({ apiVersion, kind, namespace, name }: Resource): string {
  // None of them may hold a line end and be a valid name, so two identities never make the same key.
  return `${groupOf(apiVersion)}\n${kind}\n${namespace}\n${name}`;
}

function duplicateOf(resource: Resource, before: Resource): Finding {
  const { kind, namespace, name, source } = resource;
  const args = {
    kind,
    name: namespace === '' ? name : `${namespace}/${name}`,
    place: `${source.file}:${source.line}`,
    first: `${before.source.file}:${before.source.line}`,
  };
  return finding('AER0013', args, { resource, pointer: '/metadata/name' });
}

import { gunzipSync } from 'node:zlib';
import { createFileRegistry, type DescFile, type FileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { descriptors } from './generated/descriptors.js';
import { withJsonNames } from './json-names.js';

/**
 * Every message, enum and service of Envoy's v3 API (with what it imports: google.protobuf, google.rpc, udpa, xds), for
 * reading and writing protobuf JSON of any resource. Takes some tens of milliseconds: make one and hand it on.
 */
export function createEnvoyRegistry(): FileRegistry {
  const set = fromBinary(FileDescriptorSetSchema, gunzipSync(Buffer.from(descriptors, 'base64')));
  return createFileRegistry(withJsonNames(set));
}

/** A file and everything that it imports, each once, the imported before the importing. */
export function withImports(files: readonly DescFile[]): readonly DescFile[] {
  const seen = new Set<DescFile>();
  const visit = (file: DescFile): void => {
    if (seen.has(file)) return;
    for (const imported of file.dependencies) visit(imported);
    seen.add(file);
  };
  for (const file of files) visit(file);
  return [...seen];
}

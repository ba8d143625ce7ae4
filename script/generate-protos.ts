import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { type DescriptorProto, type FieldDescriptorProto, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { jsonNameOf } from '../src/xds/json-names.js';

/**
 * Generates `src/xds/generated/` from Envoy's own protos as @grpc/grpc-js-xds carries them, and from gRPC's protos of
 * health and reflection as grpc-health-check and @grpc/reflection carry them:
 *
 * - TypeScript (protobuf-es) for the discovery services and the rate-limit service with their messages, which we speak;
 * - `descriptors.ts`, the descriptors of every v3 message, compressed, with which any resource is decoded to JSON.
 *
 * Usage: `tsx script/generate-protos.ts [OUTPUT DIRECTORY]`. The same packages give the same bytes.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'node_modules/@grpc/grpc-js-xds/deps');
const work = join(root, '.cache/protos');
const protos = join(work, 'protos');
const output = process.argv[2] ?? join(root, 'src/xds/generated');

/** What our servers and clients are typed with; everything that these import is generated too. */
const typed = [
  'envoy/service/discovery/v3/ads.proto',
  'envoy/service/route/v3/rds.proto',
  'envoy/service/listener/v3/lds.proto',
  'envoy/service/cluster/v3/cds.proto',
  'envoy/service/endpoint/v3/eds.proto',
  'envoy/service/ratelimit/v3/rls.proto',
  'envoy/service/accesslog/v3/als.proto',
  'grpc/health/v1/health.proto',
  'grpc/reflection/v1/reflection.proto',
];

/** These import protos that the package does not carry (OpenCensus, OpenTelemetry, Prometheus). */
const incomplete = [
  'envoy/config/trace/v3/opencensus.proto',
  'envoy/config/trace/v3/trace.proto',
  'envoy/extensions/access_loggers/open_telemetry/v3/logs_service.proto',
  'envoy/service/metrics/v3/metrics_service.proto',
  'envoy/service/trace/v3/trace_service.proto',
];

/** Copies the protos of API version 3 and what they import into one tree. */
function collect(): void {
  rmSync(work, { recursive: true, force: true });
  copyTree('googleapis', (file) => /^google\/(api\/(annotations|http|expr\/.*)|rpc\/status)\.proto$/.test(file));
  copyTree('xds', (file) => file.endsWith('.proto'));
  copyTree('envoy-api', (file) => /\/v3\/[^/]+\.proto$|^envoy\/annotations\//.test(file) && !incomplete.includes(file));
  // gRPC's own services, which these packages would load from their folders at run time; a bundle has no such folders.
  const packages = join(root, 'node_modules');
  cpTo(join(packages, 'grpc-health-check/proto/health/v1/health.proto'), 'grpc/health/v1/health.proto');
  const reflection = 'grpc/reflection/v1/reflection.proto';
  cpTo(join(packages, '@grpc/reflection/build/proto', reflection), reflection);
  const validate = readFileSync(join(source, 'protoc-gen-validate/validate/validate.proto'), 'utf8');
  // The package's validate.proto is older than its Envoy protos, which set one more rule for strings.
  const strings = /(message StringRules \{[\s\S]*?optional bool strict = 25 \[default = true\];\r?\n)/;
  if (!strings.test(validate))
    throw new Error('validate.proto is not the one that this script knows; look at it again');
  const rules = validate.includes('ignore_empty')
    ? validate
    : validate.replace(strings, '$1  optional bool ignore_empty = 26;\n');
  write(join(protos, 'validate/validate.proto'), rules);
  // buf wants the version 2 of its own configuration; one module is the whole tree.
  write(join(work, 'buf.yaml'), 'version: v2\nmodules:\n  - path: protos\n');
}

function copyTree(part: string, wanted: (file: string) => boolean): void {
  for (const file of readdirSync(join(source, part), { recursive: true, encoding: 'utf8' }).sort()) {
    if (wanted(file)) copy(part, file);
  }
}

function copy(part: string, file: string): void {
  cpTo(join(source, part, file), file);
}

function cpTo(from: string, file: string): void {
  const to = join(protos, file);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Without what nobody reads: where other languages put their code, and names of JSON that are what they would be anyway. */
function slimmed(descriptors: Uint8Array): Uint8Array {
  const set = fromBinary(FileDescriptorSetSchema, descriptors);
  const visit = (message: DescriptorProto): void => {
    for (const field of [...message.field, ...message.extension]) shorten(field);
    for (const nested of message.nestedType) visit(nested);
  };
  const shorten = (field: FieldDescriptorProto): void => {
    if (field.jsonName === jsonNameOf(field.name)) field.jsonName = '';
  };
  for (const file of set.file) {
    if (file.options?.features === undefined) delete file.options;
    for (const message of file.messageType) visit(message);
    for (const field of file.extension) shorten(field);
  }
  return toBinary(FileDescriptorSetSchema, set);
}

function buf(...args: readonly string[]): Buffer {
  const program = join(root, 'node_modules/@bufbuild/buf/bin/buf');
  return execFileSync(process.execPath, [program, ...args], { cwd: work, maxBuffer: 64 * 1024 * 1024 });
}

collect();
rmSync(output, { recursive: true, force: true });
const template = {
  version: 'v2',
  plugins: [
    {
      local: [process.execPath, join(root, 'node_modules/@bufbuild/protoc-gen-es/bin/protoc-gen-es')],
      out: output,
      opt: ['target=ts', 'import_extension=js'],
      include_imports: true,
    },
  ],
};
buf('generate', '--template', JSON.stringify(template), ...typed.flatMap((file) => ['--path', `protos/${file}`]));
const descriptors = buf('build', '--exclude-source-info', '--output', '-');
const packed = gzipSync(slimmed(descriptors), { level: 9 }).toString('base64');
write(
  join(output, 'descriptors.ts'),
  `// Generated by script/generate-protos.ts; do not edit.
/** A google.protobuf.FileDescriptorSet of Envoy's v3 API, compressed with gzip, in base64. */
export const descriptors =
  '${packed}';
`,
);
rmSync(work, { recursive: true, force: true });

import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Generates `src/istiod/generated/` from Istio's own protos, as the Go module istio.io/api carries them: what
 * istiod says of its configuration (mcp.Resource and the four kinds that we read) and its service of certificates.
 *
 * Usage: `tsx script/generate-istio-protos.ts [OUTPUT DIRECTORY]`, with Go there. The same module gives the same bytes.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = join(root, '.cache/istio-protos');
const output = process.argv[2] ?? join(root, 'src/istiod/generated');

const protos = [
  ...['destination_rule', 'gateway', 'service_entry', 'sidecar', 'virtual_service', 'workload_entry'].map(
    (name) => `networking/v1alpha3/${name}.proto`,
  ),
  'mcp/v1alpha1/metadata.proto',
  'mcp/v1alpha1/resource.proto',
  'security/v1alpha1/ca.proto',
  'type/v1beta1/selector.proto',
  'meta/v1alpha1/status.proto',
  'analysis/v1alpha1/message.proto',
];

/** The version that the istiod of the tests is built with. */
function moduleFolder(): string {
  const pinned = readFileSync(join(root, 'test/real/istiod/go.mod'), 'utf8');
  const version = /istio\.io\/api (\S+)/.exec(pinned)?.[1];
  if (version === undefined) throw new Error('test/real/istiod/go.mod names no version of istio.io/api');
  const told = execFileSync('go', ['mod', 'download', '-json', `istio.io/api@${version}`], { encoding: 'utf8' });
  return (JSON.parse(told) as { readonly Dir: string }).Dir;
}

function buf(...args: readonly string[]): void {
  const program = join(root, 'node_modules/@bufbuild/buf/bin/buf');
  execFileSync(process.execPath, [program, ...args], { cwd: work, stdio: 'inherit' });
}

function copy(from: string, to: string): void {
  const place = join(work, 'protos', to);
  mkdirSync(dirname(place), { recursive: true });
  cpSync(from, place);
  chmodSync(place, 0o644);
}

const module = moduleFolder();
rmSync(work, { recursive: true, force: true });
for (const proto of protos) copy(join(module, proto), proto);
copy(join(module, 'common-protos/google/api/field_behavior.proto'), 'google/api/field_behavior.proto');
writeFileSync(join(work, 'buf.yaml'), 'version: v2\nmodules:\n  - path: protos\n');
rmSync(output, { recursive: true, force: true });
const plugin = {
  local: [process.execPath, join(root, 'node_modules/@bufbuild/protoc-gen-es/bin/protoc-gen-es')],
  out: output,
  opt: ['target=ts', 'import_extension=js'],
  include_imports: true,
};
// Without the comments, which are Istio's documentation.
buf('build', '--exclude-source-info', '--output', 'image.binpb');
buf('generate', 'image.binpb', '--template', JSON.stringify({ version: 'v2', plugins: [plugin] }));
rmSync(work, { recursive: true, force: true });

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Generates `src/index/mesh-config/generated/shape.ts`: which fields Istio's MeshConfig and MeshNetworks have, of which
 * types, from Istio's own protos as the Go module proxy carries them. The version is the one that the reference is built
 * with (its go.mod). Usage: `tsx script/mesh-config-shape.ts`; needs Go. The same version gives the same bytes.
 */
const version = 'v0.0.0-20230713061407-06047cce866f';
const roots = ['MeshConfig', 'MeshNetworks'];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = join(root, '.cache/mesh-config');
const output = join(root, 'src/index/mesh-config/generated/shape.ts');

interface Field {
  readonly name: string;
  readonly jsonName: string;
  readonly label?: string;
  readonly type: string;
  readonly typeName?: string;
}

interface Message {
  readonly name: string;
  readonly field?: readonly Field[];
  readonly nestedType?: readonly Message[];
  readonly enumType?: readonly Enum[];
  readonly options?: { readonly mapEntry?: boolean };
}

interface Enum {
  readonly name: string;
  readonly value: readonly { readonly name: string; readonly number?: number }[];
}

interface FileDescriptor {
  readonly package?: string;
  readonly messageType?: readonly Message[];
  readonly enumType?: readonly Enum[];
}

function descriptors(): readonly FileDescriptor[] {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, 'go.mod'), 'module shape\n\ngo 1.22\n');
  const download = execFileSync('go', ['mod', 'download', '-json', `istio.io/api@${version}`], { cwd: work });
  const { Dir: api } = JSON.parse(download.toString()) as { Dir: string };
  const protos = join(work, 'protos');
  for (const folder of ['mesh', 'networking', 'type', 'analysis'] as const) {
    cpSync(join(api, folder), join(protos, folder), {
      recursive: true,
      filter: (path) => !/\.[^/]+$/.test(path) || path.endsWith('.proto'),
    });
  }
  cpSync(join(api, 'common-protos'), protos, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', protos]);
  writeFileSync(join(work, 'buf.yaml'), 'version: v2\nmodules:\n  - path: protos\n');
  const buf = join(root, 'node_modules/@bufbuild/buf/bin/buf');
  const built = execFileSync(
    process.execPath,
    [buf, 'build', '--path', 'protos/mesh', '--exclude-source-info', '-o', '-#format=json'],
    { cwd: work, maxBuffer: 1e9 },
  );
  return (JSON.parse(built.toString()) as { file: FileDescriptor[] }).file;
}

const scalars: Readonly<Record<string, string>> = {
  TYPE_BOOL: 'bool',
  TYPE_STRING: 'string',
  TYPE_BYTES: 'bytes',
  TYPE_INT32: 'int32',
  TYPE_UINT32: 'uint32',
  TYPE_INT64: 'int64',
  TYPE_UINT64: 'uint64',
  TYPE_DOUBLE: 'float',
  TYPE_FLOAT: 'float',
};

const messages = new Map<string, Message>();
const enums = new Map<string, Enum>();

function collect(prefix: string, types: readonly Message[], values: readonly Enum[]): void {
  for (const each of values) enums.set(`${prefix}.${each.name}`, each);
  for (const each of types) {
    messages.set(`${prefix}.${each.name}`, each);
    collect(`${prefix}.${each.name}`, each.nestedType ?? [], each.enumType ?? []);
  }
}

for (const file of descriptors()) collect(`.${file.package ?? ''}`, file.messageType ?? [], file.enumType ?? []);

/** The rule of protobuf by which the JSON name follows from the field's; ours relies on it. */
function jsonName(name: string): string {
  return name.replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
}

const shape = new Map<string, Record<string, string>>();
const choices = new Map<string, Record<string, number>>();
const short = (name: string) => name.replace(/^\.(?:istio\.[a-z]+\.v1[a-z0-9]*|google\.protobuf)\./, '');

function typeOf({ type, typeName = '' }: Field): string {
  if (type === 'TYPE_ENUM') {
    const values = enums.get(typeName)?.value ?? [];
    choices.set(short(typeName), Object.fromEntries(values.map(({ name, number = 0 }) => [name, number])));
    return `=${short(typeName)}`;
  }
  const scalar = scalars[type];
  if (scalar !== undefined) return scalar;
  if (type !== 'TYPE_MESSAGE') throw new Error(`A field of type ${type} is new here`);
  visit(typeName);
  return short(typeName);
}

function visit(name: string): void {
  if (shape.has(short(name)) || name.startsWith('.google.protobuf.')) return;
  const message = messages.get(name);
  if (message === undefined) throw new Error(`${name} is missing`);
  const fields: Record<string, string> = {};
  shape.set(short(name), fields);
  for (const field of message.field ?? []) {
    if (jsonName(field.name) !== field.jsonName) throw new Error(`${field.name} has a JSON name of its own`);
    const entry = messages.get(field.typeName ?? '');
    const value = entry?.options?.mapEntry === true ? entry.field?.[1] : undefined;
    const list = field.label === 'LABEL_REPEATED' ? '[]' : '';
    fields[field.name] = value === undefined ? `${list}${typeOf(field)}` : `{}${typeOf(value)}`;
  }
}

for (const name of roots) visit(`.istio.mesh.v1alpha1.${name}`);

const sorted = (map: ReadonlyMap<string, unknown>) =>
  JSON.stringify(Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1))));
mkdirSync(dirname(output), { recursive: true });
writeFileSync(
  output,
  `// Generated by script/mesh-config-shape.ts from istio.io/api ${version}; do not edit.

/** Type by field by message: a scalar, \`=Enum\` or a message; \`[]\` before it is a list, \`{}\` a map of strings. JSON. */
export const messageShapes = '${sorted(shape)}';

/** Number by name by enum. JSON. */
export const enumShapes = '${sorted(choices)}';
`,
);

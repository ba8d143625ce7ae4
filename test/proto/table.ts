import { create, type FileRegistry, fromJson, type JsonObject, setExtension } from '@bufbuild/protobuf';
import { protoCamelCase } from '@bufbuild/protobuf/reflect';
import {
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  FieldOptionsSchema,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  OneofDescriptorProtoSchema,
  OneofOptionsSchema,
} from '@bufbuild/protobuf/wkt';

/**
 * One field of a message: number, name, type (`string`, `bool`, or a message's or enum's full name) and what must hold, as
 * protoc-gen-validate's rules in JSON (`{message: {required: true}}`).
 */
export interface Field {
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly repeated?: boolean;
  readonly rules?: JsonObject;
  /** The name of the oneof that it belongs to; every oneof of these tables is required. */
  readonly oneof?: string;
}

/** Messages of one package by their name, with their fields. */
export type Messages = Readonly<Record<string, readonly Field[]>>;

const scalars: Readonly<Record<string, FieldDescriptorProto_Type>> = {
  string: FieldDescriptorProto_Type.STRING,
  bool: FieldDescriptorProto_Type.BOOL,
};

/** The descriptor of a file that declares the messages of one package; `registry` knows protoc-gen-validate's options. */
export function fileOf(
  packageName: string,
  messages: Messages,
  imports: readonly string[],
  registry: FileRegistry,
): FileDescriptorProto {
  return create(FileDescriptorProtoSchema, {
    name: `${packageName.replaceAll('.', '/')}/messages.proto`,
    package: packageName,
    syntax: 'proto3',
    dependency: [...imports],
    messageType: Object.entries(messages).map(([name, fields]) => {
      const oneofs = [...new Set(fields.flatMap(({ oneof }) => oneof ?? []))];
      return {
        name,
        field: fields.map((field) => fieldOf(field, oneofs, registry)),
        oneofDecl: oneofs.map((oneof) => requiredOneof(oneof, registry)),
      };
    }),
  });
}

function fieldOf(field: Field, oneofs: readonly string[], registry: FileRegistry): FieldDescriptorProto {
  const scalar = scalars[field.type];
  const isEnum = registry.getEnum(field.type) !== undefined;
  const described = create(FieldDescriptorProtoSchema, {
    name: field.name,
    jsonName: protoCamelCase(field.name),
    number: field.number,
    label: field.repeated ? FieldDescriptorProto_Label.REPEATED : FieldDescriptorProto_Label.OPTIONAL,
    type: scalar ?? (isEnum ? FieldDescriptorProto_Type.ENUM : FieldDescriptorProto_Type.MESSAGE),
    ...(scalar === undefined ? { typeName: `.${field.type}` } : {}),
    ...(field.oneof === undefined ? {} : { oneofIndex: oneofs.indexOf(field.oneof) }),
  });
  if (field.rules !== undefined) {
    const rules = extension(registry, 'validate.rules');
    const schema = registry.getMessage('validate.FieldRules');
    if (schema === undefined) throw new Error('no validate.FieldRules');
    described.options = create(FieldOptionsSchema);
    setExtension(described.options, rules, fromJson(schema, field.rules));
  }
  return described;
}

function requiredOneof(name: string, registry: FileRegistry) {
  const options = create(OneofOptionsSchema);
  setExtension(options, extension(registry, 'validate.required'), true);
  return create(OneofDescriptorProtoSchema, { name, options });
}

function extension(registry: FileRegistry, name: string) {
  const found = registry.getExtension(name);
  if (found === undefined) throw new Error(`the registry has no option ${name}`);
  return found;
}

import {
  create,
  createFileRegistry,
  type DescMessage,
  fromBinary,
  type JsonValue,
  toBinary,
  toJson,
} from '@bufbuild/protobuf';
import {
  FileDescriptorSetSchema,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
} from '@bufbuild/protobuf/wkt';

type FieldType = 'uint32' | 'int32' | 'int64' | 'bytes' | 'string' | 'bytes-map' | `.${string}`;
type Fields = Readonly<Record<string, readonly [number, FieldType]>>;

const scalars = { uint32: Type.UINT32, int32: Type.INT32, int64: Type.INT64, bytes: Type.BYTES, string: Type.STRING };

/** protobuf-es's own encoding of messages that have the published field numbers (packets.md). */
export class Protos {
  readonly #messages: (name: string) => DescMessage;

  constructor(messages: Readonly<Record<string, Fields>>) {
    const registry = createFileRegistry(
      create(FileDescriptorSetSchema, {
        file: [
          {
            name: 'test.proto',
            package: 'test',
            syntax: 'proto3',
            messageType: Object.entries(messages).map(([name, fields]) => ({
              name,
              field: Object.entries(fields).map(([field, [number, type]]) => fieldOf(name, field, number, type)),
              nestedType: Object.entries(fields)
                .filter(([, [, type]]) => type === 'bytes-map')
                .map(([field]) => mapEntry(entryName(field))),
            })),
          },
        ],
      }),
    );
    this.#messages = (name) => {
      const message = registry.getMessage(`test.${name}`);
      if (message === undefined) throw new Error(`no message ${name}`);
      return message;
    };
  }

  encode(name: string, value: Readonly<Record<string, unknown>>): Uint8Array {
    const schema = this.#messages(name);
    return toBinary(schema, create(schema, value as never));
  }

  /** A message as JSON, which compares by value. */
  decode(name: string, bytes: Uint8Array): JsonValue {
    const schema = this.#messages(name);
    return toJson(schema, fromBinary(schema, bytes));
  }
}

function fieldOf(message: string, name: string, number: number, type: FieldType) {
  if (type === 'bytes-map') {
    const typeName = `.test.${message}.${entryName(name)}`;
    return { name, jsonName: name, number, label: Label.REPEATED, type: Type.MESSAGE, typeName };
  }
  if (type.startsWith('.')) {
    return { name, jsonName: name, number, label: Label.OPTIONAL, type: Type.MESSAGE, typeName: `.test${type}` };
  }
  return { name, jsonName: name, number, label: Label.OPTIONAL, type: scalars[type as keyof typeof scalars] };
}

function entryName(field: string): string {
  const camel = field.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${camel}Entry`;
}

function mapEntry(name: string) {
  return {
    name,
    options: { mapEntry: true },
    field: [
      { name: 'key', number: 1, label: Label.OPTIONAL, type: Type.STRING },
      { name: 'value', number: 2, label: Label.OPTIONAL, type: Type.BYTES },
    ],
  };
}

import { create, createFileRegistry, type DescFile } from '@bufbuild/protobuf';
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';

/** A description of a message that nobody knows: one field, `bytes value = 1`, so that it prints as base64. */
export function placeholderFile(typeName: string): DescFile {
  const dot = typeName.lastIndexOf('.');
  const value = {
    name: 'value',
    jsonName: 'value',
    number: 1,
    type: FieldDescriptorProto_Type.BYTES,
    label: FieldDescriptorProto_Label.OPTIONAL,
  };
  const proto = create(FileDescriptorProtoSchema, {
    name: `unknown/${typeName}.proto`,
    package: typeName.slice(0, Math.max(0, dot)),
    syntax: 'proto3',
    messageType: [{ name: typeName.slice(dot + 1), field: [value] }],
  });
  const file = createFileRegistry(proto, () => undefined).getFile(proto.name);
  if (file === undefined) throw new Error(`no description for ${typeName}`);
  return file;
}

import type { DescriptorProto, FileDescriptorSet } from '@bufbuild/protobuf/wkt';

/**
 * The name of a field in protobuf JSON where its proto says none: as protoc makes it, each letter after an underscore in
 * upper case, and no underscores.
 */
export function jsonNameOf(field: string): string {
  return field.replace(/_+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '');
}

/** Puts the names of JSON back, which the generator leaves out where they are what they would be: a fifth of the packed size. */
export function withJsonNames(set: FileDescriptorSet): FileDescriptorSet {
  const visit = (message: DescriptorProto): void => {
    for (const field of [...message.field, ...message.extension]) field.jsonName ||= jsonNameOf(field.name);
    for (const nested of message.nestedType) visit(nested);
  };
  for (const { messageType, extension } of set.file) {
    for (const message of messageType) visit(message);
    for (const field of extension) field.jsonName ||= jsonNameOf(field.name);
  }
  return set;
}

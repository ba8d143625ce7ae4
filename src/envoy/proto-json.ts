import type { Json, JsonObject } from '../model/envoy.js';

/**
 * Reading protobuf JSON that somebody else printed: what has not the expected type counts as absent, as an unset field
 * does.
 */

export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** 64-bit numbers and wrappers may be printed as strings. */
export function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** The same value with every key in lowerCamelCase: a proxy prints the field names of the proto, snake_case. */
export function camelCased(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => camelCased(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [camelCase(key), item === undefined ? item : camelCased(item)]),
  );
}

/** A field's name in lowerCamelCase; `@type` stays. */
export function camelCase(key: string): string {
  return key.startsWith('@') ? key : key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The same value with the keys of messages in snake_case, as a proxy's admin port prints them. */
export function snakeCased(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => snakeCased(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [snakeCase(key), item === undefined ? undefined : snakeCased(item)]),
  );
}

/** A field's name in snake_case, as the proto has it; `@type` stays. */
export function snakeCase(key: string): string {
  return key.startsWith('@') ? key : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `type.googleapis.com/a.b.C` is `a.b.C`. */
export function messageName(typeUrl: string): string {
  return typeUrl.slice(typeUrl.lastIndexOf('/') + 1);
}

/** `value` without the fields that are undefined, which `exactOptionalPropertyTypes` does not take. */
export function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

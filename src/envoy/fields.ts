import type { Json, JsonObject } from '../model/envoy.js';
import { camelCase, isObject } from './proto-json.js';

const camelNames = new Map<string, string>();

/** `route_config_name` as `routeConfigName`: the other spelling that protobuf JSON allows. */
function camel(snake: string): string {
  let name = camelNames.get(snake);
  if (name === undefined) {
    name = camelCase(snake);
    camelNames.set(snake, name);
  }
  return name;
}

/**
 * The value of a field in either spelling; snake_case, which Envoy prints, first. A null is an absent field. The names
 * are ours, and none is a name of Object's own prototype, so what is inherited is never found.
 */
export function field(object: Json | undefined, snake: string): Json | undefined {
  if (!isObject(object)) return undefined;
  const value = object[snake];
  if (value !== undefined && value !== null) return value;
  const other = camel(snake);
  if (other === snake) return undefined;
  const second = object[other];
  return second === null ? undefined : second;
}

/**
 * Reads fields of objects that somebody else wrote: a field of the wrong type reads as absent and is noted, so that
 * the rest of the object can still be shown. `take` hands over the notes since the last call.
 */
export class FieldReader {
  #notes: string[] = [];

  take(): readonly string[] {
    if (this.#notes.length === 0) return [];
    const notes = this.#notes;
    this.#notes = [];
    return notes;
  }

  text(object: Json | undefined, name: string): string {
    const value = field(object, name);
    if (value === undefined || typeof value === 'string') return value ?? '';
    this.#note(name, value, 'a string');
    return '';
  }

  /** Protobuf JSON writes 64-bit numbers, and accepts all numbers, as strings. */
  number(object: Json | undefined, name: string): number | undefined {
    const value = field(object, name);
    if (value === undefined || typeof value === 'number') return value;
    if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
    this.#note(name, value, 'a number');
    return undefined;
  }

  flag(object: Json | undefined, name: string): boolean {
    const value = field(object, name);
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    this.#note(name, value, 'true or false');
    return false;
  }

  object(object: Json | undefined, name: string): JsonObject | undefined {
    const value = field(object, name);
    if (value === undefined || isObject(value)) return value;
    this.#note(name, value, 'an object');
    return undefined;
  }

  list(object: Json | undefined, name: string): readonly Json[] {
    const value = field(object, name);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.#note(name, value, 'a list');
    return [];
  }

  /** The items of a list that must be objects. */
  objects(object: Json | undefined, name: string): readonly JsonObject[] {
    const items = this.list(object, name);
    const objects: JsonObject[] = [];
    for (const item of items) {
      if (isObject(item)) objects.push(item);
      else this.#note(`${name}[]`, item, 'an object');
    }
    return objects;
  }

  texts(object: Json | undefined, name: string): readonly string[] {
    const items = this.list(object, name);
    const texts: string[] = [];
    for (const item of items) {
      if (typeof item === 'string') texts.push(item);
      else this.#note(`${name}[]`, item, 'a string');
    }
    return texts;
  }

  #note(name: string, value: Json, expected: string): void {
    const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : value;
    this.#notes.push(
      `\`${name}\` is ${typeof found === 'string' ? found : JSON.stringify(found)} instead of ${expected}`,
    );
  }
}

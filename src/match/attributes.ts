/**
 * What a request looks like to a rule: attribute names in lower case, values as the codec produced them. The proxy
 * lower-cases names on both sides before it compares them (data-plane.md, Attributes).
 */
export type Attributes = ReadonlyMap<string, string>;

/** Attributes as they are gathered: by the name that matchers compare, and by the spelling that the codec gave them. */
export class AttributeBuilder {
  readonly attributes = new Map<string, string>();
  /** Made when a name is not in lower case, which is rare. */
  #spelt: Map<string, string> | undefined;

  /** Of two with one name the later counts. */
  set(name: string, value: string): void {
    const lower = attributeName(name);
    if (lower !== name) this.#spelt ??= new Map(this.attributes);
    this.#spelt?.set(name, value);
    this.attributes.set(lower, value);
  }

  /** By their own names; the same map as `attributes` where all are in lower case. */
  get spelt(): Attributes {
    return this.#spelt ?? this.attributes;
  }
}

/** Attributes from a plain object; of two names that differ only in case the later one counts, as in the proxy. */
export function attributesOf(values: Readonly<Record<string, string>>): Attributes {
  const result = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) result.set(attributeName(name), value);
  return result;
}

/** The form in which the proxy compares a name. Only ASCII letters change: header names know no others. */
export function attributeName(name: string): string {
  if (!/[A-Z]/.test(name)) return name;
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * What a request looks like to a rule: attribute names in lower case, values as the codec produced them. The proxy
 * lower-cases names on both sides before it compares them (data-plane.md, Attributes).
 */
export type Attributes = ReadonlyMap<string, string>;

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

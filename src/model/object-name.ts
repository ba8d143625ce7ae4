/** Characters of the longest name of an object. */
export const longestObjectName = 253;
const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const subdomain = new RegExp(`^${label}(?:\\.${label})*$`);

/** Whether the API server takes this as the name of an object: a DNS-1123 subdomain of at most 253 characters. */
export function isObjectName(name: string): boolean {
  return name.length <= longestObjectName && subdomain.test(name);
}

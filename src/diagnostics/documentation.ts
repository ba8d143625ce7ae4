/**
 * Where the pages of docs/diagnostics can be read, without a slash at the end: the `homepage` of package.json. Undefined
 * while the project has no address, and then no address is printed anywhere: `aeraki explain CODE` shows the page.
 */
export const documentation: string | undefined = undefined as string | undefined;

/** The address of the page of a code; undefined where there is none. */
export function pageOf(code: string): string | undefined {
  return documentation === undefined ? undefined : `${documentation}/docs/diagnostics/${code}.md`;
}

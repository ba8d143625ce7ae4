/** What the system said, without what grpc-js wraps about it. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/^.*Last error: (Error: )?/, '')
    .replace(/\.? ?Resolution note:.*$/s, '')
    .replace(/\.$/, '');
}

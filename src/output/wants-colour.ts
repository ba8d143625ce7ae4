/** Whether to colour a stream: `--color` first, then NO_COLOR (https://no-color.org), TERM=dumb, then: is it a terminal? */
export function wantsColour(
  choice: 'auto' | 'always' | 'never',
  stream: { readonly isTTY?: boolean | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (environment.NO_COLOR || environment.TERM === 'dumb') return false;
  return stream.isTTY === true;
}

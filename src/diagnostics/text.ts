/** `{name}`, or `{name|one|many}`: the word that agrees with the number `name`, of which the catalogue's texts are full. */
const placeholder = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/**
 * A text of the catalogue with its placeholders filled in: `{count} {count|call|calls}` is `1 call` or `3 calls`. What has no
 * argument stays as it is; `write` makes the text of a value.
 */
export function filled(
  text: string,
  args: Readonly<Record<string, string | number>>,
  write: (value: string) => string = (value) => value,
): string {
  return text.replace(placeholder, (whole: string, name: string, one?: string, many?: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    if (one === undefined || many === undefined) return write(String(value));
    return Number(value) === 1 ? one : many;
  });
}

/** A text as people read it where no number is known: every word in its plural, `{name}` left standing. */
export function unfilled(text: string): string {
  return text.replace(placeholder, (_whole, name: string, _one?: string, many?: string) => many ?? `{${name}}`);
}

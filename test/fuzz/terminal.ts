/** The first character of a text that a terminal, or a CI log, would act on; undefined: there is none. */
export function actsOnTerminal(text: string): string | undefined {
  const found = /[^\t\n -~\u00a0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ufefe\uff00-\uffff]/.exec(text);
  return found ? `U+${found[0].charCodeAt(0).toString(16).padStart(4, '0')} at ${found.index}` : undefined;
}

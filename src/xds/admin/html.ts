/** Text as HTML, in elements and in quoted attributes. Control characters show as U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(special, (character) => named[character] ?? '\ufffd');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for.
const special = /[&<>"'`\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** A template whose values are escaped, unless they were made by this function themselves. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | readonly Html[] | string | number)[]
): Html {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) {
    const one = (each: Html | string | number) => (each instanceof Html ? each.text : escapeHtml(String(each)));
    text += Array.isArray(value) ? value.map(one).join('') : one(value as Html | string | number);
    text += parts[index + 1] ?? '';
  }
  return new Html(text);
}

/** HTML in which every value has been escaped. */
export class Html {
  constructor(readonly text: string) {}
}

import { plain, withLength, withOptionalParameter, withParameter } from './log-format.js';

const needing: ReadonlySet<string> = new Set(withParameter);
const allowing: ReadonlySet<string> = new Set([...withParameter, ...withOptionalParameter]);
const shortened: ReadonlySet<string> = new Set(withLength);
const known: ReadonlySet<string> = new Set([...withParameter, ...withOptionalParameter, ...plain]);

/**
 * Why Envoy refuses a text as the value of a header that a route adds, in words: it reads `%NAME%` and `%NAME(…)%` as
 * commands of its log format, and `%%` as a percent sign. Undefined when it takes the text, or may take it: what stands
 * between the brackets is not looked at.
 */
export function whyNoHeaderValue(value: string): string | undefined {
  let rest = value;
  while (true) {
    const start = rest.indexOf('%');
    if (start < 0) return undefined;
    rest = rest.slice(start);
    if (rest.startsWith('%%')) {
      rest = rest.slice(2);
      continue;
    }
    const command = /^%([A-Z0-9_]+)(\([^)]*\))?(:[0-9]+)?%/.exec(rest);
    if (command === null) return 'a "%" begins a command of the log format that has no end';
    const [whole, name = '', parameter, length] = command;
    if (!known.has(name)) return `"${whole}" is no command of the log format`;
    if (parameter === undefined && needing.has(name)) return `the command "${whole}" needs a parameter in brackets`;
    if (parameter !== undefined && !allowing.has(name)) return `the command "${whole}" takes no parameter`;
    if (length !== undefined && !shortened.has(name)) return `the command "${whole}" takes no length`;
    rest = rest.slice(whole.length);
  }
}

import type { RequestLine } from '../../proxy/request-line.js';
import type { Style } from '../log.js';
import { printable } from '../printable.js';

/** Values of attributes are cut to so many characters; JSON has them whole. */
const LONGEST = 80;

/** One line, with its newline: who asked what, which route it took and why, where it went, how it ended. */
export function requestText(line: RequestLine, { palette }: Style): string {
  const attributes = Object.entries(line.attributes).map(([name, value]) => `${name}=${cut(value)}`);
  const route = line.route === null ? palette.warning('no route') : `route ${palette.bold(printable(line.route))}`;
  const way = [line.cluster, line.endpoint].filter((part) => part !== null).join(' at ');
  const mirrors = line.mirrors.map((cluster) => `, mirrored to ${cluster}`).join('');
  const result = line.ok ? palette.good(line.result) : palette.error(printable(line.result));
  const flags = line.flags === '' ? '' : ` [${line.flags}]`;
  const parts = [
    palette.dim(line.time),
    printable(`${line.client} > ${line.service}`),
    line.kind === 'request' ? line.protocol : `${line.protocol} ${line.kind}`,
    printable(attributes.length === 0 ? '(no attributes)' : attributes.join(' ')),
    '->',
    `${route} ${palette.dim(printable(`(${reason(line)})`))}`,
    ...(way === '' ? [] : ['->', printable(`${way}${mirrors}`)]),
    '->',
    `${result}${flags}, ${line.duration.toFixed(1)} ms`,
    ...(line.fault === null ? [] : [palette.warning(printable(`[fault of aeraki proxy: ${line.fault}]`))]),
    ...(line.problem === null ? [] : [palette.warning(printable(`(${line.problem})`))]),
    ...(line.notes.length === 0
      ? []
      : [palette.warning(printable(`[mesh: ${line.notes.map(({ text }) => text).join('; ')}]`))]),
  ];
  return `${parts.join(' ')}\n`;
}

/** Why that route, or why none. */
function reason({ because, tried, route }: RequestLine): string {
  const failed = tried.map((each) => `${each.route} not: ${each.failed.map(failure).join(' and ')}`);
  if (route === null) return failed.length === 0 ? 'there are no rules' : failed.join('; ');
  const matched = because.map(({ attribute, matcher, expected }) => `${attribute} ${matches(matcher, expected)}`);
  return [matched.length === 0 ? 'takes everything' : matched.join(' and '), ...failed].join('; ');
}

function failure({ attribute, matcher, expected, actual }: RequestLine['tried'][number]['failed'][number]): string {
  const found = actual === null ? 'there is none' : `it is ${cut(actual)}`;
  return `${attribute} ${matches(matcher, expected)} (${found})`;
}

function matches(matcher: string, expected: string): string {
  return matcher === 'present' ? 'is there' : `${matcher} ${cut(expected)}`;
}

function cut(value: string): string {
  const text = value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…`;
  return text === '' || /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}

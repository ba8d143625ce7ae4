// The job summary of the Action: what `aeraki validate -o github` printed (standard input) as a table in Markdown, the gravest
// first. Messages are words of files that may be a stranger's, so nothing of them is markup here. The second argument is what
// it ended with: silence is only good news after 0.
import { readFileSync } from 'node:fs';

const most = 100;
const words = { error: 'error', warning: 'warning', notice: 'info' };

/** @param {string} text */
const plain = (text) =>
  text
    .replaceAll('%0D', ' ')
    .replaceAll('%0A', ' ')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
    .replace(/[\\`*_{}[\]<>()#+!|~@&-]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * @param {string} output
 * @param {number} code  the exit code
 * @returns {string}
 */
export function summaryOf(output, code) {
  const findings = output.split('\n').flatMap((line) => {
    const [, kind, properties = '', message = ''] = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line) ?? [];
    if (kind === undefined) return [];
    const fields = Object.fromEntries(properties.split(',').map((each) => each.split('=', 2)));
    return [{ kind, fields, message }];
  });
  const kinds = /** @type {const} */ (['error', 'warning', 'notice']);
  const count = (/** @type {string} */ kind) => findings.filter((each) => each.kind === kind).length;
  const counts = kinds.map(
    (kind) => `${count(kind)} ${words[kind]}${count(kind) === 1 || kind === 'notice' ? '' : 's'}`,
  );
  if (findings.length === 0 && code !== 0)
    return `### aeraki validate did not run\n\nIt ended with ${code}; the log of the step says why.\n`;
  const head = `### aeraki validate: ${counts.join(', ')}\n`;
  if (findings.length === 0) return `${head}\nNothing was found.\n`;
  const sorted = kinds.flatMap((kind) => findings.filter((each) => each.kind === kind));
  const rows = sorted.slice(0, most).map(({ kind, fields, message }) => {
    const place = [fields.file, fields.line].filter(Boolean).join(':');
    return `| ${words[/** @type {keyof typeof words} */ (kind)]} | ${plain(fields.title ?? '')} | ${plain(place)} | ${plain(message)} |`;
  });
  const more = sorted.length > most ? `\nAnd ${sorted.length - most} more.\n` : '';
  return `${head}\n| | Code | Place | What |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n${more}`;
}

if (process.argv[2] === '-') process.stdout.write(summaryOf(readFileSync(0, 'utf8'), Number(process.argv[3])));

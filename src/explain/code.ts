import { catalogue } from '../diagnostics/catalogue.js';
import { type Entry, ownerOfDefect, type Severity } from '../diagnostics/entry.js';
import { unfilled } from '../diagnostics/text.js';

const severities: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info' };
const layers: Readonly<Record<Entry['layer'], string>> = {
  input: 'reading the input',
  schema: 'the schemas',
  webhook: "the rules of Aeraki's admission webhook",
  istio: "istiod's own admission, which sees Istio's kinds",
  analysis: 'analysis across resources',
};

/** All codes in order, with what is known of each. */
export function allCodes(): readonly (readonly [code: string, entry: Entry])[] {
  return Object.entries<Entry>(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The entry of a code, written in any case; `AER` and zeros before the number may be left out: `203` is AER0203. */
export function entryOf(code: string): readonly [code: string, entry: Entry] | undefined {
  const wanted = code
    .toUpperCase()
    .replace(/^(?:AER)?(\d{1,4})$/, (_, digits: string) => `AER${digits.padStart(4, '0')}`);
  return allCodes().find(([known]) => known === wanted);
}

/** The page of a code in Markdown, as docs/diagnostics has it; headings and all. */
export function codePage(code: string, entry: Entry): string {
  const facts = [
    `| Severity | ${severities[entry.severity]} |`,
    `| Found by | ${layers[entry.layer]} |`,
    ...(entry.defect ? [`| Known defect | ${entry.defect} of ${ownerOfDefect(entry.defect)} |`] : []),
    ...(entry.retired ? ['| Retired | no longer reported |'] : []),
  ];
  return `# ${code}: ${escapeMarkdown(entry.title)}

| | |
| --- | --- |
${facts.join('\n')}

\`\`\`text
${unfilled(entry.text)}
\`\`\`

## What it means

${entry.explanation}

## What to do

${entry.cure}
`;
}

/** The page of a code for a terminal. */
export function codeText(code: string, entry: Entry): string {
  const defect = entry.defect ? `, known defect ${entry.defect} of ${ownerOfDefect(entry.defect)}` : '';
  const retired = entry.retired ? ' (retired: no longer reported)' : '';
  return `${code}: ${entry.title}${retired}
${severities[entry.severity]}, found by ${layers[entry.layer]}${defect}

MESSAGE
${indent(unfilled(entry.text))}

WHAT IT MEANS
${indent(entry.explanation)}

WHAT TO DO
${indent(entry.cure)}
`;
}

/** The list of all codes in Markdown, for docs/diagnostics. */
export function codeIndex(): string {
  const rows = allCodes().map(
    ([code, entry]) =>
      `| [${code}](${code}.md) | ${severities[entry.severity]} | ${escapeMarkdown(entry.title)}${entry.retired ? ' (retired)' : ''} | ${entry.defect ?? ''} |`,
  );
  return `# Diagnostics

Every code that \`aeraki\` reports. \`aeraki explain CODE\` prints the same pages. A code is never used again for something
else. A defect (D1, D2, …) is a fault of the in-cluster Aeraki that \`translate\` repeats unless \`--fixed\` is given; one with an R
(D-R1, D-R2, …) is a fault of dubbo2istio or consul2istio that \`registry\` has not, save with \`--as-reference\`.

| Code | Severity | About | Defect |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[|*_<>]/g, '\\$&');
}

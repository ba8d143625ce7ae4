import { cellWidth } from '../../output/narrow.js';
import { printable } from '../../output/printable.js';
import { hanging } from '../../output/wrap.js';
import type { Description } from './link.js';

export interface DescribePalette {
  good(text: string): string;
  bad(text: string): string;
  strong(text: string): string;
}

/** All services, a line each: host and ports, and what is broken first. `width`: of the terminal. */
export function surveyText(
  services: readonly Description[],
  palette: DescribePalette,
  width: number | undefined,
): string {
  const widest = services.reduce((most, { host }) => Math.max(most, cellWidth(printable(host))), 0);
  const lines = services.map(({ host, ports }) => {
    const broken = ports.flatMap(({ links }) => links.filter(({ ok }) => !ok));
    const [first] = broken;
    const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
    const numbers = ports.map(({ port }) => (port === 0 ? '-' : port)).join(', ');
    const mark = first === undefined ? palette.good('✓') : palette.bad('✗');
    const name = printable(host);
    const lead = `${mark} ${name}${' '.repeat(widest - cellWidth(name))}  `;
    const remarks = ports
      .flatMap(({ remarks: list = [] }) => list)
      .filter(({ severity }) => severity !== 'info').length;
    const said = remarks === 0 ? '' : `  ${remarks} ${remarks === 1 ? 'remark' : 'remarks'}`;
    const state = first === undefined ? said : `  ${first.link}: ${printable(first.reason)}${more}`;
    return hanging(lead, widest + 4, `${numbers}${state}`, width);
  });
  return lines.join('');
}

/** The chain for people: a line per link, and below a broken one what to do. `width`: of the terminal. */
export function descriptionText(
  { host, ports }: Description,
  palette: DescribePalette,
  width: number | undefined,
): string {
  let text = `${palette.strong(printable(host))}\n`;
  const widest = ports.flatMap(({ links }) => links).reduce((most, { link }) => Math.max(most, link.length), 0);
  for (const { port, links, notes = [], remarks = [] } of ports) {
    if (port !== 0) text += `port ${port}\n`;
    for (const { link, ok, reason, cure } of links) {
      const mark = ok ? palette.good('✓') : palette.bad('✗');
      text += hanging(`  ${mark} ${link.padEnd(widest)}  `, widest + 6, printable(reason), width);
      if (cure !== undefined) {
        text += hanging(`    ${' '.repeat(widest)}  → `, widest + 8, printable(cure), width);
      }
    }
    for (const { code, severity, text: words } of remarks) {
      text += hanging('  ! ', 4, `${severity}: ${printable(words)} (${code})`, width);
    }
    for (const note of notes) text += hanging('  ! ', 4, `in the mesh: ${printable(note.text)} (${note.code})`, width);
  }
  return text;
}

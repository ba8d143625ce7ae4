import { printable } from '../../output/printable.js';
import type { Description } from './link.js';

export interface DescribePalette {
  good(text: string): string;
  bad(text: string): string;
  strong(text: string): string;
}

/** All services, a line each: host and ports, and what is broken first. */
export function surveyText(services: readonly Description[], palette: DescribePalette): string {
  const width = Math.max(...services.map(({ host }) => printable(host).length), 0);
  const lines = services.map(({ host, ports }) => {
    const broken = ports.flatMap(({ links }) => links.filter(({ ok }) => !ok));
    const [first] = broken;
    const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
    const numbers = ports.map(({ port }) => port).join(', ');
    const state = first === undefined ? '' : `  ${first.link}: ${printable(first.reason)}${more}`;
    return `${first === undefined ? palette.good('✓') : palette.bad('✗')} ${printable(host).padEnd(width)}  ${numbers}${state}`;
  });
  return `${lines.join('\n')}\n`;
}

/** The chain for people: a line per link, and below a broken one what to do. */
export function descriptionText({ host, ports }: Description, palette: DescribePalette): string {
  const lines = [palette.strong(printable(host))];
  const width = Math.max(...ports.flatMap(({ links }) => links.map(({ link }) => link.length)), 0);
  for (const { port, links, notes = [] } of ports) {
    if (port !== 0) lines.push(`port ${port}`);
    for (const { link, ok, reason, cure } of links) {
      const mark = ok ? palette.good('✓') : palette.bad('✗');
      lines.push(`  ${mark} ${link.padEnd(width)}  ${printable(reason)}`);
      if (cure !== undefined) lines.push(`    ${' '.repeat(width)}  → ${printable(cure)}`);
    }
    for (const { code, text } of notes) lines.push(`  ! in the mesh: ${printable(text)} (${code})`);
  }
  return `${lines.join('\n')}\n`;
}

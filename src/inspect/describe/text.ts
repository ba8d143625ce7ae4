import { printable } from '../../output/printable.js';
import type { Description } from './link.js';

export interface DescribePalette {
  good(text: string): string;
  bad(text: string): string;
  strong(text: string): string;
}

/** The chain for people: a line per link, and below a broken one what to do. */
export function descriptionText({ host, ports }: Description, palette: DescribePalette): string {
  const lines = [palette.strong(printable(host))];
  const width = Math.max(...ports.flatMap(({ links }) => links.map(({ link }) => link.length)), 0);
  for (const { port, links } of ports) {
    if (port !== 0) lines.push(`port ${port}`);
    for (const { link, ok, reason, cure } of links) {
      const mark = ok ? palette.good('✓') : palette.bad('✗');
      lines.push(`  ${mark} ${link.padEnd(width)}  ${printable(reason)}`);
      if (cure !== undefined) lines.push(`    ${' '.repeat(width)}  → ${printable(cure)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

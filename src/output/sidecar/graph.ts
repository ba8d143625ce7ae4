import type { Edge } from '../../sidecar/graph.js';
import { printable } from '../printable.js';
import { graphPage } from './page.js';

export type GraphFormat = 'html' | 'dot' | 'mermaid';

/** The picture of who calls whom. */
export function graphText(edges: readonly Edge[], format: GraphFormat): string {
  if (format === 'html') return graphPage(edges);
  return format === 'dot' ? dot(edges) : mermaid(edges);
}

const DOT_STYLES: Readonly<Record<Edge['state'], string>> = {
  'seen and allowed': 'color="#1a7f37"',
  'seen and hidden': 'color="#cf222e" penwidth=2',
  'allowed and never seen': 'color="#8c959f" style=dashed',
};

function dot(edges: readonly Edge[]): string {
  const lines = edges.map(
    ({ source, target, protocol, count, state }) =>
      `  ${quoted(source)} -> ${quoted(target)} [label=${quoted(label(protocol, count))} ${DOT_STYLES[state]}];`,
  );
  return ['digraph calls {', '  rankdir=LR;', '  node [shape=box];', ...lines, '}', ''].join('\n');
}

const MERMAID_ARROWS: Readonly<Record<Edge['state'], string>> = {
  'seen and allowed': '-->',
  'seen and hidden': '--x',
  'allowed and never seen': '-.->',
};

function mermaid(edges: readonly Edge[]): string {
  const ids = new Map<string, string>();
  const node = (name: string) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = `n${ids.size}`;
    ids.set(name, id);
    return `${id}["${escaped(name)}"]`;
  };
  const lines = edges.map(
    ({ source, target, protocol, count, state }) =>
      `  ${node(source)} ${MERMAID_ARROWS[state]}|"${escaped(label(protocol, count))}"| ${node(target)}`,
  );
  return ['flowchart LR', ...lines, ''].join('\n');
}

function label(protocol: string, count: number): string {
  return count === 0 ? protocol : `${protocol} ×${count}`;
}

function quoted(text: string): string {
  return `"${printable(text).replace(/[\\"]/g, '\\$&')}"`;
}

function escaped(text: string): string {
  return printable(text).replace(/["#<>&]/g, (character) => `#${character.charCodeAt(0)};`);
}

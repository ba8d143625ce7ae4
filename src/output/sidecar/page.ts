import type { Edge } from '../../sidecar/graph.js';
import { printable } from '../printable.js';

const STATES: readonly Edge['state'][] = ['seen and hidden', 'seen and allowed', 'allowed and never seen'];
/** Height of a row and width of the drawing, in its own units. */
const ROW = 26;
const WIDTH = 920;
const LEFT = 250;
const RIGHT = 560;

/** One page that needs nothing from elsewhere: a drawing, then the same as a table for those who cannot see it. */
export function graphPage(edges: readonly Edge[]): string {
  const counts = STATES.map((state) => `${edges.filter((edge) => edge.state === state).length} ${state}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Who calls whom</title>
<style>${STYLE}</style>
<main>
<h1>Who calls whom</h1>
<p>${counts.map((text, at) => `<span class="s${at}">${text}</span>`).join(' ')}</p>
${edges.length === 0 ? '<p>No call was seen.</p>' : drawing(edges)}
<div class="scroll" tabindex="0" role="region" aria-label="Calls as a table">
<table><thead><tr><th>Source</th><th>Host</th><th>Protocol</th><th>Calls</th><th>State</th></tr></thead><tbody>
${sorted(edges).map(row).join('\n')}
</tbody></table>
</div>
</main>
</html>
`;
}

function row({ source, target, protocol, count, state }: Edge): string {
  const cells = [source, target, protocol].map((text) => `<td>${html(text)}</td>`).join('');
  return `<tr>${cells}<td class="n">${count}</td><td class="s${STATES.indexOf(state)}">${state}</td></tr>`;
}

function sorted(edges: readonly Edge[]): readonly Edge[] {
  return [...edges].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.count - a.count);
}

function drawing(edges: readonly Edge[]): string {
  const sources = [...new Set(edges.map(({ source }) => source))].sort();
  const targets = [...new Set(edges.map(({ target }) => target))].sort();
  const rows = Math.max(sources.length, targets.length);
  const height = rows * ROW + ROW;
  const y = (list: readonly string[], name: string) =>
    ((list.indexOf(name) + 0.5) * (rows * ROW)) / list.length + ROW / 2;
  const positions = {
    source: new Map(sources.map((name) => [name, y(sources, name)])),
    target: new Map(targets.map((name) => [name, y(targets, name)])),
  };
  const lines = [...sorted(edges)].reverse().map(({ source, target, protocol, count, state }) => {
    const from = positions.source.get(source) ?? 0;
    const to = positions.target.get(target) ?? 0;
    const middle = (LEFT + RIGHT) / 2;
    const title = `${source} → ${target}: ${protocol}, ${count === 0 ? '' : `${count} calls, `}${state}`;
    return `<path class="s${STATES.indexOf(state)}" d="M${LEFT} ${from}C${middle} ${from} ${middle} ${to} ${RIGHT} ${to}"><title>${html(title)}</title></path>`;
  });
  const names = [
    ...sources.map(
      (name) =>
        `<text x="${LEFT - 8}" y="${(positions.source.get(name) ?? 0) + 4}" text-anchor="end">${html(short(name))}</text>`,
    ),
    ...targets.map(
      (name) => `<text x="${RIGHT + 8}" y="${(positions.target.get(name) ?? 0) + 4}">${html(short(name))}</text>`,
    ),
  ];
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Calls between workloads and services; the table below says the same">${lines.join('')}${names.join('')}</svg>`;
}

/** A name that fits beside the drawing; the table has it whole. */
function short(name: string): string {
  return name.length > 46 ? `${name.slice(0, 45)}…` : name;
}

function html(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--paper:#fff;--line:#d0d7de;--good:#1a7f37;--bad:#cf222e;--idle:#59636e}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--line:#3d444d;--good:#3fb950;--bad:#ff7b72;--idle:#9198a1}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:1100px;margin:0 auto;padding:1rem}
h1{font-size:1.4rem;margin:0 0 .5rem}
p span{display:inline-block;margin-right:1.2rem}
span.s0,td.s0{color:var(--bad);font-weight:600}span.s1,td.s1{color:var(--good)}span.s2,td.s2{color:var(--idle)}
svg{width:100%;height:auto;font:12px system-ui,sans-serif;fill:var(--ink)}
path{fill:none;stroke-width:1.5}path.s0{stroke:var(--bad);stroke-width:2.5}path.s1{stroke:var(--good)}path.s2{stroke:var(--idle);stroke-dasharray:4 4}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line);white-space:nowrap}
td.n{text-align:right;font-variant-numeric:tabular-nums}
@media(max-width:600px){svg{display:none}}
`;

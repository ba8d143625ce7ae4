import type { Edge } from '../../sidecar/graph.js';
import { printable } from '../printable.js';

/** What is most urgent first. */
const STATES: readonly Edge['state'][] = ['seen and hidden', 'seen and allowed', 'allowed and never seen'];
/** Height of a row and width of the drawing, in its own units. */
const ROW = 26;
const WIDTH = 920;
const LEFT = 250;
const RIGHT = 560;

/** How many calls are in which state: what a reader wants to know first, and the legend of the drawing. */
export function callLegend(edges: readonly Edge[]): string {
  const counts = STATES.map((state, at) => {
    const count = edges.filter((edge) => edge.state === state).length;
    // None is no alarm.
    return `<span class="s${count === 0 ? 2 : at}">${count} ${state}</span>`;
  });
  return `<p class="legend">${counts.join(' ')}</p>`;
}

/** Workloads at the left, services at the right, a line for each call. It has no style of its own: `callStyle`. */
export function callDrawing(edges: readonly Edge[]): string {
  const sources = [...new Set(edges.map(({ source }) => source))].sort();
  const targets = [...new Set(edges.map(({ target }) => target))].sort();
  const rows = Math.max(sources.length, targets.length);
  const height = rows * ROW + ROW;
  const placed = (names: readonly string[]) =>
    new Map(names.map((name, at) => [name, ((at + 0.5) * (rows * ROW)) / names.length + ROW / 2]));
  const [left, right] = [placed(sources), placed(targets)];
  const lines = [...sorted(edges)].reverse().map(({ source, target, protocol, count, state }) => {
    const from = left.get(source) ?? 0;
    const to = right.get(target) ?? 0;
    const middle = (LEFT + RIGHT) / 2;
    const calls = count === 0 ? '' : `${count} ${count === 1 ? 'call' : 'calls'}, `;
    const title = `${source} → ${target}: ${protocol}, ${calls}${state}`;
    return `<path class="s${STATES.indexOf(state)}" d="M${LEFT} ${from}C${middle} ${from} ${middle} ${to} ${RIGHT} ${to}"><title>${html(title)}</title></path>`;
  });
  const names = [
    ...[...left].map(([name, y]) => `<text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${html(short(name))}</text>`),
    ...[...right].map(([name, y]) => `<text x="${RIGHT + 8}" y="${y + 4}">${html(short(name))}</text>`),
  ];
  return `<svg class="calls" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Calls between workloads and services; the table below says the same">${lines.join('')}${names.join('')}</svg>`;
}

/** The same for those who cannot see the drawing, or have no room for it. */
export function callTable(edges: readonly Edge[]): string {
  return `<table class="calls"><thead><tr><th>Source</th><th>Host</th><th>Protocol</th><th class="n">Calls</th><th>State</th></tr></thead><tbody>
${sorted(edges).map(row).join('\n')}
</tbody></table>`;
}

function row({ source, target, protocol, count, state }: Edge): string {
  const cells = (
    [
      ['Source', source],
      ['Host', target],
      ['Protocol', protocol],
    ] as const
  ).map(([name, text]) => `<td data-name="${name}">${html(text)}</td>`);
  return `<tr>${cells.join('')}<td data-name="Calls" class="n">${count}</td><td data-name="State" class="s${STATES.indexOf(state)}">${state}</td></tr>`;
}

function sorted(edges: readonly Edge[]): readonly Edge[] {
  return [...edges].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.count - a.count);
}

/** A name that fits beside the drawing; the table has it whole. */
function short(name: string): string {
  return name.length > 46 ? `${name.slice(0, 45)}…` : name;
}

function html(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Needs the colours `--ink`, `--quiet`, `--line`, `--good` and `--bad` of its page. A phone gets the table as cards. */
export const callStyle = `
.legend{margin:.2rem 0 .6rem}.legend span{display:inline-block;margin-right:1.2rem}
span.s0,td.s0{color:var(--bad);font-weight:600}span.s1,td.s1{color:var(--good)}span.s2,td.s2{color:var(--quiet)}
svg.calls{width:100%;height:auto;font:12px system-ui,sans-serif;fill:var(--ink)}
svg.calls path{fill:none;stroke-width:1.5}path.s0{stroke:var(--bad);stroke-width:2.5}path.s1{stroke:var(--good)}path.s2{stroke:var(--quiet);stroke-dasharray:4 4}
table.calls{border-collapse:collapse;width:100%}
table.calls th,table.calls td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
table.calls .n{text-align:right;font-variant-numeric:tabular-nums}
table.calls td:last-child,table.calls th:last-child{white-space:nowrap}
@media(max-width:640px){
svg.calls,table.calls thead{display:none}
table.calls,table.calls tbody{display:block}
table.calls tr{display:grid;grid-template-columns:1fr auto;gap:.1rem .8rem;border-top:1px solid var(--line);padding:.5rem 0}
table.calls td{border:0;padding:0}
table.calls td:nth-child(1),table.calls td:nth-child(2){grid-column:1/-1}
table.calls td:nth-child(1){font-weight:600}table.calls td:nth-child(2)::before{content:'→ ';color:var(--quiet)}
table.calls td:nth-child(3){grid-column:1;grid-row:3;color:var(--quiet)}
table.calls td:nth-child(4){grid-column:2;grid-row:3}table.calls td:nth-child(4)::after{content:' ' attr(data-name);text-transform:lowercase;color:var(--quiet);font-size:.8rem}
table.calls td:nth-child(5){grid-column:1/-1}
}`;

import type { Edge } from '../../sidecar/graph.js';
import { callDrawing, callLegend, callStyle, callTable } from './drawing.js';

/** One page that needs nothing from elsewhere: a drawing, then the same as a table for those who cannot see it. */
export function graphPage(edges: readonly Edge[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Who calls whom</title>
<style>${STYLE}</style>
<main>
<h1>Who calls whom</h1>
${callLegend(edges)}
${edges.length === 0 ? '<p>No call was seen.</p>' : `${callDrawing(edges)}\n${callTable(edges)}`}
</main>
</html>
`;
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--paper:#fff;--line:#d0d7de;--good:#1a7f37;--bad:#cf222e;--quiet:#59636e}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--line:#3d444d;--good:#3fb950;--bad:#ff7b72;--quiet:#9198a1}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:1100px;margin:0 auto;padding:1rem}
h1{font-size:1.4rem;margin:0 0 .5rem}
${callStyle}
`;

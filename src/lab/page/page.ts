import { callStyle } from '../../output/sidecar/drawing.js';

/** The whole page around `content`. `nonce` is that of the Content-Security-Policy it is sent with. */
export function page(content: string, nonce: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>aeraki lab</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style nonce="${nonce}">${style}</style></head><body><header><h1>aeraki lab</h1><span id="live" role="status">not live</span></header><main>${content}</main>
<script nonce="${nonce}">
const live = document.getElementById('live');
const source = new EventSource('/events');
source.onopen = () => { live.textContent = 'live'; live.className = 'on'; };
source.onerror = () => { live.textContent = 'ended'; live.className = ''; };
source.onmessage = ({ data }) => { document.querySelector('main').innerHTML = JSON.parse(data); };
</script></body></html>
`;
}

const style = `
:root{color-scheme:light dark;--ink:#1c2128;--quiet:#5a6572;--paper:#f6f7f9;--card:#fff;--line:#dfe3e8;--accent:#0b6e99;--soft:#e3eff5;--good:#1b6e3c;--bad:#b3261e;--warn:#8a5300}
@media(prefers-color-scheme:dark){:root{--ink:#e4e8ee;--quiet:#9aa5b1;--paper:#12161b;--card:#1b2128;--line:#2e3741;--accent:#5cb8dd;--soft:#22323c;--good:#6fcf97;--bad:#ff8a80;--warn:#f2b366}}
*{box-sizing:border-box}
body{font:15px/1.45 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1rem 1.25rem 3rem;color:var(--ink);background:var(--paper)}
header{display:flex;align-items:baseline;justify-content:space-between;margin-bottom:.75rem}
h1{font-size:1.25rem;margin:0}h2{font-size:.95rem;margin:0 0 .5rem;color:var(--quiet);font-weight:600}
#live{font-size:.85rem;color:var(--quiet)}#live.on{color:var(--good)}
section{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.9rem 1rem;margin-top:1rem;min-width:0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}
.sums{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.5rem,1fr));gap:.6rem;margin:0}
.sums div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.5rem .8rem}
.sums dt{color:var(--quiet);font-size:.8rem}.sums dd{margin:0;font-size:1.45rem;font-variant-numeric:tabular-nums}
.sums .bad dd,.bad{color:var(--bad)}.sums .warn dd,.warn{color:var(--warn)}.good{color:var(--good)}
table{border-collapse:collapse;width:100%}
th{text-align:left;font-size:.8rem;font-weight:600;color:var(--quiet);padding:.2rem .6rem .35rem 0}
td{padding:.35rem .6rem .35rem 0;border-top:1px solid var(--line);vertical-align:middle;overflow-wrap:anywhere}
.number{text-align:right;font-variant-numeric:tabular-nums}
.host{color:var(--quiet)}
.version{display:inline-block;background:var(--soft);color:var(--accent);border-radius:4px;padding:0 .45rem;font-size:.87em;font-weight:600}
.share{white-space:nowrap;width:22%}.share svg{width:calc(100% - 3.4rem);height:8px;vertical-align:middle;border-radius:4px}
.share span{display:inline-block;width:3rem;text-align:right;font-variant-numeric:tabular-nums}
.all{fill:var(--soft)}.part{fill:var(--accent)}
${callStyle}
.empty{color:var(--quiet);margin:.2rem 0}
.notes{border-left:3px solid var(--bad);background:var(--card);margin:1rem 0 0;padding:.6rem 1rem .6rem 2rem;overflow-wrap:anywhere}
.recent,.addresses{list-style:none;margin:0;padding:0}
.recent li{display:grid;grid-template-columns:7rem minmax(0,1fr) minmax(8rem,auto) minmax(4.5rem,auto);gap:.1rem .8rem;padding:.3rem 0;border-top:1px solid var(--line);align-items:baseline}
.recent li:first-child,.addresses li:first-child{border-top:0}
.recent time{color:var(--quiet);font-variant-numeric:tabular-nums}.said{overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:.87em}
.recent li>:last-child{text-align:right}.copy{color:var(--warn);font-size:.87em}
.addresses li{display:flex;flex-wrap:wrap;gap:.2rem .8rem;padding:.3rem 0;border-top:1px solid var(--line)}
.addresses small{color:var(--quiet)}code{font-family:ui-monospace,monospace}
@media(max-width:640px){
body{padding:.8rem .8rem 2rem}.pair{grid-template-columns:1fr}
.sums{grid-template-columns:repeat(3,1fr)}.sums div{padding:.4rem .6rem}.sums dd{font-size:1.2rem}
#routes thead{display:none}#routes,#routes tbody{display:block}
#routes tr{display:grid;grid-template-columns:1fr auto;gap:.1rem .8rem;border-top:1px solid var(--line);padding:.5rem 0}
#routes tr:first-child{border-top:0;padding-top:0}
#routes td{border:0;padding:0}#routes .host{grid-column:1/-1;font-size:.87em}
#routes td:nth-child(3){text-align:right}#routes td.share{width:auto}
#routes td.number::after{content:' ' attr(data-name);color:var(--quiet);font-size:.8rem;text-transform:lowercase}
#routes td:nth-child(4){text-align:left}#routes td:nth-child(5){grid-column:1/-1}#routes td:nth-child(6){grid-column:2;grid-row:3}
.recent li{grid-template-columns:1fr auto}.recent .said{grid-column:1/-1;grid-row:2}.recent .way{grid-column:1/-1;grid-row:3}.recent li>:last-child{grid-row:1;grid-column:2}
}`;

import { callStyle } from '../../output/sidecar/drawing.js';

/** What the page of a lab has beside what all pages have (src/xds/admin/look.ts). */
export const labStyle = `
:root{--ink:var(--text);--quiet:var(--soft);--bad:var(--error)}${callStyle}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 16px}
.sums .bad dd,.bad{color:var(--error)}.sums .warn dd,.warn{color:var(--warning)}
.number{text-align:right;font-variant-numeric:tabular-nums}
.host{color:var(--soft)}
.version{display:inline-block;background:var(--tint);color:var(--link);border-radius:4px;padding:0 7px;font-size:14px;font-weight:600}
.share{white-space:nowrap}.share svg{width:5rem;height:8px;vertical-align:middle;border-radius:4px;margin-right:8px}
.share b{font-weight:400;display:inline-block;width:3rem;text-align:right;font-variant-numeric:tabular-nums}
.all{fill:var(--tint)}.part{fill:var(--link)}
.notes{border-left:4px solid var(--error);background:var(--card);margin:16px 0 0;padding:10px 16px 10px 32px;overflow-wrap:anywhere}
.recent,.addresses{list-style:none;margin:0;padding:0}
.recent li{display:grid;grid-template-columns:7rem minmax(0,1fr) 13rem 5rem;gap:2px 12px;padding:5px 0;border-top:1px solid var(--line);align-items:baseline}
.recent li:first-child,.addresses li:first-child{border-top:0}
.recent time{color:var(--soft);font-variant-numeric:tabular-nums}.said{overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace}
.recent li>:last-child{text-align:right}.copy{color:var(--warning);font-size:14px}
.addresses li{display:flex;flex-wrap:wrap;gap:4px 12px;padding:5px 0;border-top:1px solid var(--line)}
.addresses small{color:var(--soft);font-size:14px}
@media(max-width:700px){
.pair{grid-template-columns:minmax(0,1fr)}
.recent li{grid-template-columns:1fr auto}.recent .said{grid-column:1/-1;grid-row:2}.recent .way{grid-column:1/-1;grid-row:3}.recent li>:last-child{grid-row:1;grid-column:2}
}`;

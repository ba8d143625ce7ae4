/**
 * How the pages of the program look: that of `rds serve` and the controller, that of `proxy`, that of `lab`. The colours
 * are those of the playground and the site (playground/playground.css).
 */
export const look = `
:root{color-scheme:light dark;--back:light-dark(#fbfcfd,#12181f);--card:light-dark(#fff,#1a222c);--text:light-dark(#1c2733,#e6edf4);--soft:light-dark(#4a5a6a,#a9b8c7);--line:light-dark(#c9d3dd,#374555);--link:light-dark(#1d4f91,#8fb8f0);--tint:light-dark(#e3ecf7,#24344a);--error:light-dark(#a31621,#ff9d9d);--warning:light-dark(#7a4b00,#ffc766);--info:light-dark(#1d4f91,#8fb8f0);--good:light-dark(#17653a,#7ddba3)}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:90rem;padding:16px 20px 48px;color:var(--text);background:var(--back)}
header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:4px 16px;margin-bottom:12px}
h1{font-size:20px;margin:0}h2{font-size:16px;margin:0 0 8px}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:1px}
#live{font-size:14px;color:var(--soft)}#live.on{color:var(--good)}#live.off{color:var(--error);font-weight:600}
section{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:14px 16px;margin-top:16px;min-width:0}
.sums{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:10px;margin:0}
.sums div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:8px 12px;min-width:0}
.sums dt{color:var(--soft);font-size:14px}.sums dd{margin:0;font-size:22px;font-variant-numeric:tabular-nums}.sums dd.code{font:14px/33px ui-monospace,monospace}
.error,.refused .state,.missing .state{color:var(--error)}.warning,.waiting .state{color:var(--warning)}.info{color:var(--info)}.good,.accepted .state{color:var(--good)}
.state,.error,.warning,.info{font-weight:600}
.alert{border-left:4px solid var(--error);background:var(--card);border-radius:0 8px 8px 0;margin-top:16px;padding:10px 16px}
.alert p{margin:0;font-weight:600;color:var(--error)}.alert ul{margin:4px 0 0;padding-left:20px;overflow-wrap:anywhere}
.empty{color:var(--soft);margin:0}
.bar{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-bottom:8px}
input,button{font:inherit;font-size:14px;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:6px 10px;min-height:36px}
input{flex:1 1 12rem;max-width:24rem;min-width:0}button{cursor:pointer}button:hover{border-color:var(--link)}
.bar output{color:var(--soft);font-size:14px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:15px}
th{text-align:left;padding:0 12px 6px 0;font-size:14px;color:var(--soft);vertical-align:bottom}
th button{border:none;background:none;padding:0 4px;margin:0 -4px;color:var(--soft);font-weight:600;text-align:left;min-height:28px;white-space:nowrap}
th[aria-sort=ascending] button::after{content:' \\2191'}th[aria-sort=descending] button::after{content:' \\2193'}
td{padding:7px 12px 7px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:break-word}
td.number,th.number{text-align:right;padding-right:28px;font-variant-numeric:tabular-nums}
code,td.code{font-family:ui-monospace,monospace;font-size:13px}
@media(max-width:900px){
body{padding:12px 12px 32px}

.scroll{overflow-x:visible}
aeraki-table table,aeraki-table tbody,aeraki-table tr,aeraki-table td{display:block}
aeraki-table thead tr{display:flex;flex-wrap:wrap;gap:0 14px}aeraki-table thead,aeraki-table th{display:block}
aeraki-table tbody tr{border-top:1px solid var(--line);padding:8px 0}
aeraki-table td{border:0;padding:2px 0;display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:8px;text-align:left;overflow-wrap:anywhere}
aeraki-table td.number{text-align:left}aeraki-table td:has(>span:empty){display:none}
aeraki-table td::before{content:attr(data-name);color:var(--soft);font:14px/1.6 system-ui,sans-serif}
}`;

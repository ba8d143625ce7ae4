/** The look of the site beside what it has of the other pages (src/xds/admin/look.ts). */
export const style = `
body{max-width:84rem;padding:0 20px 64px}
header{padding:12px 0;margin:0;border-bottom:1px solid var(--line);align-items:center}
.name{font-size:20px;font-weight:700;color:var(--text);text-decoration:none}
search{display:flex;gap:12px;align-items:center;flex:1 1 16rem;max-width:28rem}search label{font-size:14px;color:var(--soft)}search input{max-width:none}
.language{font-size:15px;margin-left:auto}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:8px 12px;z-index:2}
#found{position:absolute;right:max(20px,calc(50vw - 42rem + 20px));width:min(36rem,calc(100vw - 40px));z-index:1;list-style:none;margin:4px 0 0;padding:4px;background:var(--card);border:1px solid var(--line);border-radius:8px;max-height:70vh;overflow:auto;box-shadow:0 6px 24px #0004}
#found a{display:block;padding:6px 10px;border-radius:6px;color:var(--text);text-decoration:none;overflow-wrap:anywhere}#found a:hover,#found a:focus{background:var(--tint)}#found small{color:var(--soft);font-size:14px;display:block}#found p{margin:6px 10px;color:var(--soft)}
.columns{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:40px;align-items:start}
nav{font-size:15px;padding:20px 0 0 8px}nav summary{display:none}nav h2{font-size:14px;color:var(--soft);margin:16px 0 4px}nav ul{list-style:none;margin:0;padding:0}
nav a{display:block;padding:4px 8px;margin-left:-8px;border-radius:6px;color:var(--text);text-decoration:none}nav a:hover{background:var(--tint)}nav a[aria-current]{background:var(--tint);font-weight:600}
main{padding-top:20px;max-width:56rem}main:focus{outline:none}
main h1{font-size:30px;line-height:1.25;margin:0 0 16px}main h2{font-size:22px;line-height:1.3;margin:36px 0 10px}main h3{font-size:18px;margin:28px 0 8px}
main h2.field{font-size:16px;margin:24px 0 2px;overflow-wrap:anywhere}.facts{color:var(--soft);font-size:14px;margin:0 0 4px}.facts+p{margin:0}
p,li{overflow-wrap:break-word}main code{background:var(--tint);border-radius:4px;padding:1px 4px;overflow-wrap:anywhere}
pre{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px;overflow-x:auto;line-height:1.5}pre code,main pre code,main h2 code{background:none;padding:0;overflow-wrap:normal}
main h2.field code{font-size:15px;overflow-wrap:anywhere}
main .scroll{margin:0 0 16px}table{width:auto;min-width:50%}td,th{padding-right:20px}
main td code{overflow-wrap:break-word}.flag{white-space:nowrap}
pre.words{white-space:pre-wrap;overflow-wrap:break-word}
:lang(zh) em{font-style:normal;font-weight:600}
img{max-width:100%;height:auto}
.ends{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 24px;border-top:1px solid var(--line);margin-top:48px;padding-top:12px}
@media(min-width:901px){details#ways::details-content{content-visibility:visible}nav{position:sticky;top:0;max-height:100vh;overflow:auto}}
@media(max-width:900px){
body{padding:0 14px 48px}
.columns{grid-template-columns:minmax(0,1fr);gap:0}nav{padding:8px 0 0}nav summary{display:list-item;padding:8px 0;cursor:pointer;font-weight:600}
.scroll{overflow-x:auto}main h1{font-size:26px}
#found{right:14px;width:calc(100vw - 28px)}
}
`;

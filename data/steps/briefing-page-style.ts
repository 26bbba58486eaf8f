/** The style sheet of the pages of briefings, on the screen and on paper. Pure. */
import { palettes } from '../palette'

const { light, dark } = palettes

const colors = ({ page, accent, onAccent }: typeof light) =>
  `--paper:${page.paper};--sunk:${page.paperSunk};--ink:${page.ink};--quiet:${page.inkQuiet};--line:${page.line};--accent:${accent};--on-accent:${onAccent}`

/** The style sheet of all pages of briefings. */
export const briefingPageStyle = `:root{${colors(light)};font:17px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;color:var(--ink);background:var(--paper);color-scheme:light;text-autospace:normal}
@media (prefers-color-scheme:dark){:root{${colors(dark)};color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 24px}
header{padding-top:28px}
h1{font-size:34px;line-height:1.25;margin:6px 0}
h2{font-size:25px;line-height:1.3;margin:0 0 14px}
p{margin:0}
ul,ol{margin:0;padding:0}
a{color:var(--accent);text-underline-offset:3px}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.above,.quiet,.page,footer{color:var(--quiet);font-size:14px}
.page{font-weight:400;margin-left:10px;white-space:nowrap;font-variant-numeric:tabular-nums}
.subtitle{font-size:19px}
.actions{margin:16px 0}
.play{display:inline-block;padding:9px 30px;border-radius:4px;background:var(--accent);color:var(--on-accent);font-weight:700;text-decoration:none}
nav ol{columns:3 240px;column-gap:32px;padding:16px 0 20px 1.6em;border-block:1px solid var(--line);font-size:15px}
nav li{break-inside:avoid;padding:3px 0}
main>section{padding:30px 0;border-bottom:1px solid var(--line);scroll-margin-top:8px}
.scene{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:32px;align-items:start}
figure{margin:0}
img{display:block;width:100%;height:auto;border:1px solid var(--line);background:${light.basemap.region}}
.points{list-style:none}
.points>li{padding:10px 0 10px 16px;border-left:3px solid var(--line);margin-bottom:12px}
.points>.cited{border-left-color:var(--accent)}
.figures{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;margin:4px 0}
.figures strong{font-size:21px;font-variant-numeric:tabular-nums}
.figures li{color:var(--quiet);font-size:14px}
.figures strong{color:var(--ink)}
.status,.contradicted{display:inline-block;padding:0 7px;border:1px solid var(--line);border-radius:3px;color:var(--ink)}
.contradicted{border-color:var(--accent);color:var(--accent)}
.from{font-size:14px}
.sources ol{padding-left:1.8em;font-size:15px}
.list{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:32px;padding:24px 0}
.list a{text-decoration:none}
.name{display:block;font-size:21px;font-weight:700;margin-top:10px}
footer{padding-block:24px}
@media (max-width:820px){:root{font-size:16px}header,main,footer{padding-inline:16px}h1{font-size:27px}h2{font-size:21px}.scene{grid-template-columns:minmax(0,1fr);gap:16px}.page{display:block;margin:2px 0 0}}
@media print{:root{${colors(palettes.print)};font-size:10.5pt;color-scheme:light}header,main,footer{max-width:none;padding:0}.actions,.from,.above,nav{display:none}h1{font-size:20pt}h2{font-size:14pt}main>section{break-inside:avoid;padding:12pt 0}.sources{break-inside:auto}.scene{grid-template-columns:1fr 1fr;gap:14pt}.figures strong{font-size:12pt}.quiet,.figures li,.page,footer{font-size:8.5pt}.points>li{margin-bottom:6pt;padding-block:2pt}a{color:inherit;text-decoration:none}}
`

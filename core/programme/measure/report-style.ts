/** How a report looks on a screen, light or dark, and on A4. Fonts are those at hand: the page stands alone. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:#1b2328;--paper:#fff;--raised:#f5f7f8;--soft:#5a6770;--line:#d9dfe3;--good:#0b6b3a;--good-soft:#e3f3ea;--bad:#a3200d;--bad-soft:#fbe7e3;--asked:#9aa6ae;--wave:#26566f}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecef;--paper:#14181b;--raised:#1d2327;--soft:#a3afb8;--line:#39424a;--good:#5fd08f;--good-soft:#173626;--bad:#ff8a75;--bad-soft:#43201a;--asked:#6d7a83;--wave:#8cc4e0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Be Vietnam Pro","Segoe UI","Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:2.5rem auto;padding:0 1.5rem}
p,h1,h2,h3{margin:0}
small{color:var(--soft);font-size:.8em;font-weight:400}
header{display:flex;gap:1.5rem;justify-content:space-between;align-items:flex-start;border-bottom:2px solid var(--ink);padding-bottom:1rem}
.kind{font-size:.85rem;color:var(--soft)}
h1{font-size:1.5rem;line-height:1.25;overflow-wrap:anywhere}
.made{margin-top:.2rem}.made span{color:var(--soft);margin-left:.4rem}
.verdict{flex:none;font-size:1.15rem;font-weight:600;padding:.45rem 1rem;border-radius:.4rem}
.verdict small{color:inherit;opacity:.8}
.verdict.passed{background:var(--good-soft);color:var(--good)}.verdict.failed{background:var(--bad-soft);color:var(--bad)}
.against{margin-top:.75rem;color:var(--soft)}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:.75rem;margin-top:1.25rem}
.tile{background:var(--raised);border-radius:.4rem;padding:.75rem .9rem;border-top:3px solid var(--line)}
.tile.passed{border-color:var(--good)}.tile.failed{border-color:var(--bad)}
.tile h3{font-size:.9rem;font-weight:500;line-height:1.35}.tile h3 small{display:block}
.figure{font-size:1.75rem;font-weight:600;line-height:1.3;white-space:nowrap}.figure small{font-size:.5em}
.wanted{font-size:.8rem;color:var(--soft)}.passed .wanted{color:var(--good)}.failed .wanted,.failed .figure{color:var(--bad)}
section{margin-top:2rem}h2{font-size:1.1rem;margin-bottom:.5rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;font-weight:400;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--soft);font-size:.85rem}
.mark{width:1.75rem;font-weight:600}.passed .mark{color:var(--good)}.failed td,.failed th{color:var(--bad)}
.asked{color:var(--soft)}.found{color:var(--bad);font-weight:600}
.facts th{width:16rem}.sum{font-family:"Cascadia Mono","DejaVu Sans Mono",monospace;font-size:.8rem;overflow-wrap:anywhere}
ul{margin:0;padding-left:1.25rem}
svg{display:block;width:100%;height:auto}svg text{font:12px "Be Vietnam Pro","Segoe UI","Noto Sans",sans-serif;fill:var(--soft)}
footer{margin-top:2rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--soft);font-size:.8rem}
@media(max-width:40rem){.tiles{grid-template-columns:repeat(2,1fr)}header{flex-direction:column}}
@page{size:A4;margin:14mm 14mm 16mm}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--raised:#f5f7f8;--soft:#4c575e;--line:#c9d0d5;--good:#0b6b3a;--good-soft:#e3f3ea;--bad:#a3200d;--bad-soft:#fbe7e3;--asked:#9aa6ae;--wave:#26566f}
html{font-size:12.5px}body{font-size:9.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}main{max-width:none;margin:0;padding:0}
section{margin-top:1.2rem}th,td{padding:.22rem .6rem .22rem 0}tr,.tile,svg{break-inside:avoid}h2{break-after:avoid}}`.replaceAll(
  "\n",
  "",
);

/** The look of the public pages: the colours and sizes of the design tokens, on paper too. No script, nothing from elsewhere. */
export const PUBLIC_STYLE = `
@font-face { font-family: "Source Sans 3"; src: url(/public/sans.woff2) format("woff2"); font-weight: 200 900; font-display: swap }
@font-face { font-family: "Source Serif 4"; src: url(/public/serif.woff2) format("woff2"); font-weight: 200 900; font-display: swap }
@font-face { font-family: "Source Serif 4"; src: url(/public/serif-italic.woff2) format("woff2"); font-weight: 200 900; font-style: italic; font-display: swap }
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf9f5, #14191b); --raised: light-dark(#ffffff, #1c2326); --sunken: light-dark(#f4f0e8, #0f1416);
  --line: light-dark(#e4ded3, #2e383c); --edge: light-dark(#857d6f, #75838a);
  --ink: light-dark(#20282b, #ede9e1); --quiet: light-dark(#5a6468, #a9b2b3);
  --primary: light-dark(#0e5e63, #7cc6c7); --on-primary: light-dark(#ffffff, #0b2224); --primary-soft: light-dark(#e2eeed, #193436);
  --warn: light-dark(#9a6a00, #e3b24c); --warn-ink: light-dark(#745000, #edc777);
  --danger: light-dark(#a8231c, #f28b82); --danger-ink: light-dark(#8e1b15, #f7a9a2); --danger-soft: light-dark(#fbeae7, #3a1d1b);
  --sans: "Source Sans 3", system-ui, -apple-system, "Segoe UI", sans-serif;
  --serif: "Source Serif 4", Georgia, "Times New Roman", serif;
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; font: 1.125rem/1.6 var(--sans); color: var(--ink); background: var(--paper); font-variant-numeric: tabular-nums }
a { color: var(--primary); text-underline-offset: 0.15em }
:focus-visible { outline: 3px solid var(--primary); outline-offset: 2px; border-radius: 4px }
h1, h2, h3 { line-height: 1.2; margin: 0; text-wrap: balance }
h1 { font: 500 clamp(2.1rem, 4.4vw, 3.1rem)/1.1 var(--serif); letter-spacing: -0.014em }
h2 { font: 500 1.6rem/1.2 var(--serif); letter-spacing: -0.012em; margin: 3rem 0 0.75rem }
h3, .card h2 { font: 600 1.125rem/1.35 var(--sans); margin: 1.5rem 0 0.35rem }
p { margin: 0.5rem 0; max-width: 66ch }
ul, ol { margin: 0.5rem 0; padding-left: 1.2em; max-width: 66ch }
li { margin: 0.3rem 0 }
.wide { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem }
.skip { position: absolute; left: -999px } .skip:focus { position: static; display: inline-block; padding: 0.6rem 1rem }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; min-height: 64px }
.head a { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 44px; color: var(--ink); text-decoration: none; font-weight: 600 }
.head .logo { font-size: 1.2rem; font-weight: 650 } .head nav { margin-left: auto; display: flex; gap: 1.25rem }
.head svg { width: 26px; height: 26px; fill: none; stroke: var(--primary); stroke-width: 2; stroke-linecap: round }
.lead { font-size: 1.25rem; line-height: 1.5; margin: 0.75rem 0 0 }
.latin { font: italic 1.25rem/1.4 var(--serif); color: var(--quiet); margin: 0.35rem 0 0 }
.q { color: var(--quiet) } .sm { font-size: 1rem }
.tiers { list-style: none; padding: 0 } .tier { display: flex; align-items: center; gap: 0.5rem; font-weight: 600 }
.tier i { width: 14px; height: 14px; border: 2px solid currentcolor; flex: none }
.tier.high { color: var(--danger-ink) } .tier.high i { background: currentcolor; clip-path: polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%) }
.tier.caution { color: var(--warn-ink) } .tier.caution i { border: 0; background: currentcolor; clip-path: polygon(50% 4%, 100% 96%, 0 96%) }
.tier.standard i { border-radius: 50% }
.un { display: inline-block; border: 1.5px dashed var(--edge); border-radius: 6px; padding: 0 0.5rem; font-size: 0.95rem; line-height: 1.6; color: var(--quiet) }
.src { margin: 0.4rem 0 0; font-size: 1rem; max-width: 66ch } .src summary { cursor: pointer; color: var(--primary); font-weight: 600; min-height: 32px; display: inline-flex; align-items: center; gap: 0.4rem; list-style: none }
.src summary::before { content: ""; width: 8px; height: 8px; border-right: 2px solid; border-bottom: 2px solid; transform: rotate(-45deg) } .src[open] summary::before { transform: rotate(45deg) }
.src summary::-webkit-details-marker { display: none } .src ul { margin: 0 0 0.5rem } .src a { overflow-wrap: anywhere }
.card { border: 1px solid var(--line); border-radius: 12px; background: var(--raised); padding: 1rem 1.25rem; margin: 1rem 0; max-width: 72ch }
.card > :first-child { margin-top: 0 } .card > :last-child { margin-bottom: 0 }
.card.bad { border-color: var(--danger) } .card.bad h2, .card.bad h3 { color: var(--danger-ink) }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.5rem 1.25rem; margin: 0.75rem 0; max-width: 72ch }
dt { color: var(--quiet) } dd { margin: 0 }
.cols { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 26rem); gap: 0 4rem; align-items: start; grid-template-rows: auto 1fr } .cols > aside { grid-column: 2; grid-row: 1 / span 2 }
.cols > div > h2:first-child { margin-top: 2rem }
main.wide { padding-top: 1.5rem; padding-bottom: 3rem }
.cols aside figure { margin: 0; position: sticky; top: 1rem } .cols aside img { width: 100%; height: auto; display: block; border-radius: 12px; border: 1px solid var(--line); background: var(--raised) }
figure.pain { margin: 1rem 0; max-width: 30rem } figure.pain img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 12px }
figcaption { font-size: 1rem; color: var(--quiet); margin-top: 0.5rem }
.crumb { margin: 0 } .crumb a { display: inline-flex; min-height: 44px; align-items: center }
form.find { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin: 1.5rem 0 0.5rem; max-width: 46rem }
form.find div { flex: 1 1 16rem } form.find label { display: block; font-weight: 600; margin-bottom: 0.3rem }
input[type="search"] { width: 100%; min-height: 52px; font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--edge); border-radius: 6px; padding: 0 0.9rem }
.btn { min-height: 52px; font: 600 1.125rem/1 var(--sans); color: var(--on-primary); background: var(--primary); border: 0; border-radius: 6px; padding: 0 1.5rem; cursor: pointer }
.tries { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; padding: 0; margin: 0 } .tries li { margin: 0 } .tries a { display: inline-flex; min-height: 44px; align-items: center }
.hits { list-style: none; padding: 0; max-width: 72ch } .hits li { border-top: 1px solid var(--line); padding: 0.6rem 0; margin: 0 } .hits a { font-weight: 600; display: inline-flex; min-height: 44px; align-items: center; font-size: 1.2rem }
.hits p { margin: 0 }
.regions { columns: 3 15rem; column-gap: 2.5rem; margin-top: 1rem } .regions section { break-inside: avoid; margin-bottom: 1.5rem } .regions h3 { margin-top: 0; text-transform: capitalize } .regions ul { list-style: none; padding: 0 } .regions li { margin: 0 } .regions a { display: inline-flex; min-height: 44px; align-items: center }
.foot { border-top: 1px solid var(--line); color: var(--quiet); font-size: 1rem } .foot .wide { padding-top: 1.25rem; padding-bottom: 2.5rem }
@media (max-width: 900px) { .cols { grid-template-columns: minmax(0, 1fr) } .cols > aside { grid-column: 1; grid-row: auto } .cols aside figure { position: static; max-width: 30rem; margin-top: 1.5rem } .head nav { margin-left: 0 } h2 { margin-top: 2.25rem } }
@media (max-width: 480px) { dl { grid-template-columns: minmax(0, 1fr); gap: 0 } dd { margin-bottom: 0.75rem } }
@media print {
  :root { color-scheme: light } @page { size: A4; margin: 16mm } body { font-size: 10.5pt; background: none }
  .head nav, .crumb, form.find, .skip, .tries { display: none } .cols { display: block; padding: 0 } .cols aside figure { width: 62mm; float: right; margin: 0 0 4mm 6mm; position: static }
  h1 { font-size: 22pt } h2 { font-size: 14pt; margin-top: 7mm; break-after: avoid } h3, dt { break-after: avoid } .card, li { break-inside: avoid }
  .un, .src, figcaption, .foot { font-size: 9pt } figure.pain img { width: 46mm } .un { padding: 0 1.5mm }
  .src summary { min-height: 0 } .src a::after { content: " " attr(href); color: #444; font-size: 8pt }
}
.head nav { flex-wrap: wrap; gap: 0 1rem } .head nav a { padding: 0 0.25rem; white-space: nowrap } .head nav a[aria-current] { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.35em }
.sure { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; color: var(--quiet); font-size: 1rem; line-height: 1.4 }
.dots { display: inline-flex; gap: 2px } .dots b { width: 9px; height: 9px; border: 1.5px solid var(--quiet); border-radius: 50% } .dots b.on { background: var(--quiet) }
.claims { list-style: none; padding: 0; max-width: 72ch } .claims li { display: grid; gap: 0.1rem; padding: 0.45rem 0; margin: 0 } .claims:not(.plain) li { border-top: 1px solid var(--line) }
.steps { counter-reset: step } .steps li { counter-increment: step; padding-left: 2.6rem; position: relative } .steps li::before { content: counter(step); position: absolute; left: 0; top: 0.5rem; width: 1.8rem; height: 1.8rem; border: 1.5px solid var(--primary); border-radius: 50%; display: grid; place-items: center; font-weight: 600; color: var(--primary); font-size: 1rem }
.btn.link { display: inline-flex; align-items: center; text-decoration: none } .btn.plain { background: none; color: var(--ink); border: 1px solid var(--edge) } .acts { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem }
.three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); border: solid var(--line); border-width: 1px 0; margin: 2.5rem 0 0 } .three section { padding: 1.5rem 2rem 1.5rem 0 } .three section + section { border-left: 1px solid var(--line); padding-left: 2rem } .three h2 { margin: 0 0 0.5rem; font-size: 1.5rem } .three h2 a, .all a { color: inherit; text-decoration-thickness: 1px }
.all { list-style: none; padding: 0; max-width: none } .all li { border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); gap: 0 2rem; align-items: baseline; padding: 0.5rem 0; margin: 0 } .all a { font-weight: 600; min-height: 44px; display: inline-flex; align-items: center }
.two { display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); gap: 0 3rem; margin-top: 3rem } .two h2 { margin-top: 0 } .rows { list-style: none; padding: 0 } .rows li { border-bottom: 1px solid var(--line); padding: 0.6rem 0; margin: 0 }
.pic svg { width: 100%; height: auto } .pic .needle { fill: var(--quiet) } .pic .hole { stroke: var(--paper); stroke-width: 9; fill: none } .pic text { font: 600 15px var(--sans); fill: var(--ink); text-anchor: middle } .pic .mm { font-weight: 400; fill: var(--quiet) }
.toc { margin-top: 2rem; border-left: 1px solid var(--line); padding-left: 1.25rem } .toc h2 { font: 600 1rem/1.3 var(--sans); margin: 0 0 0.25rem } .toc ul { list-style: none; padding: 0 } .toc li { margin: 0 } .toc a { display: inline-flex; min-height: 44px; align-items: center; text-decoration: none }
@media (max-width: 900px) { .three, .two { grid-template-columns: minmax(0, 1fr) } .three section + section { border-left: 0; border-top: 1px solid var(--line); padding-left: 0 } .all li { grid-template-columns: minmax(0, 1fr); gap: 0 } .toc { display: none } .pic { max-width: 26rem } }
@media print { .toc, .acts, .btn.link { display: none } }
`

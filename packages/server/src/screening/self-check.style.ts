/** The look of the self-check's own parts, beside that of every public page. */
export const SELF_CHECK_STYLE = `
[hidden] { display: none !important }
#ask { max-width: 44rem; margin: 1.5rem 0; scroll-margin-top: 1rem } #ask h2 { margin: 1rem 0 0.5rem; font: 600 1.5rem/1.3 var(--sans); letter-spacing: 0 } #ask h2:focus { outline: none }
.part { font-weight: 600; margin: 0 0 0.5rem } progress { appearance: none; display: block; width: 100%; height: 8px; border: 0; border-radius: 4px; background: var(--line); overflow: hidden }
progress::-webkit-progress-bar { background: var(--line) } progress::-webkit-progress-value { background: var(--primary) } progress::-moz-progress-bar { background: var(--primary) }
.choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(6.5rem, 100%), 1fr)); gap: 0.75rem; margin: 1.25rem 0 }
.choice { min-height: 56px; font: 600 1.125rem/1.2 var(--sans); color: var(--ink); background: var(--raised); border: 1px solid var(--edge); border-radius: 12px; padding: 0.5rem 1rem; cursor: pointer }
.choice:hover { background: var(--primary-soft) } .choice[aria-pressed="true"] { background: var(--primary-soft); border: 2px solid var(--primary) }
.age label { display: block; font-weight: 600; margin-top: 1rem } .age input { width: 8rem; min-height: 56px; font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--edge); border-radius: 6px; padding: 0 0.9rem } .age .acts { margin-top: 1rem }
.wrong { color: var(--danger-ink); min-height: 1.6em; margin: 0.25rem 0 }
#ask .acts .btn { line-height: 1.2; padding: 0.5rem 1.25rem } .privacy { border-left: 3px solid var(--primary); padding-left: 1rem }
.btn.call { background: var(--danger); color: var(--paper) } .asked li { margin: 0.75rem 0 } .asked span { color: var(--quiet); display: block }
@media print { #ask .acts, #ask progress, .privacy, [role="status"] { display: none } .three { display: block } .btn.call { display: inline; padding: 0; color: var(--danger-ink); background: none } .sure { font-size: 9pt } #ask h2 { font-size: 13pt } }
`

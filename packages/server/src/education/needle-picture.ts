/** Needles beside each other, drawn to scale: how thin a dry needle is. */
import { type Html, html } from '../kernel/index.ts'

/** Enlarged forty times, in px for each mm. */
const SCALE = 40
const HEIGHT = 190

/** Thickness in mm: a usual dry needle, and the hollow 25-gauge needle of many vaccinations (Cochrane CD010720). */
const NEEDLES = [
  { words: 'Dry needle', mm: 0.25, isHollow: false },
  { words: 'Thick dry needle', mm: 0.35, isHollow: false },
  { words: 'Vaccination needle', mm: 0.5, isHollow: true },
] as const

export function needlePicture(): Html {
  const label = NEEDLES.map(({ words, mm }) => `${words} ${mm.toFixed(2)} mm`).join(', ')
  return html`<figure class="pic"><svg viewBox="0 0 420 ${HEIGHT + 64}" role="img" aria-label="${`Thickness to scale: ${label}.`}">${NEEDLES.map(needle)}</svg>
<figcaption>Thickness, ${SCALE} times enlarged. The two on the left are solid, the right one is hollow.</figcaption></figure>`
}

function needle({ words, mm, isHollow }: (typeof NEEDLES)[number], index: number): Html {
  const x = 70 + index * 140
  const half = (mm * SCALE) / 2
  const tip = isHollow
    ? `M${x - half} 0V${HEIGHT}L${x + half} ${HEIGHT - 3 * half}V0Z`
    : `M${x - half} 0V${HEIGHT - 3 * half}L${x} ${HEIGHT}L${x + half} ${HEIGHT - 3 * half}V0Z`
  const hollow = isHollow ? html`<path class="hole" d="M${x} 0V${HEIGHT - 4 * half}" />` : null
  return html`<path class="needle" d="${tip}" />${hollow}<text x="${x}" y="${HEIGHT + 26}">${words}</text><text x="${x}" y="${HEIGHT + 50}" class="mm">${mm.toFixed(2)} mm</text>`
}

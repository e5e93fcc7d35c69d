/** The chosen site: a dashed ring with a cross-hair, and its level drawn across the body. The keyboard's place: a plain ring. */
import {
  type Aspect,
  type Box,
  isMirrored,
  isSideSeen,
  levelY,
  outlinesOf,
  pointFor,
  type Site,
} from '@unknot/care/atlas'

type Props = {
  readonly site: Site
  readonly view: Aspect
  readonly isChosen: boolean
  readonly body: Box
  readonly scale: number
}

export function ChosenMark({ site, view, isChosen, body, scale }: Props) {
  const at = pointFor(site, view)
  if (at === null) return null
  const y = site.level === null ? null : levelY(site.level)
  return (
    <g className={isChosen ? 'pin next bm-mark' : 'bm-cursor'} aria-hidden="true">
      {y === null ? null : <path className="lvl" d={`M${body.x0 + 4} ${y}H${body.x1}`} />}
      <g transform={`translate(${at.x} ${at.y}) scale(${1 / scale})`}>
        <circle className="halo" r="13" />
        {isChosen ? (
          <>
            <path className="x" d="M0-17V-6M0 6V17M-17 0H-6M6 0H17" />
            <circle className="dot" r="3" />
          </>
        ) : null}
      </g>
    </g>
  )
}

/** The chosen muscle's outline over whatever lies on it, so that a deep one is seen whole. */
export function LitOutline({ site, view }: { readonly site: Site; readonly view: Aspect }) {
  if (!isSideSeen(site.side, view)) return null
  return (
    <g className="bm-lit" transform={isMirrored(site.side, view) ? 'scale(-1 1)' : undefined} aria-hidden="true">
      {outlinesOf(site.muscle, view).map((d) => (
        <path key={d} d={d} />
      ))}
    </g>
  )
}

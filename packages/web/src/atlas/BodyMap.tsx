/**
 * The body map: a plate with the needles on it.
 *
 * A tap is read as the sites that may be meant. One is chosen at once, several are asked for in a list; nothing is placed
 * here. By keyboard the map is one stop: arrows walk over muscles and levels and say each by name, Enter chooses. What a
 * finger touches is measured in screen pixels, whatever the zoom.
 */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- the map is one stop of the Tab key, and arrows walk inside it: that is what role=application says */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import {
  type Aspect,
  type Box,
  drawHazard,
  drawPlate,
  hazardsNear,
  isInBox,
  type Layer,
  MM_PER_UNIT,
  pointFor,
  type Site,
  type SiteCandidate,
  siteAt,
  siteName,
  spokenSite,
  type Zoom,
  zoomBox,
} from '@unknot/care/atlas'
import {
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { ASPECT_WORDS, MAP_HINT, nearWords, typedWords, zoomWords } from './atlas.words.ts'
import { Candidates } from './Candidates.tsx'
import { ChosenMark, LitOutline } from './ChosenMark.tsx'
import { Closer } from './Closer.tsx'
import { FadingEdge } from './FadingEdge.tsx'
import { Pins } from './Pins.tsx'
import { PlateView } from './PlateView.tsx'
import type { BodyMapPin } from './pin-layout.ts'
import { useMagnifier } from './use-magnifier.ts'
import { useMapKeys } from './use-map-keys.ts'
import { TEXT_PX, usePlateSize } from './use-plate-size.ts'
import './body-map.css'

export type BodyMapProps = {
  /** What chooses the view, layers and zoom: it stands above the map. */
  readonly tools: ReactNode
  readonly view: Aspect
  readonly zoom: Zoom
  readonly layers: readonly Layer[]
  readonly selected: Site | null
  readonly pins: readonly BodyMapPin[]
  /** Told of each tap before anything is chosen. */
  readonly onPoint?: (candidates: readonly SiteCandidate[]) => void
  readonly onSelect: (site: Site) => void
  readonly onPin: (needle: BodyMapPin['needle']) => void
}

/** Half of the least target: a finger that lands this far beside a muscle may still mean it. */
const REACH_PX = 12

type Asked = { readonly candidates: readonly SiteCandidate[]; readonly at: { readonly x: number; readonly y: number } }

export function BodyMap(props: BodyMapProps) {
  const { view, zoom, layers, selected, pins, onPin } = props
  const frame = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const hint = useId()
  const fade = useId()
  const body = zoomBox(zoom, view)
  const size = usePlateSize(frame, body)
  const { hasLabels } = size
  const textUnits = TEXT_PX / size.scale

  // What is near is known for the back; the other plates show where the organs lie only on the pages of the atlas.
  const chosenAt = selected === null ? null : pointFor(selected)
  const near = chosenAt === null ? [] : hazardsNear(chosenAt)
  const hazards = view === 'posterior' ? near.flatMap((hazard) => drawHazard(hazard.id, hazard.side)) : []
  const labelSide = !hasLabels ? 'none' : zoom === 'full' ? 'both' : 'left'
  // Rooms write the layers in place: only another choice of them is another plate.
  const layersKey = layers.join(' ')
  const plate = useMemo(() => {
    const shown = layersKey.split(' ') as Layer[]
    return drawPlate({ view, zoom, layers: shown, labels: labelSide, textUnits })
  }, [view, zoom, layersKey, labelSide, textUnits])
  const magnifier = useMagnifier(svg, plate.box, [view, zoom, labelSide].join(' '))
  // Pins, marks and fingers are measured on the screen, however close the look is.
  const scale = size.scale * magnifier.times
  const [flesh, lettering] = [plate.nodes.slice(0, 1), plate.nodes.slice(1)]

  const choose = (site: Site) => {
    setAsked(null)
    props.onSelect(site)
  }
  const keys = useMapKeys({ shown: { view, zoom, layers }, selected, onChoose: choose, onMove: props.onSelect })
  const lit = keys.cursor ?? selected
  const { x, y } = (lit === null ? null : pointFor(lit, view)) ?? { x: null, y: null }
  const follow = useEffectEvent(magnifier.show)
  useEffect(() => {
    if (x !== null && y !== null) follow({ x, y })
  }, [x, y])
  const onTap = (event: MouseEvent) => {
    // The list of candidates lies over the map, and its buttons answer for themselves.
    if (!(event.target instanceof SVGElement) || magnifier.wasMoved()) return
    const point = platePoint(svg.current, event)
    if (point === null || !isInBox(point, body)) return
    const candidates = siteAt(point, { view, layers, withinMm: (REACH_PX / scale) * MM_PER_UNIT })
    props.onPoint?.(candidates)
    const [first] = candidates
    if (first === undefined) setAsked(null)
    else if (candidates.length === 1) choose(first.site)
    else setAsked({ candidates, at: fractionOf(frame.current, event) })
  }
  return (
    <div className="bm">
      <div className="bm-tools">
        {props.tools}
        <Closer magnifier={magnifier} />
      </div>
      <div
        ref={frame}
        className="bm-view"
        role="application"
        tabIndex={0}
        aria-label={`Body map, ${zoomWords(zoom, view)}, ${ASPECT_WORDS[view]}${selected === null ? '' : `. Chosen: ${siteName(selected)}`}`}
        aria-describedby={hint}
        onKeyDown={keys.onKeyDown}
        onClick={onTap}
        onBlur={keys.leave}
      >
        <svg
          ref={svg}
          className="plate bm-plate"
          style={{ '--unit': 1 / scale } as CSSProperties}
          viewBox={viewBoxOf(magnifier.seen)}
          data-close={magnifier.times > 1 || undefined}
          {...magnifier.fingers}
        >
          <FadingEdge id={fade} body={body} isWhole={zoom === 'full'}>
            <PlateView nodes={flesh} lit={lit} textUnits={textUnits} />
            <PlateView nodes={hazards} lit={null} textUnits={textUnits} />
            {lit === null ? null : <LitOutline site={lit} view={view} />}
          </FadingEdge>
          <PlateView nodes={lettering} lit={lit} textUnits={textUnits} />
          {lit === null ? null : (
            <ChosenMark site={lit} view={view} isChosen={keys.cursor === null} body={body} scale={scale} />
          )}
          <Pins pins={pins.filter((pin) => isSeen(pin, view, body))} view={view} scale={scale} onPin={onPin} />
        </svg>
        {asked === null ? null : (
          <Candidates
            {...asked}
            isNarrow={!hasLabels}
            onChoose={(candidate) => {
              choose(candidate.site)
              frame.current?.focus()
            }}
            onClose={() => {
              setAsked(null)
              frame.current?.focus()
            }}
          />
        )}
        {keys.typed === '' ? null : <p className="bm-typed">{typedWords(keys.typed, keys.placeCount)}</p>}
        {near.length === 0 ? null : (
          <p className="bm-near">
            <b>Near:</b> {nearWords(near)}
          </p>
        )}
      </div>
      <p id={hint} className="bm-hidden">
        {MAP_HINT}
      </p>
      <p className="bm-hidden" aria-live="polite">
        {keys.typed !== '' && keys.placeCount === 0 ? typedWords(keys.typed, 0) : ''}
        {lit === null ? '' : `${spokenSite(lit)}${keys.cursor === null ? ', chosen' : ''}`}
      </p>
    </div>
  )
}

function viewBoxOf({ x0, y0, x1, y1 }: Box): string {
  return `${x0} ${y0} ${x1 - x0} ${y1 - y0}`
}

function isSeen(pin: BodyMapPin, view: Aspect, body: ReturnType<typeof zoomBox>): boolean {
  const at = pointFor(pin.site, view)
  return at !== null && isInBox(at, body)
}

/** The tap in plate units. */
function platePoint(svg: SVGSVGElement | null, event: MouseEvent): { readonly x: number; readonly y: number } | null {
  const matrix = svg?.getScreenCTM()
  if (!matrix) return null
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
  return { x, y }
}

function fractionOf(frame: HTMLElement | null, event: MouseEvent): { readonly x: number; readonly y: number } {
  if (frame === null) return { x: 0.5, y: 0.5 }
  const { left, top, width, height } = frame.getBoundingClientRect()
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
}

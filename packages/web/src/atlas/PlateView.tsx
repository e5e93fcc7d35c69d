/** A drawn plate as SVG: the tree of care/atlas, node by node. Memoised by node, so that lighting a muscle draws only it. */
import type { Level, PlateGroup, PlateNode, Site } from '@unknot/care/atlas'
import { layerName, muscleName } from '@unknot/care/atlas'
import { memo, useId } from 'react'

/** The muscle and the level that are lit. */
export type Lit = Pick<Site, 'muscle' | 'side' | 'level'> | null

type Props = { readonly nodes: readonly PlateNode[]; readonly lit: Lit; readonly textUnits: number }

export function PlateView({ nodes, lit, textUnits }: Props) {
  return nodes.map((node, index) => {
    // The tree of a plate never changes its order: the place is the key.
    const key = `${index}`
    if (node.kind !== 'group') return <Leaf key={key} node={node} textUnits={textUnits} />
    const isLit = lit !== null && isLitBy(node, lit)
    const holdsLit = node.class === 'flesh' || node.class === 'ruler'
    return <Group key={key} node={node} isLit={isLit} within={holdsLit ? lit : null} textUnits={textUnits} />
  })
}

function isLitBy({ is }: PlateGroup, lit: NonNullable<Lit>): boolean {
  if (is?.kind === 'muscle') return is.muscle === lit.muscle && is.side === lit.side
  return is?.kind === 'level' && is.level === lit.level
}

type GroupProps = {
  readonly node: PlateGroup
  readonly isLit: boolean
  readonly within: Lit
  readonly textUnits: number
}

const Group = memo(function Group({ node, isLit, within, textUnits }: GroupProps) {
  const clip = useId()
  const children = <PlateView nodes={node.children} lit={within} textUnits={textUnits} />
  const named = nameOf(node)
  return (
    <g
      className={[node.class, isLit ? 'lit' : ''].filter(Boolean).join(' ') || undefined}
      transform={node.mirrored ? 'scale(-1 1)' : undefined}
      clipPath={node.clip === undefined ? undefined : `url(#${clip})`}
      {...(named !== null && { role: 'img', 'aria-label': named })}
    >
      {node.clip === undefined ? null : (
        <clipPath id={clip}>
          <path d={node.clip} />
        </clipPath>
      )}
      {isLit && node.is?.kind === 'level' ? (
        <LevelPill level={node.is.level} node={node} textUnits={textUnits} />
      ) : (
        children
      )}
    </g>
  )
})

function nameOf({ is }: PlateGroup): string | null {
  if (is?.kind !== 'muscle') return null
  return `${is.side === 'right' ? 'Right' : 'Left'} ${muscleName(is.muscle).toLowerCase()}, ${layerName(is.layer)}`
}

/** The level of the chosen site stands out on the ruler by shape, not by colour alone. */
function LevelPill({ level, node, textUnits }: { level: Level; node: PlateGroup; textUnits: number }) {
  const text = node.children.find((child) => child.kind === 'text')
  if (text?.kind !== 'text') return null
  const [width, height] = [textUnits * 2.3, textUnits * 1.5]
  return (
    <>
      <rect
        className="rl-on"
        x={text.x - width / 2}
        y={text.y - textUnits * 0.35 - height / 2}
        width={width}
        height={height}
        rx={textUnits * 0.3}
      />
      <text className="on" x={text.x} y={text.y} textAnchor="middle" style={{ fontSize: textUnits }}>
        {level}
      </text>
    </>
  )
}

const Leaf = memo(function Leaf({ node, textUnits }: { node: Exclude<PlateNode, PlateGroup>; textUnits: number }) {
  const className = node.class || undefined
  if (node.kind === 'path') return <path className={className} d={node.d} />
  if (node.kind === 'circle') return <circle className={className} cx={node.x} cy={node.y} r={node.r} />
  return (
    <text className={className} x={node.x} y={node.y} textAnchor={node.anchor} style={{ fontSize: textUnits }}>
      {node.text}
    </text>
  )
})

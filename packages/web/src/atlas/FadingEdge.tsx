/** What is drawn fades out at the upper and lower edge of the part that is shown, as a plate in a book does. */
import type { Box } from '@unknot/care/atlas'
import type { ReactNode } from 'react'

type Props = { readonly id: string; readonly body: Box; readonly isWhole: boolean; readonly children: ReactNode }

export function FadingEdge({ id, body, isWhole, children }: Props) {
  if (isWhole) return <g>{children}</g>
  const [width, height] = [body.x1 - body.x0, body.y1 - body.y0]
  return (
    <>
      <linearGradient id={`${id}g`} x2="0" y2="1">
        <stop offset="0" stopColor="#000" />
        <stop offset="0.06" stopColor="#fff" />
        <stop offset="0.93" stopColor="#fff" />
        <stop offset="1" stopColor="#000" />
      </linearGradient>
      <mask id={id} maskUnits="userSpaceOnUse" x={body.x0} y={body.y0} width={width} height={height}>
        <rect x={body.x0} y={body.y0} width={width} height={height} fill={`url(#${id}g)`} />
      </mask>
      <g mask={`url(#${id})`}>{children}</g>
    </>
  )
}

import { expect, test } from 'vitest'
import { beginStroke, extendStroke, isSignature, pathOf, pointIn, type Strokes } from './strokes.ts'

const box = { width: 400, height: 150 }

function drawn(points: readonly (readonly [number, number])[]): Strokes {
  const [first = [0, 0], ...rest] = points
  const start = beginStroke([], pointIn(box, first[0], first[1]))
  return rest.reduce((strokes, [x, y]) => extendStroke(strokes, pointIn(box, x, y)), start)
}

test('points stay within the box, however far the finger slides', () => {
  expect(pointIn(box, -20, 900)).toEqual({ x: 0, y: 150 })
})

test('a stroke is thinned where it hardly moves', () => {
  const strokes = drawn([
    [10, 10],
    [10.5, 10],
    [10.9, 10.2],
    [14, 10],
  ])
  expect(strokes[0]).toEqual([
    { x: 10, y: 10 },
    { x: 14, y: 10 },
  ])
})

test('a dot is no signature, a line of some points is', () => {
  expect(isSignature(beginStroke([], { x: 5, y: 5 }))).toBe(false)
  expect(
    isSignature(
      drawn([
        [0, 0],
        [5, 5],
        [10, 0],
        [15, 5],
      ]),
    ),
  ).toBe(true)
})

test('no stroke and no list of strokes grows beyond what the server takes', () => {
  let strokes = beginStroke([], { x: 0, y: 0 })
  for (let i = 0; i < 5000; i++) strokes = extendStroke(strokes, { x: (i * 3) % 400, y: i % 150 })
  expect(strokes[0]?.length).toBe(2000)
  for (let i = 0; i < 500; i++) strokes = beginStroke(strokes, { x: 1, y: 1 })
  expect(strokes.length).toBe(200)
})

test('a dot is drawn so that it can be seen', () => {
  expect(pathOf([{ x: 3, y: 4 }])).toBe('M3 4L3.1 4')
})

/** A point of a line, in the units of its drawing; a week without a number has none. */
export interface Point {
  readonly x: number
  readonly y: number | null
}

export const DRAWING = {
  width: 640,
  narrow: 340,
  height: 200,
  left: 8,
  right: 8,
  top: 28,
  bottom: 34,
}

/** Where the numbers of weeks stand, evenly from left to right, from zero upwards. */
export function pointsOf(
  values: readonly (number | null)[],
  width: number = DRAWING.width,
): Point[] {
  const { height, left, right, top, bottom } = DRAWING
  const most = Math.max(1, ...values.map((value) => value ?? 0))
  const step = (width - left - right) / Math.max(1, values.length)
  return values.map((value, i) => ({
    x: left + step * (i + 0.5),
    y: value === null ? null : top + (height - top - bottom) * (1 - value / most),
  }))
}

/** The stretches of a line: a week without a number breaks it. */
export function stretches(points: readonly Point[]): string[] {
  const found: string[][] = [[]]
  for (const { x, y } of points) {
    if (y === null) found.push([])
    else found.at(-1)?.push(`${x.toFixed(1)},${y.toFixed(1)}`)
  }
  return found.filter((one) => one.length > 1).map((one) => one.join(' '))
}

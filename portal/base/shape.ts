export type Position = [number, number]
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The part of a ring inside a box (Sutherland and Hodgman): exact enough for a base that is only looked at. */
export function clip(ring: readonly Position[], [west, south, east, north]: Box): Position[] {
  const sides: [inside: (p: Position) => boolean, axis: 0 | 1, at: number][] = [
    [(p) => p[0] >= west, 0, west],
    [(p) => p[0] <= east, 0, east],
    [(p) => p[1] >= south, 1, south],
    [(p) => p[1] <= north, 1, north],
  ]
  let points = [...ring]
  for (const [inside, axis, at] of sides) {
    points = points.flatMap((point, i) => {
      const before = points.at(i - 1) as Position
      const crossing = inside(point) === inside(before) ? [] : [cross(before, point, axis, at)]
      return inside(point) ? [...crossing, point] : crossing
    })
  }
  const first = points[0]
  return first === undefined ? [] : [...points, first]
}

function cross(a: Position, b: Position, axis: 0 | 1, at: number): Position {
  const share = (at - a[axis]) / (b[axis] - a[axis])
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

/** Fewer points, none further off than the tolerance in degrees (Douglas and Peucker), rounded to ten metres. */
export function simplify(ring: readonly Position[], tolerance: number): Position[] {
  if (ring.length < 4) return []
  const far = ring.reduce(
    (best, point, i) => (gap(point, ring[0]!) > gap(ring[best]!, ring[0]!) ? i : best),
    0,
  )
  const halves = [ring.slice(0, far + 1), ring.slice(far)]
  const [there = [], back = []] = halves.map((half) => thin(half, tolerance))
  return [...there, ...back.slice(1)].map(([x, y]) => [round(x), round(y)])
}

function thin(line: readonly Position[], tolerance: number): Position[] {
  const [first, last] = [line[0]!, line.at(-1)!]
  let [worst, at] = [0, 0]
  line.forEach((point, i) => {
    const distance = offLine(point, first, last)
    if (distance > worst) [worst, at] = [distance, i]
  })
  if (worst <= tolerance) return line.length > 1 ? [first, last] : [first]
  return [...thin(line.slice(0, at + 1), tolerance), ...thin(line.slice(at), tolerance).slice(1)]
}

function offLine(p: Position, a: Position, b: Position): number {
  const length = gap(a, b)
  if (length === 0) return gap(p, a)
  return Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length
}

const gap = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1])
const round = (value: number) => Math.round(value * 10_000) / 10_000

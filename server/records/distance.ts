import type { Position } from './datum.ts'

const RADIUS = 6_371_008.8 // metres, the mean radius of the earth (IUGG)
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine). */
export function distance(a: Position, b: Position): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const lon = Math.sin(radians(b.lon - a.lon) / 2) ** 2
  const share = lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lon
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(share)))
}

type Ring = readonly (readonly number[])[]
type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }

/** How many metres a position lies outside an outline; 0 inside. Holes count as inside. */
export function metresOutside(position: Position, outline: object): number {
  const geometry = outline as Geometry
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.flatMap(([outer]) => (outer === undefined ? [] : [outer]))
  if (rings.some((ring) => encloses(ring, position))) return 0
  return Math.min(...rings.map((ring) => toEdge(ring, position)))
}

function encloses(ring: Ring, { lon, lat }: Position): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    const [x2 = 0, y2 = 0] = ring[j] ?? []
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** On a plane that touches the earth at the position: exact enough for tens of kilometres. */
function toEdge(ring: Ring, { lon, lat }: Position): number {
  const metres = radians(1) * RADIUS
  const wide = metres * Math.cos(radians(lat))
  const flat = ring.map(([x = 0, y = 0]) => [(x - lon) * wide, (y - lat) * metres] as const)
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 1; i < flat.length; i++) {
    const [[x1, y1], [x2, y2]] = [flat[i - 1]!, flat[i]!]
    const [dx, dy] = [x2 - x1, y2 - y1]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length))
    nearest = Math.min(nearest, Math.hypot(x1 + along * dx, y1 + along * dy))
  }
  return nearest
}

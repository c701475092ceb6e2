import { type RawBuilder, sql } from 'kysely'
import type { Position } from './datum.ts'
import { distance } from './distance.ts'

// The haversine of a distance grows as the distance does, and needs no root: what is compared is compared as one.

const radians = (degrees: number) => (degrees * Math.PI) / 180
const square = (value: number) => value * value
const METRES_A_DEGREE = distance({ lon: 0, lat: 0 }, { lon: 0, lat: 1 })

/** Of a distance in metres. */
export function haversineOf(metres: number): number {
  return square(Math.sin(radians(Math.min(180, metres / METRES_A_DEGREE)) / 2))
}

/** The angle of a haversine, and a hair more: nothing as near as that differs more in latitude. */
export function degreesOf(haversine: number): number {
  return (2 * Math.asin(Math.min(1, Math.sqrt(haversine))) * 180) / Math.PI + 1e-9
}

/** From a point to the `lat` and `lon` of a row. */
export function haversineTo({ lat, lon }: Position): RawBuilder<number> {
  const north = sql`sin(radians(lat - ${lat}) / 2)`
  const east = sql`sin(radians(lon - ${lon}) / 2)`
  const narrow = sql`${Math.cos(radians(lat))} * cos(radians(lat))`
  return sql<number>`(${north} * ${north} + ${narrow} * ${east} * ${east})`
}

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Between which two nothing in a box lies: not nearer than the first, not farther than the second. */
export function boundsTo({ lat, lon }: Position, box: Box): { near: number; far: number } {
  const { west, south, east, north } = box
  const cosines = [south, north].map((one) => Math.cos(radians(one)))
  const widest = south <= 0 && north >= 0 ? 1 : Math.max(...cosines)
  const turns = [west, east].map((one) => turn(one, lon))
  const isAbove = Math.abs(turn((west + east) / 2, lon)) <= (east - west) / 2
  const opposite = turn((west + east) / 2, lon + 180)
  const reachesRound = Math.abs(opposite) <= (east - west) / 2
  const narrow = (cosine: number, degrees: number) =>
    Math.cos(radians(lat)) * cosine * square(Math.sin(radians(degrees) / 2))
  const high = (degrees: number) => square(Math.sin(radians(degrees) / 2))
  const leastEast = isAbove ? 0 : Math.min(...turns.map(Math.abs))
  const mostEast = reachesRound ? 180 : Math.max(...turns.map(Math.abs))
  const leastNorth = Math.max(0, south - lat, lat - north)
  const mostNorth = Math.max(Math.abs(lat - south), Math.abs(lat - north))
  return {
    near: high(leastNorth) + narrow(Math.min(...cosines), leastEast),
    far: Math.min(1, high(mostNorth) + narrow(widest, mostEast)),
  }
}

/** From one meridian to another, the shorter way round: -180 to 180. */
function turn(from: number, to: number): number {
  return ((((to - from + 180) % 360) + 360) % 360) - 180
}

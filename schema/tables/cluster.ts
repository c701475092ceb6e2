/**
 * The stations of one region in one square of the map, counted once for each span of revisions in which none of
 * them changed: what a map of many is read from. It follows from the stations and says nothing of its own.
 */
export interface ClusterTable {
  /** How often the side of the square was halved: 90° at 0, 0.0014° at 16. */
  level: number
  /** Squares from the south pole northwards, and from 180° W eastwards. */
  y: number
  x: number
  region: string
  since: number
  until: number | null
  count: number
  /** How many of them are known to the street at least: those that have metres. */
  located: number
  /** Sums of positions in millionths of a degree. */
  lats: number
  lons: number
  west: number
  south: number
  east: number
  north: number
  /** The least of the ids. */
  first: string
}

import type L from 'leaflet'

/** A circle with a number: several stations, the box around them, and where it is drawn. */
export interface Cluster {
  readonly count: number
  readonly box: readonly [number, number, number, number]
  readonly point: { readonly lat: number; readonly lon: number }
}

/** How wide a cluster is drawn, in pixels. */
export const sideOf = (count: number) => (count < 10 ? 44 : count < 100 ? 50 : 58)

/** Clusters that would lie upon each other become one, the largest first; as many stations as before. */
export function merged(map: L.Map, clusters: readonly Cluster[]): Cluster[] {
  const apart: Cluster[] = []
  for (const one of [...clusters].sort((a, b) => b.count - a.count)) {
    const near = apart.findIndex((other) => overlap(map, one, other))
    const other = apart[near]
    if (other === undefined) apart.push(one)
    else apart[near] = together(other, one)
  }
  return apart.length < clusters.length ? merged(map, apart) : apart
}

/** Touching is no fault; half hidden is one. */
function overlap(map: L.Map, one: Cluster, other: Cluster): boolean {
  const reach = (sideOf(one.count) + sideOf(other.count)) * 0.4
  return at(map, one).distanceTo(at(map, other)) < reach
}

const at = (map: L.Map, { point }: Cluster) => map.latLngToLayerPoint([point.lat, point.lon])

function together(one: Cluster, other: Cluster): Cluster {
  const count = one.count + other.count
  const mean = (a: number, b: number) => (a * one.count + b * other.count) / count
  const [west, south, east, north] = one.box
  const [w, s, e, n] = other.box
  return {
    count,
    box: [Math.min(west, w), Math.min(south, s), Math.max(east, e), Math.max(north, n)],
    point: {
      lat: mean(one.point.lat, other.point.lat),
      lon: mean(one.point.lon, other.point.lon),
    },
  }
}

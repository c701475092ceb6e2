export type Position = readonly [longitude: number, latitude: number]
type Ring = readonly Position[]

export type Area =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }

/** Even-odd rule over every ring, so that holes and islands need no special care. */
export function contains(area: Area, point: Position): boolean {
  return ringsOf(area).filter((ring) => crosses(ring, point)).length % 2 === 1
}

export function ringsOf(area: Area): readonly Ring[] {
  return area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
}

function crosses(ring: Ring, [x, y]: Position): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[j]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

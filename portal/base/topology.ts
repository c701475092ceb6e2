import type { Position } from './shape.ts'

/** As much of TopoJSON as the outlines of the neighbours need. */
export interface Topology {
  readonly transform: { readonly scale: Position; readonly translate: Position }
  readonly arcs: readonly (readonly Position[])[]
  readonly objects: Readonly<
    Record<
      string,
      {
        readonly geometries: readonly {
          readonly type: 'Polygon' | 'MultiPolygon'
          readonly arcs: unknown
          readonly properties: { readonly city_code: string }
        }[]
      }
    >
  >
}

/** Every ring of every shape of an object, in degrees. */
export function ringsOfAll(topology: Topology, object: string) {
  const { scale, translate } = topology.transform
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]): Position => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
  })
  const ringOf = (indices: readonly number[]) =>
    indices.flatMap((i, nth) => {
      const arc = i < 0 ? [...arcs[~i]!].reverse() : arcs[i]!
      return nth === 0 ? arc : arc.slice(1)
    })
  return (topology.objects[object]?.geometries ?? []).map(({ type, arcs: shape, properties }) => {
    const rings = type === 'Polygon' ? (shape as number[][]) : (shape as number[][][]).flat()
    return { code: properties.city_code, rings: rings.map(ringOf) }
  })
}

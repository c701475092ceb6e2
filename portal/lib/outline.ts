type Ring = readonly (readonly [number, number])[]

interface Geometry {
  readonly type: string
  readonly coordinates: unknown
}

export interface Shape {
  readonly name?: string
  readonly href?: string
  readonly geometry: Geometry | null
  readonly centre?: { readonly lat: number; readonly lon: number } | null
}

const WIDTH = 600

/** A picture of areas and points as SVG paths, north up, degrees squeezed by the latitude; null without a shape. */
export function outline(
  shapes: readonly Shape[],
  points: readonly { readonly lat: number; readonly lon: number }[],
) {
  const areas = shapes.map((shape) => ({ ...shape, rings: ringsOf(shape.geometry) }))
  const all = areas.flatMap(({ rings }) => rings.flat())
  if (all.length === 0) return null
  const west = Math.min(...all.map(([lon]) => lon))
  const east = Math.max(...all.map(([lon]) => lon))
  const south = Math.min(...all.map(([, lat]) => lat))
  const north = Math.max(...all.map(([, lat]) => lat))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (WIDTH - 24) / ((east - west) * squeeze)
  const x = (lon: number) => round(12 + (lon - west) * squeeze * scale)
  const y = (lat: number) => round(12 + (north - lat) * scale)
  const pathOf = (ring: Ring) => `M${ring.map(([lon, lat]) => `${x(lon)} ${y(lat)}`).join('L')}Z`
  const height = round((north - south) * scale + 24)
  return {
    width: WIDTH,
    height,
    unit: round(Math.max(1, height / 420)),
    areas: areas.map(({ name, href, centre, rings }) => ({
      name,
      href,
      d: rings.map(pathOf).join(''),
      ...(centre && { x: x(centre.lon), y: y(centre.lat) }),
    })),
    dots: points.map(({ lat, lon }) => ({ x: x(lon), y: y(lat) })),
  }
}

function ringsOf(geometry: Geometry | null): Ring[] {
  if (geometry === null) return []
  if (geometry.type === 'Polygon') return geometry.coordinates as Ring[]
  if (geometry.type === 'MultiPolygon') return (geometry.coordinates as Ring[][]).flat()
  return []
}

const round = (value: number) => Math.round(value * 10) / 10

import { readFileSync, writeFileSync } from 'node:fs'
import { COUNTY_NAMES } from './names.ts'
import { clip, type Position, simplify } from './shape.ts'
import { ringsOfAll, type Topology } from './topology.ts'

// Makes portal/public/base/ from seeds/real/geo/:
// node --import tsx portal/base/make.ts

const SEEDS = new URL('../../seeds/real/geo/', import.meta.url)
const BASE = new URL('../public/base/', import.meta.url)
const CITIES = ['140400', '440800', '441200', '441300']
const MARGIN = 0.6
const SEA_TOLERANCE = 0.0025
const OPEN_TOLERANCE = 0.015
const FAR_TOLERANCE = 0.015
const ATTRIBUTION =
  '示意图 schematic · sea © OpenStreetMap contributors (ODbL 1.0) · towns GeoNames (CC BY 4.0)'

interface Feature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, SEEDS), 'utf8'))
const sea: Position[][][] = read('sea-guangdong-osm.geojson').geometries[0].coordinates
const towns: Feature[] = read('towns-4cities-geonames.geojson').features
const far = ringsOfAll(read('prefectures-guangdong-shanxi.topo.json') as Topology, 'prefectures')

const index = CITIES.map((code) => {
  const counties: Feature[] = read(`counties-${code}.geojson`).features
  const bbox = boxOf(counties)
  const wide = bbox.map((side, i) => side + (i < 2 ? -MARGIN : MARGIN)) as [
    number,
    number,
    number,
    number,
  ]
  const cut = (rings: readonly Position[][]) =>
    thinned(
      rings.map((ring) => clip(ring, wide)),
      SEA_TOLERANCE,
    )

  const features = [
    ...counties.map(({ properties, geometry }) => ({
      type: 'Feature',
      properties: {
        kind: 'county',
        name: properties.name,
        en: COUNTY_NAMES[String(properties.code)]?.replace(/ (County|District|City)$/, ''),
        label: properties.label,
      },
      geometry,
    })),
    ...sea.flatMap((polygon) => {
      const rings = cut(polygon)
      return rings.length > 0 ? [area('sea', rings)] : []
    }),
    ...towns
      .filter((one) => one.properties.city_code === code)
      .map(({ properties, geometry }) => ({
        type: 'Feature',
        properties: {
          kind: 'town',
          name: properties.name_zh,
          en: properties.name,
          label: geometry.coordinates,
        },
        geometry: null,
      })),
  ]
  write(code, { type: 'FeatureCollection', attribution: ATTRIBUTION, features })
  return { code, bbox: wide.map((side) => Math.round(side * 100) / 100) }
})
write('index', index)

/** What lies under every city: both provinces whole, and the sea as far as it is known, both coarse. */
write('ground', {
  type: 'FeatureCollection',
  attribution: ATTRIBUTION,
  features: [
    ...sea.flatMap((polygon) => {
      const rings = thinned(polygon, OPEN_TOLERANCE)
      return rings.length > 0 ? [area('open', rings)] : []
    }),
    ...far.flatMap(({ rings }) => thinned(rings, FAR_TOLERANCE)).map((ring) => area('far', [ring])),
  ],
})

function thinned(rings: readonly Position[][], tolerance: number): Position[][] {
  return rings.map((ring) => simplify(ring, tolerance)).filter((ring) => ring.length > 3)
}

function area(kind: string, coordinates: readonly Position[][]) {
  return { type: 'Feature', properties: { kind }, geometry: { type: 'Polygon', coordinates } }
}

function boxOf(features: readonly Feature[]): [number, number, number, number] {
  const all = (features.map((one) => one.geometry.coordinates) as unknown[])
    .flat(4)
    .filter(Number.isFinite) as number[]
  const lons = all.filter((_, i) => i % 2 === 0)
  const lats = all.filter((_, i) => i % 2 === 1)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

function write(name: string, value: unknown): void {
  writeFileSync(new URL(`${name}.json`, BASE), `${JSON.stringify(value)}\n`)
}

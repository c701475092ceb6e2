import L from 'leaflet'
import { baseOf } from './base.ts'
import { gcj02, wgs84 } from './gcj02.ts'

interface Tiles {
  readonly layers: readonly string[]
  readonly subdomains: string
  readonly datum: string
  readonly attribution: string
}

export const tilesOf = (frame: HTMLElement): Tiles | null =>
  frame.dataset.tiles === undefined ? null : JSON.parse(frame.dataset.tiles)

const mercator = L.Projection.SphericalMercator

/** Everything on the map is WGS 84; where its tiles are not, the projection makes up for it, and nothing shifts. */
export function crsOf(tiles: Tiles | null): L.CRS {
  if (tiles?.datum !== 'GCJ02') return L.CRS.EPSG3857
  const projection: L.Projection = {
    bounds: mercator.bounds,
    project: ({ lat, lng }) => {
      const shown = gcj02({ lat, lon: lng })
      return mercator.project(L.latLng(shown.lat, shown.lon))
    },
    unproject: (point) => {
      const { lat, lng } = mercator.unproject(point)
      const meant = wgs84({ lat, lon: lng })
      return L.latLng(meant.lat, meant.lon)
    },
  }
  return Object.assign(Object.create(L.CRS.EPSG3857), { projection })
}

/** The ground of the map: the office's tiles; the schematic base where there are none, or none comes. */
export async function groundOf(map: L.Map, frame: HTMLElement): Promise<void> {
  const tiles = tilesOf(frame)
  if (tiles === null) return schematic(map, frame)
  const { layers, subdomains, attribution } = tiles
  const grounds = layers.map((template) => L.tileLayer(template, { subdomains, maxZoom: 18 }))
  map.attributionControl.addAttribution(escaped(attribution))
  let came = false
  let gone = false
  const [first] = grounds
  first?.on('tileload', () => {
    came = true
  })
  first?.on('tileerror', () => {
    if (came || gone) return
    gone = true
    for (const ground of grounds) ground.remove()
    map.attributionControl.removeAttribution(escaped(attribution))
    void schematic(map, frame)
  })
  for (const ground of grounds) ground.addTo(map)
}

async function schematic(map: L.Map, frame: HTMLElement): Promise<void> {
  const { schematic: word = '', towns = '' } = frame.dataset
  map.setMaxZoom(15)
  map.attributionControl.addAttribution(
    `${word} · © OpenStreetMap (ODbL) · GeoNames (CC BY) ${towns}`,
  )
  await baseOf(map, frame.dataset.lang ?? 'zh')
  frame.dataset.ground = 'schematic'
}

function escaped(text: string): string {
  const box = document.createElement('div')
  box.textContent = text
  return box.innerHTML
}

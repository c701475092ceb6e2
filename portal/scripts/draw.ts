import L from 'leaflet'
import { clustersOf, extentOf } from './clusters.ts'
import { crsOf, groundOf, tilesOf } from './ground.ts'
import { type Item, mark } from './mark.ts'

const WHOLE = L.latLngBounds([20.1, 109.5], [37.3, 115.6])

/** Draws the ground and one mark for each item; where more fit than the items, all of them, in clusters. */
export async function draw(frame: HTMLElement, items: readonly Item[]): Promise<L.Map> {
  const tiles = tilesOf(frame)
  const map = L.map(frame, {
    crs: crsOf(tiles),
    zoomControl: false,
    minZoom: 5,
    maxZoom: tiles === null ? 15 : 18,
    scrollWheelZoom: false,
    maxBounds: WHOLE.pad(0.5),
  })
  const { in: zoomInTitle = '+', out: zoomOutTitle = '-' } = frame.dataset
  L.control.zoom({ zoomInTitle, zoomOutTitle }).addTo(map)
  map.attributionControl.setPrefix(false)
  const all = frame.dataset.all !== undefined
  const extent = all ? await extentOf(frame, WHOLE) : null
  const bounds = extent ?? L.latLngBounds(items.map(({ lat, lon }) => [lat, lon]))
  const start = startOf(frame)
  if (start !== null) bounds.extend(start)
  const maxZoom = items.length === 1 && !all ? 11 : 13 // a lone mark needs its surroundings
  map.fitBounds(bounds.isValid() ? bounds.pad(all ? 0.05 : 0.15) : WHOLE, {
    maxZoom,
    animate: false,
  })
  await groundOf(map, frame)
  if (!all) for (const item of items) mark(item).addTo(map)
  else await clustersOf(map, frame)
  if (start !== null) {
    const ring = { radius: 11, className: 'start', interactive: false }
    L.circleMarker(start, ring).addTo(map)
  }
  return map
}

/** The place that the list begins at; null for a list that begins at none. */
function startOf({ dataset: { from } }: HTMLElement): L.LatLng | null {
  if (from === undefined) return null
  const { lat, lon } = JSON.parse(from)
  return L.latLng(lat, lon)
}

import L from 'leaflet'
import { baseOf } from './base.ts'
import { clustersOf } from './clusters.ts'
import { type Item, mark } from './mark.ts'

const WHOLE = L.latLngBounds([20.1, 109.5], [37.3, 115.6])

/** Draws the schematic base and one mark for each item; where more fit than the items, all of them, in clusters. */
export async function draw(frame: HTMLElement, items: readonly Item[]): Promise<L.Map> {
  const { schematic = '', towns = '' } = frame.dataset
  const map = L.map(frame, {
    zoomControl: false,
    minZoom: 5,
    maxZoom: 15,
    scrollWheelZoom: false,
    maxBounds: WHOLE.pad(0.5),
  })
  const { in: zoomInTitle = '+', out: zoomOutTitle = '-' } = frame.dataset
  L.control.zoom({ zoomInTitle, zoomOutTitle }).addTo(map)
  map.attributionControl.setPrefix(false)
  map.attributionControl.addAttribution(
    `${schematic} · © OpenStreetMap (ODbL) · GeoNames (CC BY) ${towns}`,
  )

  const bounds = L.latLngBounds(items.map(({ lat, lon }) => [lat, lon]))
  const maxZoom = items.length === 1 ? 11 : 13 // a lone mark needs its surroundings
  map.fitBounds(bounds.isValid() ? bounds.pad(0.15) : WHOLE, { maxZoom, animate: false })
  await baseOf(map, frame.dataset.lang ?? 'zh')
  if (frame.dataset.all === undefined) for (const item of items) mark(item).addTo(map)
  else await clustersOf(map, frame)
  return map
}

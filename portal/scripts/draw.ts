import L from 'leaflet'
import { baseOf } from './base.ts'

export interface Item {
  readonly lat: number
  readonly lon: number
  readonly name: string
  readonly href?: string
  readonly address: string
}

const WHOLE = L.latLngBounds([20.1, 109.5], [37.3, 115.6])

/** Draws the schematic base and one marker for each item. */
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
  for (const item of items) mark(map, item)
  return map
}

function mark(map: L.Map, item: Item): void {
  const marker = L.circleMarker([item.lat, item.lon], { radius: 9, className: 'station' })
  marker.bindPopup(popupOf(item), { minWidth: 180, maxWidth: 260 }).addTo(map)
  const element = marker.getElement()
  if (!(element instanceof SVGElement)) return
  element.setAttribute('tabindex', '0')
  element.setAttribute('role', 'button')
  element.setAttribute('aria-label', item.name)
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    marker.openPopup()
  })
}

/** Text nodes only: a name from a register must never become markup. */
function popupOf({ name, href, address }: Item): HTMLElement {
  const box = document.createElement('div')
  const title = document.createElement(href === undefined ? 'strong' : 'a')
  title.textContent = name
  if (href !== undefined) title.setAttribute('href', href)
  const place = document.createElement('div')
  place.textContent = address
  box.append(title, place)
  return box
}

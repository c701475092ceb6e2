import L from 'leaflet'

export interface Item {
  readonly lat: number
  readonly lon: number
  readonly name: string
  readonly href?: string
  readonly address: string
}

/** The mark of one station: a button for the keyboard and for who hears the page. */
export function mark(item: Item): L.Layer {
  const marker = L.circleMarker([item.lat, item.lon], { radius: 9, className: 'station' })
  marker.bindPopup(popupOf(item), { minWidth: 180, maxWidth: 260 })
  marker.on('add', () => {
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
  })
  return marker
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

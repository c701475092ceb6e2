import type { Map as LeafletMap } from 'leaflet'

/** Loads the map when its frame comes near the window: who only reads the list pays nothing for it. */
for (const frame of document.querySelectorAll<HTMLElement>('[data-map]')) {
  const seen = new IntersectionObserver(
    async (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      seen.disconnect()
      const { draw } = await import('./draw.ts')
      const map: LeafletMap = await draw(frame, itemsOf(frame.dataset.map ?? ''))
      frame.dataset.ready = String(map.getZoom())
    },
    { rootMargin: '200px' },
  )
  seen.observe(frame)
}

/** The markers are the items of the list, no more and no fewer. */
function itemsOf(id: string) {
  const items = document.querySelectorAll<HTMLElement>(`#${CSS.escape(id)} [data-lat]`)
  return [...items].map((item) => {
    const link = item.querySelector('a')
    return {
      lat: Number(item.dataset.lat),
      lon: Number(item.dataset.lon),
      name: link?.textContent ?? item.dataset.name ?? '',
      href: link?.href,
      address: item.querySelector('[data-address]')?.textContent ?? '',
    }
  })
}

import L from 'leaflet'
import query from '../queries/map.graphql?raw'
import { type Item, mark } from './mark.ts'
import { type Cluster, merged, sideOf } from './merge.ts'

interface Shown {
  readonly totalCount: number
  readonly clusters: readonly Cluster[]
  readonly stations: readonly {
    readonly id: string
    readonly name: string
    readonly address: string | null
    readonly location: { readonly lat: number; readonly lon: number }
  }[]
}

/** Shows every station that fits, alone or in clusters, now and after each move of the map. */
export async function clustersOf(map: L.Map, frame: HTMLElement): Promise<void> {
  const layer = L.layerGroup().addTo(map)
  const said = document.querySelector<HTMLElement>('#map-said')!
  let asked = 0
  const show = async () => {
    const mine = ++asked
    const shown = await ask(frame, boxOf(map.getBounds()), map.getZoom()).catch(() => null)
    if (mine !== asked) return // the map has moved on
    if (shown === null) {
      said.textContent = frame.dataset.failed ?? ''
      return
    }
    layer.clearLayers()
    for (const { id, name, address, location } of shown.stations) {
      const href = `/${frame.dataset.lang}/stations/${encodeURIComponent(id.slice('station:'.length))}${frame.dataset.mode ?? ''}`
      const item: Item = { ...location, name, href, address: address ?? '' }
      mark(item).addTo(layer)
    }
    const last = map.getZoom() >= map.getMaxZoom() // what lies together there is shown where it lies
    const clusters = last ? shown.clusters : merged(map, shown.clusters)
    for (const cluster of clusters) clusterOf(map, frame, cluster).addTo(layer)
    said.textContent = fill(frame.dataset.shown, shown.totalCount)
    frame.dataset.count = String(shown.totalCount)
  }
  map.on('moveend', show)
  await show()
}

/** What everything that fits takes up; null where nothing does, or nobody answers. */
export async function extentOf(
  frame: HTMLElement,
  whole: L.LatLngBounds,
): Promise<L.LatLngBounds | null> {
  const shown = await ask(frame, boxOf(whole), FARTHEST).catch(() => null)
  if (shown === null || shown.totalCount === 0) return null
  const extent = L.latLngBounds([])
  for (const { box } of shown.clusters) {
    const [west, south, east, north] = box
    extent.extend([south, west]).extend([north, east])
  }
  for (const { location } of shown.stations) extent.extend([location.lat, location.lon])
  return extent
}

const FARTHEST = 5 // the zoom of the widest view

function boxOf(bounds: L.LatLngBounds) {
  const within = (degrees: number, most: number) => Math.min(most, Math.max(-most, degrees))
  return {
    west: within(bounds.getWest(), 180),
    south: within(bounds.getSouth(), 90),
    east: within(bounds.getEast(), 180),
    north: within(bounds.getNorth(), 90),
  }
}

async function ask(frame: HTMLElement, box: object, zoom: number): Promise<Shown> {
  const filter = JSON.parse(frame.dataset.all ?? '{}')
  const lang = frame.dataset.lang === 'en' ? 'EN' : 'ZH'
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { box, zoom, filter, lang } }),
  })
  const { data } = await answer.json()
  return data.stationMap
}

/** A cluster is a button: it says how many it holds, and opens them. */
function clusterOf(map: L.Map, frame: HTMLElement, { count, box, point }: Cluster): L.Layer {
  const [west, south, east, north] = box
  const bounds = L.latLngBounds([south, west], [north, east])
  const last = map.getZoom() >= map.getMaxZoom()
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = String(count)
  button.setAttribute(
    'aria-label',
    fill(last ? frame.dataset.together : frame.dataset.cluster, count),
  )
  button.addEventListener('click', () => {
    if (last) return
    frame.focus({ preventScroll: true }) // the button goes with the old view
    const before = map.getZoom()
    map.fitBounds(bounds.pad(0.2), { animate: false })
    if (map.getZoom() <= before)
      map.setZoomAround(bounds.getCenter(), before + 1, { animate: false })
  })
  const side = sideOf(count)
  const icon = L.divIcon({ html: button, className: 'cluster', iconSize: [side, side] })
  return L.marker([point.lat, point.lon], { icon, keyboard: false })
}

const fill = (words: string | undefined, n: number) => (words ?? '').replaceAll('{n}', String(n))

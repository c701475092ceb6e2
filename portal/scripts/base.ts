import L from 'leaflet'

interface City {
  readonly code: string
  /** West, south, east, north. */
  readonly bbox: readonly [number, number, number, number]
}

const TOWNS_FROM_ZOOM = 11
const COUNTIES_FROM_ZOOM = 8

/** Draws the base of every city that the window of the map touches, now and after each move. */
export async function baseOf(map: L.Map, lang: string): Promise<void> {
  const cities: City[] = await read('index')
  const drawn = new Set<string>()
  const more = async () => {
    const near = cities.filter(({ code, bbox }) => !drawn.has(code) && touches(map, bbox))
    for (const { code } of near) drawn.add(code)
    await Promise.all(near.map(async ({ code }) => drawCity(map, await read(code), lang)))
  }
  const layers = ['far', 'county', 'sea']
  for (const [i, name] of layers.entries()) map.createPane(name).style.zIndex = String(210 + i)
  map.createPane('names').style.zIndex = '390'
  map.on('moveend', more)
  await more()
}

async function read<T>(name: string): Promise<T> {
  const answer = await fetch(`/base/${name}.json`)
  return answer.json()
}

function touches(map: L.Map, [west, south, east, north]: City['bbox']): boolean {
  return map.getBounds().intersects([
    [south, west],
    [north, east],
  ])
}

function drawCity(map: L.Map, shapes: GeoJSON.FeatureCollection, lang: string): void {
  const areas = (kind: string) => shapes.features.filter((one) => one.properties?.kind === kind)
  for (const kind of ['far', 'county', 'sea']) {
    const style = { className: kind, interactive: false }
    L.geoJSON(areas(kind), { pane: kind, interactive: false, style: () => style }).addTo(map)
  }
  const counties = L.layerGroup(areas('county').map((one) => nameOf(one, 'county', lang)))
  const towns = L.layerGroup(areas('town').map((one) => nameOf(one, 'town', lang)))
  const show = () => {
    const zoom = map.getZoom()
    if (zoom >= COUNTIES_FROM_ZOOM && zoom < TOWNS_FROM_ZOOM) counties.addTo(map)
    else counties.remove()
    if (zoom >= TOWNS_FROM_ZOOM) towns.addTo(map)
    else towns.remove()
  }
  map.on('zoomend', show)
  show()
}

function nameOf({ properties }: GeoJSON.Feature, kind: string, lang: string): L.Layer {
  const [lon, lat] = properties?.label ?? [0, 0]
  const text = document.createElement('span')
  text.textContent = (lang === 'en' && properties?.en) || properties?.name
  return L.tooltip([lat, lon], {
    permanent: true,
    direction: 'center',
    className: `place ${kind}`,
    pane: 'names',
    interactive: false,
    content: text,
  })
}

import L from 'leaflet'

interface City {
  readonly code: string
  /** West, south, east, north. */
  readonly bbox: readonly [number, number, number, number]
}

const TOWNS_FROM_ZOOM = 11
const COUNTIES_FROM_ZOOM = 8
const WIDE_BELOW_ZOOM = 7

/** Draws the base of every city that the window of the map touches, now and after each move. */
export async function baseOf(map: L.Map, lang: string): Promise<void> {
  const cities: City[] = await read('index')
  const drawn = new Set<string>()
  const more = async () => {
    const near = cities.filter(({ code, bbox }) => !drawn.has(code) && touches(map, bbox))
    for (const { code } of near) drawn.add(code)
    await Promise.all(near.map(async ({ code }) => drawCity(map, await read(code), lang)))
  }
  const layers = ['open', 'far', 'county', 'sea']
  for (const [i, name] of layers.entries()) map.createPane(name).style.zIndex = String(210 + i)
  map.createPane('names').style.zIndex = '390'
  const widen = () => map.getContainer().classList.toggle('wide', map.getZoom() < WIDE_BELOW_ZOOM)
  map.on('zoomend', widen)
  widen()
  map.on('moveend', more)
  drawAreas(map, await read('ground'), ['open', 'far'])
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
  drawAreas(map, shapes, ['county', 'sea'])
  const counties = areasOf(shapes, 'county').map((one) => nameOf(one, 'county', lang))
  const towns = areasOf(shapes, 'town').map((one) => nameOf(one, 'town', lang))
  const shown = L.layerGroup().addTo(map)
  const show = () => {
    const zoom = map.getZoom()
    shown.clearLayers()
    if (zoom < COUNTIES_FROM_ZOOM) return
    for (const one of legible(map, zoom < TOWNS_FROM_ZOOM ? counties : towns)) shown.addLayer(one)
  }
  map.on('zoomend', show)
  show()
}

const areasOf = ({ features }: GeoJSON.FeatureCollection, kind: string) =>
  features.filter((one) => one.properties?.kind === kind)

function drawAreas(map: L.Map, shapes: GeoJSON.FeatureCollection, kinds: readonly string[]): void {
  for (const kind of kinds) {
    const style = { className: kind, interactive: false }
    const options = { pane: kind, interactive: false, style: () => style }
    L.geoJSON(areasOf(shapes, kind), options).addTo(map)
  }
}

const LETTER = 14 // pixels, a Chinese character; a Latin letter takes half
const LINE = 18

/** The names that do not lie upon each other, the first ones first. */
function legible(map: L.Map, names: readonly Name[]): L.Layer[] {
  const taken: L.Bounds[] = []
  return names.flatMap(({ at, text, layer }) => {
    const middle = map.latLngToLayerPoint(at)
    const wide = [...text].reduce((sum, one) => sum + (one < '\u0250' ? LETTER / 2 : LETTER), 0)
    const half = L.point(wide / 2, LINE / 2)
    const box = L.bounds(middle.subtract(half), middle.add(half))
    if (taken.some((one) => one.overlaps(box))) return []
    taken.push(box)
    return [layer]
  })
}

interface Name {
  readonly at: L.LatLngTuple
  readonly text: string
  readonly layer: L.Layer
}

function nameOf({ properties }: GeoJSON.Feature, kind: string, lang: string): Name {
  const [lon, lat] = properties?.label ?? [0, 0]
  const text = String((lang === 'en' && properties?.en) || properties?.name)
  const content = document.createElement('span')
  content.textContent = text
  const layer = L.tooltip([lat, lon], {
    permanent: true,
    direction: 'center',
    className: `place ${kind}`,
    pane: 'names',
    interactive: false,
    content,
  })
  return { at: [lat, lon], text, layer }
}

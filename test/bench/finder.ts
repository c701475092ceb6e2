import Database from 'better-sqlite3'
import type { Measure } from './run.ts'
import { ask, cpuOf, median, start } from './served.ts'

const NEAR = `query ($point: GeoPointInput!, $filter: StationFilter) {
  stationsNear(point: $point, filter: $filter, first: 10) { edges { distanceMetres node { id name location { lat lon } } } } }`
const MAP = `query ($box: GeoBoxInput!, $zoom: Int!, $filter: StationFilter) {
  stationMap(box: $box, zoom: $zoom, filter: $filter, limit: 200) { totalCount
    clusters { count box point { lat lon } } stations { id name location { lat lon } } } }`
const WARM = 100
const REQUESTS = 300

interface Point {
  readonly lat: number
  readonly lon: number
}

/**
 * How long the finder takes in a database of any size, asked one after the other through the whole stack: the
 * nearest ten from where stations are many and from anywhere in the cities, and maps of every zoom.
 */
export async function benchFinder(file: string): Promise<{ rows: Measure[]; result: object }> {
  const { points, stations } = pointsIn(file)
  const random = chance(7)
  const pick = () => points[Math.floor(random() * points.length)] as Point
  const dense = () => near(pick(), 0.002, random)
  const sparse = () => near(pick(), 0.5, random)
  const open = { openAt: '2019-03-05T10:00:00+08:00' }
  const questions: Readonly<Record<string, () => [string, object]>> = {
    'nearest ten, in a town': () => [NEAR, { point: dense() }],
    'nearest ten, anywhere': () => [NEAR, { point: sparse() }],
    'nearest ten open then, in a town': () => [NEAR, { point: dense(), filter: open }],
    'nearest ten with water, anywhere': () => [
      NEAR,
      { point: sparse(), filter: { amenities: ['WATER'] } },
    ],
    'map, any zoom': () => [MAP, window(dense(), 5 + Math.floor(random() * 14))],
    'map, the country': () => [MAP, window(sparse(), 4)],
    'map of a city’s stations': () => [
      MAP,
      { ...window(sparse(), 5 + Math.floor(random() * 6)), filter: { region: '441200' } },
    ],
    'map of those open then, a town': () => [MAP, { ...window(dense(), 14), filter: open }],
  }
  const hub = await start('./hub.ts', file)
  const rows: Measure[] = [{ what: 'stations', value: stations }]
  for (const [what, question] of Object.entries(questions)) {
    const took: number[] = []
    let cpu = 0
    for (let i = 0; i < WARM + REQUESTS; i++) {
      if (i === WARM) cpu = await cpuOf(hub)
      const [query, variables] = question()
      const body = JSON.stringify({ query, variables })
      const before = performance.now()
      const answer = await ask(hub, body)
      if (i >= WARM) took.push(performance.now() - before)
      if (answer.includes('"errors"')) throw new Error(answer)
    }
    took.sort((a, b) => a - b)
    rows.push({ what: `${what}: CPU, ms`, value: ((await cpuOf(hub)) - cpu) / REQUESTS })
    rows.push({ what: `${what}: median, ms`, value: median(took) })
    rows.push({
      what: `${what}: of a hundred the slowest, ms`,
      value: took[Math.floor(REQUESTS * 0.99)] as number,
    })
  }
  hub.child.kill()
  return { rows, result: Object.fromEntries(rows.map(({ what, value }) => [what, value])) }
}

/** A thousand positions of stations, evenly out of all. */
function pointsIn(file: string): { points: Point[]; stations: number } {
  const database = new Database(file, { readonly: true })
  const located = `from station where "until" is null and lat is not null`
  const stations = database.prepare(`select count(*) ${located}`).pluck().get() as number
  const every = Math.max(1, Math.floor(stations / 1000))
  const points = database
    .prepare(`select lat, lon ${located} and rowid % ? = 0 limit 2000`)
    .all(every) as Point[]
  database.close()
  return { points, stations }
}

const near = ({ lat, lon }: Point, reach: number, random: () => number): Point => ({
  lat: lat + (random() - 0.5) * reach,
  lon: lon + (random() - 0.5) * reach,
})

/** What a window of 1280 by 800 pixels shows. */
function window({ lat, lon }: Point, zoom: number) {
  const [wide, high] = [1280, 800].map((pixels) => ((pixels / 256) * 360) / 2 ** zoom / 2)
  const box = {
    west: Math.max(-180, lon - wide!),
    south: Math.max(-90, lat - high!),
    east: Math.min(180, lon + wide!),
    north: Math.min(90, lat + high!),
  }
  return { box, zoom }
}

/** The same numbers in every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

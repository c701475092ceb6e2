import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stationStatuses } from '../../schema/terms/station.ts'
import { answer, ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

const QUERY = `query ($box: GeoBoxInput!, $zoom: Int!, $filter: StationFilter, $limit: Int) {
  stationMap(box: $box, zoom: $zoom, filter: $filter, limit: $limit) { totalCount
    clusters { count box point { lat lon } } stations { id location { lat lon } } } }`

interface Point {
  readonly lat: number
  readonly lon: number
}
interface Shown {
  readonly totalCount: number
  readonly clusters: readonly { count: number; box: number[]; point: Point }[]
  readonly stations: readonly { id: string; location: Point }[]
}

const CITIES = { west: 70, south: 10, east: 140, north: 55 }
const EARTH = { west: -180, south: -90, east: 180, north: 90 }
const boxes = fc
  .tuple(
    fc.double({ min: 109, max: 115, noNaN: true }),
    fc.double({ min: 20, max: 37, noNaN: true }),
    fc.double({ min: 0, max: 3, noNaN: true }),
    fc.double({ min: 0, max: 3, noNaN: true }),
  )
  .map(([west, south, wide, high]) => ({ west, south, east: west + wide, north: south + high }))

describe.each(ENGINES)('What a map shows on %s', (engine) => {
  let hub: TestHub
  let statements = 0
  beforeAll(async () => {
    hub = await fedHub(engine, () => statements++)
  })
  afterAll(() => hub.close())

  const map = async (variables: Record<string, unknown>) =>
    (await ask(hub.store, QUERY, variables)).stationMap as Shown
  const located = async (
    filter: (row: { status: string; accessible: number | null }) => boolean = () => true,
  ) => {
    const rows = await hub.store.read
      .selectFrom('station')
      .select(['id', 'lat', 'lon', 'status', 'accessible'])
      .where('until', 'is', null)
      .where('lat', 'is not', null)
      .where('locationPrecision', 'in', ['ROOFTOP', 'STREET', 'TOWNSHIP'])
      .execute()
    return rows.filter(filter)
  }

  it('is every station of a box, once: alone or in a cluster', async () => {
    const all = await located()
    await fc.assert(
      fc.asyncProperty(boxes, fc.integer({ min: 4, max: 18 }), async (box, zoom) => {
        const inside = all.filter(
          ({ lat, lon }) =>
            lat! >= box.south && lat! <= box.north && lon! >= box.west && lon! <= box.east,
        )
        const { totalCount, clusters, stations } = await map({ box, zoom, limit: 300 })
        expect(totalCount).toBe(inside.length)
        expect(clusters.reduce((sum, one) => sum + one.count, stations.length)).toBe(totalCount)
        expect(clusters.length + stations.length).toBeLessThanOrEqual(300)
        const ids = new Set(inside.map(({ id }) => id))
        expect(stations.every(({ id }) => ids.has(id))).toBe(true)
        for (const { box: around, count } of clusters) {
          const [west = 0, south = 0, east = 0, north = 0] = around
          const held = inside.filter(
            ({ lat, lon }) => lat! >= south && lat! <= north && lon! >= west && lon! <= east,
          )
          expect(held.length).toBeGreaterThanOrEqual(count)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is the same whether squares were counted beforehand or stations are counted now', async () => {
    const statuses = Object.keys(stationStatuses)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(boxes, fc.constantFrom(CITIES, EARTH)),
        fc.integer({ min: 0, max: 18 }),
        fc.constantFrom(undefined, '441202', '441200', '440000', '999999'),
        async (box, zoom, region) => {
          const beforehand = await map({ box, zoom, filter: { region } })
          expect(beforehand).toEqual(await map({ box, zoom, filter: { region, status: statuses } }))
        },
      ),
      { numRuns: 80 },
    )
  })

  it('is at an old revision what it was then', async () => {
    const { revision } = await ask(hub.store, '{ revision { number } }')
    for (let number = 1; number <= revision.number; number += 20) {
      const then = await hub.store.read
        .selectFrom('station')
        .select('id')
        .where('since', '<=', number)
        .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', number)]))
        .where('lat', 'is not', null)
        .where('locationPrecision', 'in', ['ROOFTOP', 'STREET', 'TOWNSHIP'])
        .execute()
      const { at } = await ask(
        hub.store,
        `query ($box: GeoBoxInput!, $number: Int!) { at(revision: $number) {
          stationMap(box: $box, zoom: 5) { totalCount } } }`,
        { box: CITIES, number },
      )
      expect(at.stationMap.totalCount).toBe(then.length)
    }
  })

  it('never shows more than it was told, however wide the box', async () => {
    expect((await map({ box: EARTH, zoom: 22, limit: 1 })).clusters.length).toBe(1)
    for (const limit of [1, 2, 7, 40]) {
      const { clusters, stations, totalCount } = await map({ box: CITIES, zoom: 22, limit })
      expect(clusters.length + stations.length).toBeLessThanOrEqual(limit)
      expect(totalCount).toBe((await located()).length)
    }
  })

  it('shows only what fits the filter', async () => {
    const suspended = await located(({ status }) => status === 'SUSPENDED')
    const { totalCount } = await map({ box: CITIES, zoom: 6, filter: { status: ['SUSPENDED'] } })
    expect(totalCount).toBe(suspended.length)
    const found = await map({ box: CITIES, zoom: 14, filter: { text: '端州 图书馆' } })
    expect([found.clusters.length, found.stations.length]).toEqual([0, found.totalCount])
    const none = await located(({ accessible }) => Number(accessible ?? 1) === 0)
    const without = await map({ box: CITIES, zoom: 6, filter: { accessible: false } })
    expect([none.length > 0, without.totalCount]).toEqual([true, none.length])
    expect((await map({ box: CITIES, zoom: 6, filter: { sample: false } })).totalCount).toBe(0)
  })

  it('shows stations one by one from close by, and asks as often however many there are', async () => {
    statements = 0
    const far = await map({ box: CITIES, zoom: 5 })
    const asked = statements
    expect(far.clusters.length).toBeGreaterThan(3)
    statements = 0
    const near = await map({ box: CITIES, zoom: 22, limit: 2000 })
    expect(statements).toBeLessThanOrEqual(asked + 1)
    expect(near.totalCount).toBe(far.totalCount)
  })

  it('refuses a box that is none, and says what it got', async () => {
    const wrong = async (variables: object) =>
      (await answer(hub.store, QUERY, { box: CITIES, zoom: 8, ...variables })).errors?.[0]?.message
    expect(await wrong({ box: { ...CITIES, west: 150 } })).toBe(
      'A box goes from west to east (-180 to 180) and from south to north (-90 to 90), got 150, 10, 140, 55.',
    )
    expect(await wrong({ zoom: 23 })).toBe("'zoom' must be from 0 to 22, got 23.")
    expect(await wrong({ limit: 0 })).toBe("'limit' must be from 1 to 2000, got 0.")
  })
})

describe('Both databases', () => {
  it('show the same map', async () => {
    const hubs = await Promise.all(ENGINES.map((engine) => fedHub(engine)))
    for (const zoom of [5, 8, 11, 14]) {
      const [one, other] = await Promise.all(
        hubs.map((hub) => ask(hub.store, QUERY, { box: CITIES, zoom })),
      )
      expect(one).toEqual(other)
    }
    await Promise.all(hubs.map((hub) => hub.close()))
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { distance } from '../../server/records/distance.ts'
import { answer, ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

interface Edge {
  readonly cursor: string
  readonly distanceMetres: number | null
  readonly node: { readonly id: string }
}

interface Ranked {
  readonly id: string
  readonly metres: number | null
}

const HERE = { lat: 23.047, lon: 112.465 }
const QUERY = `query ($point: GeoPointInput!, $within: Int, $filter: StationFilter, $first: Int, $after: String) {
  stationsNear(point: $point, within: $within, filter: $filter, first: $first, after: $after) {
    edges { cursor distanceMetres node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`

const points = fc.oneof(
  fc.record({ lat: fc.double({ min: 22, max: 24 }), lon: fc.double({ min: 111, max: 115 }) }),
  fc.record({ lat: fc.double({ min: 20.5, max: 37 }), lon: fc.double({ min: 109, max: 115 }) }),
  fc.record({ lat: fc.double({ min: -90, max: 90 }), lon: fc.double({ min: -180, max: 180 }) }),
)
const real = points.filter(({ lat, lon }) => Number.isFinite(lat) && Number.isFinite(lon))
const filters = fc.record(
  {
    region: fc.constantFrom('441202', '441200', '440802', '140400', '999999'),
    status: fc.constantFrom(['OPERATING'], ['UNKNOWN', 'SUSPENDED']),
    amenities: fc.constantFrom(['WATER'], ['WATER', 'SEWING'], []),
    text: fc.constantFrom('图书馆', '社区', '路1', '%'),
    openAt: fc.constantFrom('2019-03-05T10:00:00+08:00', '2019-03-09T20:00:00+08:00'),
  },
  { requiredKeys: [] },
)

describe.each(ENGINES)('The stations nearest to somebody on %s', (engine) => {
  let hub: TestHub
  let statements = 0
  beforeAll(async () => {
    hub = await fedHub(engine, () => statements++)
  })
  afterAll(() => hub.close())

  const near = async (variables: Record<string, unknown>) => {
    const { stationsNear } = await ask(hub.store, QUERY, variables)
    return stationsNear as { edges: Edge[]; pageInfo: Record<string, unknown> }
  }
  const paged = async (variables: Record<string, unknown>, size: number): Promise<Ranked[]> => {
    const found: Ranked[] = []
    let after: unknown = null
    for (;;) {
      const { edges, pageInfo } = await near({ ...variables, first: size, after })
      found.push(...edges.map((edge) => ({ id: edge.node.id, metres: edge.distanceMetres })))
      if (!pageInfo.hasNextPage) return found
      after = pageInfo.endCursor
    }
  }
  const all = async (filter: object): Promise<Place[]> => {
    const query = `query ($filter: StationFilter, $after: String) { stations(filter: $filter, orderBy: NAME, first: 100, after: $after) {
      nodes { id locationPrecision location { lat lon } } pageInfo { hasNextPage endCursor } } }`
    const found: Place[] = []
    let after: string | null = null
    for (;;) {
      const { stations }: Listed = await ask<Listed>(hub.store, query, { filter, after })
      found.push(...stations.nodes)
      if (!stations.pageInfo.hasNextPage) return found
      after = stations.pageInfo.endCursor
    }
  }

  it('are exactly those that measuring every station gives, whatever is filtered, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(real, filters, fc.constantFrom(7, 40, 100), async (point, filter, size) => {
        expect(await paged({ point, filter }, size)).toEqual(measured(await all(filter), point))
      }),
      { numRuns: 40 },
    )
  })

  it('are those within so many metres and no others, none of unknown distance among them', async () => {
    await fc.assert(
      fc.asyncProperty(real, fc.integer({ min: 1, max: 3_000_000 }), async (point, within) => {
        const wanted = measured(await all({}), point)
        const inside = wanted.filter(({ metres }) => metres !== null && metres <= within)
        const { edges } = await near({ point, within, first: 100 })
        expect(edges.map((edge) => edge.node.id)).toEqual(inside.slice(0, 100).map(({ id }) => id))
      }),
      { numRuns: 15 },
    )
  })

  it('are the same whichever datum the map of the asker has', async () => {
    const plain = await near({ point: HERE })
    const amap = await near({ point: { lat: 23.044379, lon: 112.470255, datum: 'GCJ02' } })
    const baidu = await near({ point: { lat: 23.050376, lon: 112.476761, datum: 'BD09' } })
    for (const other of [amap, baidu]) {
      expect(other.edges.map((edge) => edge.node.id)).toEqual(
        plain.edges.map((edge) => edge.node.id),
      )
      const [mine, theirs] = [plain.edges[0]?.distanceMetres, other.edges[0]?.distanceMetres]
      expect(Math.abs((mine ?? 0) - (theirs ?? 9))).toBeLessThan(1)
    }
  })

  it.each([
    ['a latitude of 91', { point: { lat: 91, lon: 112 } }, 'BAD_USER_INPUT'],
    ['a longitude of 181', { point: { lat: 23, lon: 181, datum: 'GCJ02' } }, 'BAD_USER_INPUT'],
    ['a page of 101', { point: HERE, first: 101 }, 'BAD_USER_INPUT'],
    ['no metres at all', { point: HERE, within: 0 }, 'BAD_USER_INPUT'],
    ['a cursor of nobody', { point: HERE, after: 'bm9uZQ' }, 'INVALID_CURSOR'],
  ])('are not looked for with %s', async (_name, variables, code) => {
    const { errors } = await answer(hub.store, QUERY, variables)
    expect(errors?.[0]?.originalError).toMatchObject({ code })
  })

  it('do not go on with a cursor from another place or from another list', async () => {
    const { pageInfo } = await near({ point: HERE, first: 2 })
    const { stations } = await ask(hub.store, '{ stations(first: 1) { pageInfo { endCursor } } }')
    const elsewhere = { point: { lat: 23.048, lon: 112.465 }, after: pageInfo.endCursor }
    for (const variables of [elsewhere, { point: HERE, after: stations.pageInfo.endCursor }]) {
      const { errors } = await answer(hub.store, QUERY, variables)
      expect(errors?.[0]?.message).toBe('The cursor is not one that this list has given.')
    }
  })

  it('are found with few statements, however many there are and wherever somebody stands', async () => {
    for (const point of [HERE, { lat: 0, lon: -30 }, { lat: 90, lon: 0 }]) {
      for (const first of [1, 100]) {
        statements = 0
        await near({ point, first })
        expect(statements).toBeLessThanOrEqual(19) // the newest revision is one more
      }
    }
  })

  it('come with the way there, where their position is exact', async () => {
    const { stationsNear } = await ask(
      hub.store,
      `query ($point: GeoPointInput!) { stationsNear(point: $point, first: 1) { edges { node {
        location(datum: GCJ02) { lat lon } navigation { amap } } } } }`,
      { point: HERE },
    )
    const [{ node }] = stationsNear.edges
    expect(node.navigation.amap).toContain(`to=${node.location.lon},${node.location.lat},`)
  })
})

interface Place {
  readonly id: string
  readonly locationPrecision: string
  readonly location: { readonly lat: number; readonly lon: number } | null
}

interface Listed {
  readonly stations: {
    readonly nodes: readonly Place[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  }
}

/** Every station measured; those without metres stay in the order of their names. */
function measured(places: readonly Place[], point: { lat: number; lon: number }): Ranked[] {
  const ranked = places.map(({ id, locationPrecision, location }) => {
    const exact = ['ROOFTOP', 'STREET'].includes(locationPrecision)
    return { id, metres: exact && location !== null ? distance(point, location) : null }
  })
  const located = ranked.flatMap(({ id, metres }) => (metres === null ? [] : [{ id, metres }]))
  located.sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
  return [...located, ...ranked.filter(({ metres }) => metres === null)]
}

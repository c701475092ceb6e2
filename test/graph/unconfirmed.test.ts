import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

interface Station {
  readonly id: string
  readonly status: string
  readonly amenities: readonly string[]
  readonly accessible: boolean | null
  readonly openState: { readonly value: string }
}

const MOMENT = '2019-03-05T10:00:00+08:00'
const LIST = `query ($filter: StationFilter, $after: String) { stations(filter: $filter, orderBy: NAME, first: 100, after: $after) {
  nodes { id status amenities accessible openState(at: "${MOMENT}") { value } } pageInfo { hasNextPage endCursor } } }`

interface Listed {
  readonly stations: {
    readonly nodes: readonly Station[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  }
}

describe.each(ENGINES)('Stations of which not everything is known on %s', (engine) => {
  let hub: TestHub
  let all: Station[]
  const list = async (filter: object): Promise<Station[]> => {
    const found: Station[] = []
    for (let after: string | null = null; ; ) {
      const { stations }: Listed = await ask<Listed>(hub.store, LIST, { filter, after })
      found.push(...stations.nodes)
      if (!stations.pageInfo.hasNextPage) return found
      after = stations.pageInfo.endCursor
    }
  }
  beforeAll(async () => {
    hub = await fedHub(engine)
    all = await list({})
  })
  afterAll(() => hub.close())

  const idsOf = (stations: readonly Station[]) => stations.map(({ id }) => id)

  it('stand apart from those that have what is asked for, and none is in both', async () => {
    const filter = { amenities: ['WATER'] }
    const [known, open] = [await list(filter), await list({ ...filter, unconfirmed: true })]
    expect(idsOf(open)).toEqual(idsOf(all.filter((one) => one.amenities.length === 0)))
    expect(open.length).toBeGreaterThan(20)
    expect(known.filter((one) => open.some(({ id }) => id === one.id))).toEqual([])
  })

  it('are those that may be open: hours not known, or not known whether it works', async () => {
    const open = await list({ openAt: MOMENT, unconfirmed: true })
    expect(idsOf(open)).toEqual(idsOf(all.filter((one) => one.openState.value === 'UNKNOWN')))
    const known = await list({ openAt: MOMENT })
    expect(idsOf(known)).toEqual(idsOf(all.filter((one) => one.openState.value === 'OPEN')))
  })

  it('are not those of which one thing is known to be otherwise', async () => {
    const filter = { amenities: ['WATER'], accessible: true, openAt: MOMENT, unconfirmed: true }
    const expected = all.filter(({ amenities, accessible, openState }) => {
      const water = amenities.length === 0 ? null : amenities.includes('WATER')
      const open = { OPEN: true, CLOSED: false, UNKNOWN: null }[openState.value]
      const answers = [water, accessible, open]
      return answers.includes(null) && !answers.includes(false)
    })
    expect(idsOf(await list(filter))).toEqual(idsOf(expected))
    expect(expected.length).toBeGreaterThan(5)
  })

  it('are none where nothing is asked that could be unknown', async () => {
    expect(await list({ region: '441202', unconfirmed: true })).toEqual([])
  })
})

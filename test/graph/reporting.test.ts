import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

const RATE = 'expected received onTime late held ratio missing { id }'
const MONTH = 'campaign:ZQ-2019-MONTH'
const LATER = '2021-12-01T10:00:00+08:00'

describe.each(ENGINES)('who has reported on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())
  const askOf = (query: string, variables = {}) => ask(hub.store, query, variables, LATER)

  it('is told of a campaign for now, and for the end of any day', async () => {
    const { campaign } = await askOf(
      `query ($id: ID!) { campaign(id: $id) {
        now: reporting { ${RATE} } before: reporting(on: "2019-02-28") { ${RATE} }
        first: reporting(on: "2019-03-10") { expected received late } } }`,
      { id: MONTH },
    )
    expect(campaign.now).toMatchObject({ expected: 26, received: 25, late: 5, held: 1 })
    expect(campaign.now.missing).toHaveLength(1)
    expect(campaign.before).toMatchObject({ expected: 26, received: 0, ratio: 0 })
    expect(campaign.before.missing).toHaveLength(26)
    expect(campaign.first).toEqual({ expected: 26, received: 23, late: 0 })
  })

  it('names every reporter once with what became of it, who is missing first, and agrees with the rate', async () => {
    const { campaign } = await askOf(
      `query ($id: ID!) { campaign(id: $id) { reporting { ${RATE} } reporters {
        state forms nilForms receivedAt daysLate organization { id } submission { id receivedAt organization { id } } } } }`,
      { id: MONTH },
    )
    const { reporting, reporters } = campaign
    const ids = reporters.map((one: Reporter) => one.organization.id)
    expect(new Set(ids).size).toBe(26)
    const [missing, ...others] = reporters
    expect(missing).toMatchObject({
      ...{ state: 'NOT_REPORTED', forms: 0, nilForms: 0, receivedAt: null, daysLate: null },
      ...{ submission: null, organization: reporting.missing[0] },
    })
    expect(others.filter((one: Reporter) => one.submission === null)).toEqual([])
    for (const one of others as Reporter[]) {
      expect(one.submission?.organization.id).toBe(one.organization.id)
      expect(one.submission?.receivedAt).toEqual(one.receivedAt)
    }
    const late = reporters.filter((one: Reporter) => (one.daysLate ?? 0) > 0)
    expect(late).toHaveLength(reporting.late)
    const states = Map.groupBy(reporters as Reporter[], (one) => one.state)
    expect([...states].map(([state, some]) => [state, some.length])).toEqual([
      ['NOT_REPORTED', 1],
      ['HELD', 1],
      ['LATE', 5],
      ['REPORTED', 19],
    ])
  })

  it('is told of a region with all below it, and for a time by what was owed for that time', async () => {
    const { city, county, zone } = await askOf(`{
      city: region(code: "441200") { all: reporting { ${RATE} }
        march: reporting(period: { from: "2019-03-01", to: "2019-03-31" }) { ${RATE} }
        week: reporting(period: { from: "2019-03-09", to: "2019-03-15" }) { ${RATE} }
        never: reporting(period: { from: "2020-01-01", to: "2020-12-31" }) { ${RATE} } }
      county: region(code: "441202") { reporting { expected received } }
      zone: region(code: "441300") { reporting { expected received missing { id } } } }`)
    expect(city.all).toMatchObject({ expected: 26, received: 25, late: 5 })
    expect(city.march).toEqual(city.all)
    expect(city.week).toMatchObject({ expected: 26, received: 24 })
    expect(city.never).toMatchObject({ expected: 0, received: 0, ratio: null, missing: [] })
    expect(county.reporting).toEqual({ expected: 1, received: 1 })
    expect(zone.reporting).toMatchObject({ expected: 11, received: 10 })
  })

  it('has what indicators come to under the region that they speak of', async () => {
    const { region, indicators } = await askOf(`{
      region(code: "440800") { indicators { met indicator { id } region { code } figure { id value status } } }
      indicators { id values(region: "440800") { region { code } figure { id value } } } }`)
    expect(region.indicators.map((one: Value) => one.region.code)).toEqual(
      region.indicators.map(() => '440800'),
    )
    const own = indicators
      .flatMap((one: { values: Value[] }) => one.values)
      .filter((one: Value) => one.region.code === '440800')
    expect(region.indicators.map((one: Value) => one.figure.id).sort()).toEqual(
      own.map((one: Value) => one.figure.id).sort(),
    )
    expect(own.length).toBeGreaterThan(3)
  })
})

interface Reporter {
  readonly state: string
  readonly daysLate: number | null
  readonly receivedAt: unknown
  readonly organization: { readonly id: string }
  readonly submission: {
    readonly receivedAt: unknown
    readonly organization: { readonly id: string }
  } | null
}

interface Value {
  readonly region: { readonly code: string }
  readonly figure: { readonly id: string }
}

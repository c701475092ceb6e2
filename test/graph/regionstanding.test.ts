import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receive } from '../../server/intake/receive.ts'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'

/** The standard is of 2021. */
const TODAY = '2021-12-01T10:00:00+08:00'
const FIELDS = `stations selfAssessed rate named sample standard { id }
  criteria { criterion { code } count { met partial notMet notAssessed notApplicable } }
  threeHaves { all people { met partial notMet notAssessed notApplicable }
    projects { met partial notMet notAssessed notApplicable } management { met partial notMet notAssessed notApplicable } }
  inspectionCount { total open closed noneNeeded } inspections(first: 3) { on findings station { id } }`

type Counts = Readonly<Record<string, number>>
interface Standing {
  readonly stations: number
  readonly selfAssessed: number
  readonly rate: number
  readonly named: number
  readonly criteria: readonly { readonly criterion: { readonly code: string }; count: Counts }[]
  readonly threeHaves: { readonly all: number; readonly people: Counts }
  readonly inspectionCount: Counts
  readonly inspections: readonly { readonly findings: string | null }[]
}

describe.each(ENGINES)('The standard over a region on %s', (engine) => {
  let hub: TestHub
  const statements: string[] = []
  beforeAll(async () => {
    hub = await fedHub(engine, (statement) => statements.push(statement))
  })
  afterAll(() => hub.close())

  const standing = async (code: string, now = TODAY): Promise<Standing | null> =>
    (
      await ask(
        hub.store,
        `query ($code: String!) { region(code: $code) { standing { ${FIELDS} } } }`,
        { code },
        now,
      )
    ).region.standing
  const sum = (counts: Counts) => Object.values(counts).reduce((all, one) => all + one, 0)

  it('counts every station once for each of the eleven criteria, as each station says of itself', async () => {
    const city = (await standing('140400'))!
    const each = async (after: string | null, all: string[][] = []): Promise<string[][]> => {
      const { stations } = await ask(
        hub.store,
        `query ($after: String) { stations(filter: { region: "140400", status: [UNKNOWN, PLANNED, BUILDING, OPERATING, SUSPENDED] }, first: 100, after: $after) {
          nodes { assessment { criteria { result } } } pageInfo { hasNextPage endCursor } } }`,
        { after },
        TODAY,
      )
      const found = stations.nodes.map((one: { assessment: { criteria: { result: string }[] } }) =>
        one.assessment.criteria.map(({ result }) => result),
      )
      const { hasNextPage, endCursor } = stations.pageInfo
      return hasNextPage ? each(endCursor, [...all, ...found]) : [...all, ...found]
    }
    const results = await each(null)
    expect(city.stations).toBe(results.length)
    expect(city.criteria.map(({ criterion }) => criterion.code)).toEqual(
      Array.from({ length: 11 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`),
    )
    const names = { met: 'MET', partial: 'PARTIAL', notMet: 'NOT_MET' } as const
    for (const [i, { count }] of city.criteria.entries()) {
      expect(sum(count)).toBe(city.stations)
      for (const [name, result] of Object.entries(names)) {
        expect([i, name, count[name]]).toEqual([
          i,
          name,
          results.filter((one) => one[i] === result).length,
        ])
      }
    }
  })

  it('tells how many assessed themselves, and never takes the others for failed', async () => {
    const city = (await standing('140400'))!
    expect([city.selfAssessed, city.rate]).toEqual([12, 12 / city.stations])
    const space = city.criteria[1]!.count // office space: only a station can say
    expect(space.notAssessed).toBeGreaterThanOrEqual(city.stations - 12)
    expect(space.notMet).toBeLessThanOrEqual(12)
    expect(sum(city.threeHaves.people)).toBe(city.stations)
    expect(city.threeHaves.all).toBeGreaterThan(0)
    expect(city.threeHaves.all).toBeLessThanOrEqual(12)
  })

  it('adds up from the counties and zones to the city', async () => {
    const { region } = await ask(
      hub.store,
      `{ region(code: "140400") { children { validTo standing { stations selfAssessed named inspectionCount { total open closed noneNeeded } } } } }`,
      {},
      TODAY,
    )
    const city = (await standing('140400'))!
    const parts = region.children.flatMap((one: { standing: Standing | null }) =>
      one.standing === null ? [] : one.standing,
    ) as Standing[]
    const total = (of: (one: Standing) => number) =>
      parts.map(of).reduce((all, one) => all + one, 0)
    expect(total((one) => one.stations)).toBe(city.stations)
    expect(total((one) => one.selfAssessed)).toBe(12)
    expect(total((one) => one.named)).toBe(city.named)
    expect(total((one) => one.inspectionCount.total!)).toBe(city.inspectionCount.total)
  })

  it('counts visits by what became of them, and tells no finding that is open', async () => {
    const { inspectionCount, inspections } = (await standing('140400'))!
    const { total, ...kinds } = inspectionCount
    expect(sum(kinds)).toBe(total)
    expect(inspectionCount.open).toBeGreaterThan(0)
    expect(inspections).toHaveLength(3)
    const { region } = await ask(
      hub.store,
      '{ region(code: "140400") { standing { inspections(first: 100) { rectification findings } } } }',
      {},
      TODAY,
    )
    const open = region.standing.inspections.filter(
      (one: { rectification: string }) => one.rectification === 'OPEN',
    )
    expect(open.map((one: { findings: string | null }) => one.findings)).toEqual(
      open.map(() => null),
    )
  })

  it('holds nowhere else, and not before its year', async () => {
    expect(await standing('441200')).toBeNull()
    expect(await standing('140000')).toBeNull()
    expect(await standing('140403', '2020-12-31T10:00:00+08:00')).toBeNull()
  })

  it('takes as many statements for a city as for a county, and for one region as for all', async () => {
    const count = async (query: string) => {
      statements.length = 0
      await ask(hub.store, query, {}, TODAY)
      return statements.length
    }
    const of = (code: string) => `{ region(code: "${code}") { standing { ${FIELDS} } } }`
    expect(await count(of('140400'))).toBe(await count(of('140403')))
    const list = (first: number) =>
      `{ regions(parent: "140400", first: ${first}) { nodes { standing { ${FIELDS} } } } }`
    expect(await count(list(50))).toBe(await count(list(5)))
  })

  it('finds the stations that assessed themselves', async () => {
    const count = async (filter: string) =>
      (
        await ask(
          hub.store,
          `{ stations(filter: { region: "140400", ${filter} }) { totalCount } }`,
          {},
          TODAY,
        )
      ).stations.totalCount
    expect(await count('assessed: true')).toBe(12)
    expect(await count('assessed: false')).toBe((await count('')) - 12)
  })

  it('stays as it was at an old revision', async () => {
    const { revision } = await ask(hub.store, '{ revision { number } }')
    const before = (await standing('140403'))!
    const station = await hub.store.read
      .selectFrom('station')
      .select(['registerNumber', 'nameZh', 'setting', 'venueType'])
      .where('region', '=', 'region:140403')
      .where('until', 'is', null)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const file = `站点编号,站点名称,站点类别,场所类型,运行状态,所在区划\n${station.registerNumber},${station.nameZh},城乡社区,社区,已撤销,140403\n`
    await receive(
      hub.store,
      { name: 'closing.csv', bytes: Buffer.from(file) },
      { receivedAt: NOW, now: NOW, sample: true, originals: null },
    )
    expect((await standing('140403'))!.stations).toBe(before.stations - 1)
    const { at } = await ask(
      hub.store,
      `query ($revision: Int!) { at(revision: $revision) { region(code: "140403") { standing { stations } } } }`,
      { revision: revision.number },
      TODAY,
    )
    // a past revision is asked as of its own day, before the standard was in force
    expect(at.region.standing).toBeNull()
  })
})

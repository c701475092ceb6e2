import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

interface Outcome {
  readonly result: string
  readonly found: boolean
  readonly evidence: string | null
  readonly check: {
    readonly code: string
    readonly optional: boolean
    readonly hubParameter: string | null
  }
  readonly source: { readonly cell: string | null; readonly clause: string | null } | null
}

/** The standard is of 2021. */
const TODAY = '2021-12-01T10:00:00+08:00'
const CHECKS = `criteria { result criterion { code } checks { result found evidence source { cell clause }
  check { code optional hubParameter(lang: EN) } } }`

describe.each(ENGINES)('The standard of the city on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  const station = async (id: string, fields: string) =>
    (await ask(hub.store, `{ station(id: "station:${id}") { ${fields} } }`, {}, TODAY)).station
  const checksOf = async (id: string): Promise<Map<string, Outcome>> => {
    const { assessment } = await station(id, `assessment { ${CHECKS} }`)
    const checks = assessment.criteria.flatMap((one: { checks: Outcome[] }) => one.checks)
    return new Map(checks.map((one: Outcome) => [one.check.code, one]))
  }

  it('says why a name does not follow the rule, with its clause', async () => {
    const fields = 'nameCheck { conforms message(lang: EN) source { clause document { number } } }'
    expect((await station('140403-0002', fields)).nameCheck).toEqual({
      conforms: true,
      message: null,
      source: { clause: 'C21-N1', document: { number: '长文明办发〔2021〕26号' } },
    })
    const { nameCheck } = await station('140403-0001', 'nameCheck { conforms message }')
    expect(nameCheck).toEqual({
      conforms: false,
      message: '规范名称为“长治市＋县（区）或单位＋新时代文明实践学雷锋志愿服务站”，小区用“点”。',
    })
  })

  it('holds no station against the standard of another city', async () => {
    const fields = 'nameCheck { conforms } assessment { met }'
    expect(await station('441202-0012', fields)).toEqual({ nameCheck: null, assessment: null })
    const named = 'assessment(standard: "standard:CZ-2021-9Y1J1W") { met }'
    expect(await station('441202-0012', named)).toEqual({ assessment: null })
  })

  it('has eleven criteria, and a station that met all but its name meets ten', async () => {
    const { assessment } = await station(
      '140403-0001',
      'assessment { standard { name(lang: EN) } assessedOn met assessed of sample threeHaves { people projects management all } }',
    )
    expect(assessment).toEqual({
      standard: { name: 'Nine haves, one keep up, one complete' },
      assessedOn: '2021-09-06',
      met: 10,
      assessed: 11,
      of: 11,
      sample: true,
      threeHaves: { people: 'MET', projects: 'MET', management: 'MET', all: true },
    })
  })

  it('finds out by itself what it can, and names the cell for what the station said', async () => {
    const checks = await checksOf('140403-0001')
    expect(checks.get('S01b')).toMatchObject({ result: 'NOT_MET', found: true })
    expect(checks.get('S01b')?.source).toEqual({ cell: null, clause: 'C21-S01' })
    expect(checks.get('S01a')).toMatchObject({ result: 'MET', found: false })
    expect(checks.get('S01a')?.source?.cell).toMatch(/^G\d+$/)
  })

  it('never counts what nobody looked at as failed', async () => {
    const { assessment } = await station(
      '140403-0003',
      `assessment { assessedOn met assessed of ${CHECKS} }`,
    )
    expect(assessment.assessedOn).toBeNull()
    expect(assessment.of).toBe(11)
    const filed = assessment.criteria.flatMap((one: { checks: Outcome[] }) => one.checks)
    const others = filed.filter((one: Outcome) => !one.found)
    expect(new Set(others.map((one: Outcome) => one.result))).toEqual(new Set(['NOT_ASSESSED']))
    const results = assessment.criteria.map((one: { result: string }) => one.result)
    expect(results.filter((one: string) => one === 'NOT_MET' || one === 'PARTIAL')).toEqual([])
  })

  it('names its own numbers as its own, and what is only recommended', async () => {
    const checks = await checksOf('140403-0001')
    expect(checks.get('S10a')?.check.hubParameter).toBe(
      'Hub parameter: an activity in the last 30 days; the document gives no frequency',
    )
    expect(checks.get('S03a')?.check.hubParameter).toBe(
      'Hub parameter: at least 1 of the 6 named facilities; the document gives no number',
    )
    const optional = [...checks.values()].filter(({ check }) => check.optional)
    expect(optional.map(({ check }) => check.code)).toEqual(['S02c', 'S05b'])
  })

  it('tells what a visit found once it is set right, and not before', async () => {
    const fields = 'inspections { kind on rectification closedOn findings by { name } sample }'
    const [closed] = (await station('140404-0001', fields)).inspections
    expect(closed).toMatchObject({
      kind: 'UNANNOUNCED',
      on: '2021-10-12',
      rectification: 'CLOSED',
      closedOn: '2021-10-25',
      findings: '开放时间内无志愿者在岗(示例)',
      sample: true,
    })
    const [open] = (await station('140405-0001', fields)).inspections
    expect(open).toMatchObject({ rectification: 'OPEN', closedOn: null, findings: null })
  })

  it('gives an inspection by its id', async () => {
    const { node } = await ask(
      hub.store,
      '{ node(id: "inspection:CZ-JC-2021-004") { id ... on Inspection { station { id } } } }',
    )
    expect(node).toEqual({
      id: 'inspection:CZ-JC-2021-004',
      station: { id: 'station:140406-0001' },
    })
  })

  it('knows the progress of demonstration sites by the last report', async () => {
    const fields = 'demonstrations { status reportedOn role source { clause document { id } } }'
    expect((await station('441202-0012', fields)).demonstrations).toEqual([
      {
        status: 'DONE',
        reportedOn: '2019-03-12',
        role: 'UNKNOWN',
        source: { clause: 'Z17-10', document: { id: 'document:Z17' } },
      },
    ])
  })

  it('is not in force before its year', async () => {
    const query =
      '{ station(id: "station:140403-0001") { assessment { met } nameCheck { conforms } } }'
    const { station: before } = await ask(hub.store, query, {}, '2020-12-31T10:00:00+08:00')
    expect(before).toEqual({ assessment: null, nameCheck: null })
  })

  it('answers at an old revision as it did then', async () => {
    const old = await ask(
      hub.store,
      '{ at(revision: 173) { station(id: "station:140404-0001") { inspections { on } assessment { assessedOn } } } }',
    )
    expect(old.at.station.inspections).toEqual([])
  })
})

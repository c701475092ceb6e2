import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measures as measureTerms } from '../../schema/terms/statistic.ts'
import { answer, ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

// I4, I5, I9: whatever is asked by whatever dimensions, tables close, and both databases say the same.

interface Figure {
  readonly id: string
  readonly measure: string
  readonly value: number | null
  readonly status: string
  readonly unit: string
}

interface Table {
  readonly suppressedCells: number
  readonly rows: readonly {
    keys: readonly { code: string; label: string }[]
    figures: readonly Figure[]
  }[]
  readonly totals: readonly Figure[]
}

const MEASURES = Object.keys(measureTerms)
const DIMENSIONS =
  'REGION ORGANIZATION CAMPAIGN GROUP THEME AUDIENCE WEEK MONTH YEAR ACTIVITY SETTING VENUE_TYPE'.split(
    ' ',
  )
const REGIONS = [
  '440000',
  '441200',
  '441202',
  'Z-ZQ-GXQ',
  '441200-UNITS',
  '441200-COLLEGES',
  '441300',
  '999999',
]

const question = fc.record({
  measures: fc.uniqueArray(fc.constantFrom(...MEASURES), { minLength: 1, maxLength: 4 }),
  by: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { maxLength: 3 }),
  filter: fc.record(
    {
      campaign: fc.constantFrom('campaign:ZQ-2019-MONTH', 'campaign:HZ-2017-REVIEW'),
      region: fc.constantFrom(...REGIONS),
      group: fc.constantFrom('G1', 'G3a', 'NONE'),
      period: fc.constant({ from: '2019-03-01', to: '2019-03-15' }),
      sample: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
})

const STATISTICS = `query ($measures: [Measure!]!, $by: [Dimension!]!, $filter: StatisticFilter) {
  statistics(measures: $measures, by: $by, filter: $filter) { suppressedCells
    rows { keys { code label } figures { id measure value status unit } } totals { id measure value status unit } } }`

describe('statistics', () => {
  let hubs: TestHub[]
  beforeAll(async () => {
    hubs = await Promise.all(ENGINES.map((engine) => fedHub(engine)))
  })
  afterAll(async () => {
    for (const hub of hubs) await hub.close()
  })

  it('close by any dimensions under any filter, on both databases alike', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (variables) => {
        const answers = await Promise.all(hubs.map((hub) => ask(hub.store, STATISTICS, variables)))
        expect(answers[1]).toEqual(answers[0])
        closes(answers[0]?.statistics as Table, variables.measures)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('have one line for every county and zone, one for city units and one for colleges, and no city beside them', async () => {
    const variables = {
      measures: ['VOLUNTEER_PERSON_TIMES'],
      by: ['REGION'],
      filter: { region: '441200' },
    }
    const { statistics } = await ask(hubs[0]!.store, STATISTICS, variables)
    const codes = statistics.rows.map((row: Table['rows'][0]) => row.keys[0]?.code)
    expect(codes).toEqual([
      '441200-COLLEGES',
      '441200-UNITS',
      '441202',
      '441203',
      '441204',
      '441223',
      '441224',
      '441225',
      '441226',
      '441284',
      'Z-ZQ-GXQ',
      'Z-ZQ-XQ',
    ])
    for (const [i, region] of codes.entries()) {
      const only = await ask(hubs[0]!.store, STATISTICS, {
        ...variables,
        by: [],
        filter: { region },
      })
      expect(only.statistics.totals[0].value).toBe(statistics.rows[i].figures[0].value)
    }
  })

  it('give the same figure wherever it is asked for, by its id too', async () => {
    const { campaign } = await ask(
      hubs[0]!.store,
      `{ campaign(id: "campaign:ZQ-2019-MONTH") { figures { id value status }
        statistics(measures: [SERVICE_HOURS], by: [REGION, WEEK]) { rows { figures { id value status } } } } }`,
    )
    const figures = [
      ...campaign.figures,
      ...campaign.statistics.rows.map((row: { figures: object[] }) => row.figures[0]),
    ].slice(0, 60)
    const { nodes } = await ask(
      hubs[0]!.store,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Figure { id value status } } }',
      { ids: figures.map((one) => one.id) },
    )
    expect(nodes).toEqual(figures)
  })

  it('are read from sums that at every revision are those of the single facts', async () => {
    for (const { store } of hubs) {
      const sums = async (table: string, count: string) => {
        const { rows } = await sql<
          Record<string, unknown>
        >`select submission, measure, since, "until", basis,
          sum(value) as value, ${sql.raw(count)} as cells from ${sql.table(table)}
          group by submission, measure, since, "until", basis order by 1, 2, 3, 4, 5`.execute(
          store.read,
        )
        return rows.map((row) => ({ ...row, value: Math.round(Number(row.value) * 100) }))
      }
      const single = await sums('observation', 'count(value)')
      expect(single.length).toBeGreaterThan(500)
      expect(JSON.stringify(await sums('tally', 'sum(cells)')).replaceAll('"', '')).toBe(
        JSON.stringify(single).replaceAll('"', ''),
      )
    }
  })

  it('count weeks by their Mondays, and what was reported for the whole month apart', async () => {
    const variables = { measures: ['ACTIVITY_COUNT'], by: ['WEEK'], filter: { region: '441200' } }
    const { statistics } = await ask(hubs[0]!.store, STATISTICS, variables)
    expect(statistics.rows.map((row: Table['rows'][0]) => row.keys[0]?.code)).toEqual([
      '2019-03-04',
      '2019-03-11',
      '2019-03-18',
      '2019-03-25',
      'NONE',
    ])
  })

  it('refuse a table of more rows than anyone reads, a dimension named twice and a day that is none', async () => {
    const refused = async (variables: object) => {
      const { errors } = await answer(
        hubs[0]!.store,
        STATISTICS,
        variables as Record<string, unknown>,
      )
      return errors?.[0]?.message
    }
    const base = { measures: ['ACTIVITY_COUNT'], by: ['REGION'] }
    expect(await refused({ ...base, by: ['REGION', 'REGION'] })).toBe(
      "'by' names a dimension twice: REGION, REGION. Name each once.",
    )
    expect(
      await refused({ ...base, filter: { period: { from: 'March', to: '2019-03-31' } } }),
    ).toContain('Date cannot represent an invalid date-string March.')
    expect(await refused({ ...base, filter: { group: 'G1%' } })).toBe(
      "'group' must be a code such as G1 or G1a, or NONE, got 'G1%'.",
    )
  })
})

/** Totals are the sum of their rows where a measure adds up; what does not is told so, and no unit meets another. */
function closes({ rows, totals, suppressedCells }: Table, measures: readonly string[]): void {
  const cells = [...rows.flatMap((row) => row.figures), ...totals]
  expect(suppressedCells).toBe(cells.filter((one) => one.status === 'SUPPRESSED').length)
  for (const one of cells) expect(one.value === null).toBe(one.status !== 'OBSERVED')
  for (const [i, measure] of measures.entries()) {
    const terms = measureTerms[measure as keyof typeof measureTerms]
    const total = totals[i] as Figure
    const column = rows.map((row) => row.figures[i] as Figure)
    for (const one of [...column, total]) {
      expect([one.measure, one.unit]).toEqual([measure, terms.unit.zh])
    }
    if (!terms.additive) {
      expect(total.status).toBe('NOT_APPLICABLE')
      continue
    }
    if (column.some((one) => one.status === 'SUPPRESSED')) {
      expect(total.status).toBe('SUPPRESSED')
      continue
    }
    if (column.length === 0 || column.every((one) => one.status === 'NOT_APPLICABLE')) continue
    const sum = column.reduce((all, one) => all + (one.value ?? 0), 0)
    expect(total.value ?? 0).toBeCloseTo(sum, 6)
  }
}

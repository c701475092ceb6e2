import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measures as measureTerms } from '../../schema/terms/statistic.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { ask } from '../helpers/ask.ts'
import { file, learnZhaoqing } from '../helpers/campaign.ts'
import { PERIODS } from '../helpers/forms.ts'
import { ENGINES, fedHub, newHub, type TestHub } from '../helpers/hub.ts'

// I4 as anybody can check it: what does not close is listed, with exactly both numbers, and nothing else is.

const DIMENSIONS =
  'REGION ORGANIZATION CAMPAIGN GROUP THEME AUDIENCE WEEK MONTH YEAR ACTIVITY SETTING VENUE_TYPE'.split(
    ' ',
  )
const CAMPAIGNS = ['campaign:ZQ-2019-MONTH', 'campaign:HZ-2017-REVIEW']
const ADDITIVE = Object.entries(measureTerms).flatMap(([code, one]) => (one.additive ? code : []))

interface Item {
  readonly rule: string
  readonly measure: string
  readonly dimension: string | null
  readonly declared: number
  readonly computed: number
}

const QUESTION = `query ($at: Int!, $campaign: ID!, $measure: Measure!, $dimension: Dimension!) { at(revision: $at) {
  campaign(id: $campaign) {
    figures(measures: [$measure]) { value }
    statistics(measures: [$measure], by: [$dimension]) { rows { figures { value status } } }
    reconciliation { checks closed open { rule measure dimension declared computed } } } } }`

describe('reconciliation', () => {
  let hubs: TestHub[]
  let newest: number
  beforeAll(async () => {
    hubs = await Promise.all(ENGINES.map((engine) => fedHub(engine)))
    const { revisions } = await ask(hubs[0]!.store, '{ revisions(first: 1) { nodes { number } } }')
    newest = revisions.nodes[0].number
  })
  afterAll(async () => {
    for (const hub of hubs) await hub.close()
  })

  it('names every campaign, measure and dimension whose rows do not sum to the figure, at every revision, and no other', async () => {
    const question = fc.record({
      at: fc.oneof(fc.integer({ min: 1, max: newest }), fc.constant(newest)),
      campaign: fc.constantFrom(...CAMPAIGNS),
      measure: fc.constantFrom(...ADDITIVE),
      dimension: fc.constantFrom(...DIMENSIONS),
    })
    await fc.assert(
      fc.asyncProperty(question, async (variables) => {
        const answers = await Promise.all(hubs.map((hub) => ask(hub.store, QUESTION, variables)))
        expect(answers[1]).toEqual(answers[0])
        const { campaign } = answers[0]?.at ?? {}
        if (campaign === null) return
        const { figures, statistics, reconciliation } = campaign
        const { checks, closed, open } = reconciliation
        expect(checks - closed).toBe(open.length)
        const items = open.filter(
          (one: Item) => one.measure === variables.measure && one.dimension === variables.dimension,
        )
        expect(items).toEqual(expected(figures[0].value, statistics.rows, variables))
      }),
      { numRuns: 80 },
    )
  }, 120_000)

  it('never gives a number of people served other than one that is told', async () => {
    const { campaigns } = await ask(
      hubs[0]!.store,
      `{ campaigns { nodes { reconciliation { open { measure } } } } }`,
    )
    const open = campaigns.nodes.flatMap(
      (one: { reconciliation: { open: Item[] } }) => one.reconciliation.open,
    )
    expect(open.length).toBeGreaterThan(10)
    expect(open.filter((one: Item) => one.measure === 'BENEFICIARY_PERSON_TIMES')).toEqual([])
  })
})

function expected(
  figure: number | null,
  rows: readonly { figures: readonly { value: number | null; status: string }[] }[],
  { measure, dimension }: { measure: string; dimension: string },
): Item[] {
  const cells = rows.map((row) => row.figures[0]!)
  if (figure === null || cells.every((one) => one.status === 'NOT_APPLICABLE')) return []
  const sum = cells.reduce((total, one) => total + (one.value ?? 0), 0)
  const computed = Math.round(sum * 100) / 100
  const rule = 'PARTS_TO_WHOLE'
  return computed === figure ? [] : [{ rule, measure, dimension, declared: figure, computed }]
}

const row = (name: string, personTimes: number) => ({ name: `${name}（端州区团委）`, personTimes })

describe.each(ENGINES)('what a reporter sends, on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await newHub(engine)
    await learnZhaoqing(hub.store)
  })
  afterAll(async () => {
    await hub.close()
    await closeReaders()
  })

  const ITEMS = `reconciliation { open { rule measure declared computed message en: message(lang: EN)
    organization { name } sources { sheet cell raw submission { id } } } }`
  const open = async (at?: number) => {
    const inside = `campaign(id: "campaign:ZQ-2019-MONTH") { ${ITEMS} }`
    const answer = await ask(
      hub.store,
      at ? `{ at(revision: ${at}) { ${inside} } }` : `{ ${inside} }`,
    )
    return (at ? answer.at : answer).campaign.reconciliation.open
  }

  it('is held against its own total, with the cell in which that stands', async () => {
    await file(
      hub.store,
      {
        reporter: '端州区团委',
        period: PERIODS.W1,
        rows: [row('文明交通劝导', 40), row('清洁家园', 20)],
        total: [65, 2, null, null, 200],
      },
      8,
    )
    const items = await open()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      rule: 'ROWS_TO_DECLARED',
      measure: 'VOLUNTEER_PERSON_TIMES',
      declared: 65,
      computed: 60,
      organization: { name: '共青团肇庆市端州区委员会' },
      message: '共青团肇庆市端州区委员会“志愿者人次”合计填65人次，明细之和为60人次，以明细为准',
      en: 'Duanzhou District Committee of the Communist Youth League, Volunteer person-times: the form declares 65 person-times, its rows come to 60 person-times; the rows are used',
    })
    expect(items[0].sources).toMatchObject([{ sheet: '统计表', cell: 'C7' }])
  })

  it('is held against its weeks once the final form takes their place; the past stays as it was', async () => {
    const before = await open(4)
    await file(
      hub.store,
      {
        reporter: '端州区团委',
        period: PERIODS.W2,
        rows: [row('植绿护绿', 30)],
      },
      15,
    )
    await file(
      hub.store,
      {
        reporter: '端州区团委',
        period: PERIODS.FINAL,
        rows: [row('文明交通劝导', 40), row('清洁家园', 20), row('植绿护绿', 35)],
      },
      31,
    )
    const items = await open()
    const volunteers = items.find((one: Item) => one.measure === 'VOLUNTEER_PERSON_TIMES')
    expect(items.map((one: Item) => [one.rule, one.measure])).toEqual([
      ['WEEKS_TO_FINAL', 'VOLUNTEER_PERSON_TIMES'],
    ])
    expect([volunteers.declared, volunteers.computed]).toEqual([95, 90])
    expect(volunteers.sources.map((one: { cell: string }) => one.cell)).toEqual([
      ...['C8', 'C7', 'C6'],
    ])
    expect(await open(4)).toEqual(before)
  })
})

import type { Db } from '../store/open.ts'
import type { Amount } from './amount.ts'
import type { Question } from './facts.ts'
import { ALL_MEASURES, figureOf, isOffered, readAmounts } from './figure.ts'
import { GUARDED } from './guard.ts'
import { exact } from './qualifier.ts'
import { type Check, type Ref, readReckoned } from './reckoned.ts'
import { type Dimension, isOfRows } from './slice.ts'

export interface Reconciled {
  readonly checks: number
  readonly closed: number
  readonly open: readonly Check[]
}

/**
 * Rows against totals, weeks against the month, counties against the city, forms against the platform of record
 * (I4): what closes, and what does not with both numbers. Counts of people served are compared only where the
 * guard tells them whole.
 */
export async function readReconciliations(
  db: Db,
  at: number,
  campaigns: readonly string[],
): Promise<Map<string, Reconciled>> {
  const reckoned = await readReckoned(db, at, campaigns)
  const whole = await partsAgainstWhole(db, at, campaigns)
  const explained = whole.map((check) => ({ ...check, refs: refsOf(check, reckoned) }))
  const byCampaign = Map.groupBy([...explained, ...reckoned], (one) => one.campaign)
  return new Map(
    campaigns.map((campaign) => {
      const checks = byCampaign.get(campaign) ?? []
      const open = checks.filter((one) => one.declared !== one.computed)
      return [campaign, { checks: checks.length, closed: checks.length - open.length, open }]
    }),
  )
}

const ADDED = ALL_MEASURES.filter((one) => one !== 'ORGANIZATION_COUNT')

/** By what the parts of a campaign are told; those in the second line are read from the rows of forms alone. */
const PARTS: readonly Dimension[] = ['REGION', 'ORGANIZATION', 'AUDIENCE']
const PARTS_OF_ROWS: readonly Dimension[] = ['GROUP', 'THEME', 'WEEK', 'MONTH', 'YEAR', 'ACTIVITY']

const measuresBy = (dimension: Dimension) =>
  ADDED.filter((one) => isOffered(one, ['CAMPAIGN', dimension]))

/** For each measure and dimension of a campaign: its figure beside the sum of the rows of that table. */
async function partsAgainstWhole(
  db: Db,
  at: number,
  campaigns: readonly string[],
): Promise<Check[]> {
  const ask = (question: Partial<Question>, basis?: 'rows') =>
    readAmounts(db, at, {
      measures: ADDED,
      by: ['CAMPAIGN'],
      ...question,
      where: { campaigns, ...(basis ? { basis } : {}) },
    })
  const [whole, rows, ...tables] = await Promise.all([
    ask({}),
    ask({}, 'rows'),
    ...PARTS.map((one) => ask({ by: ['CAMPAIGN', one], measures: measuresBy(one) })),
  ])
  const parts: readonly (readonly [Dimension, readonly Amount[]])[] = [
    ...PARTS.map((one, i) => [one, tables[i] ?? []] as const),
    ...PARTS_OF_ROWS.map((one) => [one, rows ?? []] as const),
  ]
  return campaigns.flatMap((campaign) =>
    ADDED.flatMap((measure) => {
      const own = (amounts: readonly Amount[]) =>
        amounts.filter((one) => one.key[0] === campaign && one.measure === measure)
      const figure = figureOf(measure, own(whole ?? []), { CAMPAIGN: campaign }, at)
      const { value } = figure
      if (value === null) return []
      return parts
        .filter(([dimension]) => isOffered(measure, ['CAMPAIGN', dimension]))
        .map(([dimension, amounts]) => ({
          ...{ rule: 'PARTS_TO_WHOLE', campaign, measure, dimension, organization: null },
          declared: value,
          computed: exact(own(amounts).reduce((sum, one) => sum + one.value, 0)),
          refs: [],
        }))
    }),
  )
}

/** Where a figure has the platform's totals in it and its rows have not: the cells of these totals. */
function refsOf({ measure, campaign, dimension }: Check, reckoned: readonly Check[]): Ref[] {
  if (dimension === null || !isOfRows([dimension]) || measure === GUARDED) return []
  const given = reckoned.filter(
    (one) =>
      one.rule === 'FORMS_TO_PLATFORM' && one.measure === measure && one.campaign === campaign,
  )
  return given.flatMap((one) => one.refs.slice(0, 1))
}

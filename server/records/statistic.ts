import type { Db } from '../store/open.ts'
import { type Amount, MOST_ROWS, tooManyRows } from './amount.ts'
import { aspectsOf, type Question } from './facts.ts'
import { type FigureRow, figureOf, readAmounts, sliceOf } from './figure.ts'
import { isOfRows, NONE } from './slice.ts'
import { sliceOfWhere } from './slices.ts'

/** Figures by one or more dimensions, with their totals. */
export interface TableOfFigures {
  readonly rows: readonly { readonly key: readonly string[]; readonly figures: FigureRow[] }[]
  readonly totals: FigureRow[]
  readonly suppressed: number
}

type Keys = readonly (readonly string[])[]

/**
 * What the facts come to by the dimensions asked for. Keys in `expected` keep their row where nothing was
 * reported; at more than 10,000 rows the question is refused. Totals are what the rows add up to: where a
 * dimension is told from the rows of forms only, so are they.
 */
export async function readStatistics(
  db: Db,
  at: number,
  question: Question,
  expected: Keys = [],
): Promise<TableOfFigures> {
  const amounts = await readAmounts(db, at, question)
  const others = await readAmounts(db, at, wholeOf(question, amounts))
  return tableOf(question, amounts, others, expected, at)
}

/** The tables of several campaigns, each as if it were asked for alone, in as few statements as one. */
export async function readStatisticsOf(
  db: Db,
  at: number,
  { measures, by, where }: Question,
  expected: ReadonlyMap<string, Keys>,
): Promise<Map<string, TableOfFigures>> {
  const campaigns = [...expected.keys()]
  const question: Question = { measures, by: [...by, 'CAMPAIGN'], where: { ...where, campaigns } }
  const amounts = await readAmounts(db, at, question)
  const whole = wholeOf({ ...question, by }, amounts)
  const others = await readAmounts(db, at, { ...whole, by: ['CAMPAIGN'] })
  const ofOne = (all: readonly Amount[], campaign: string) =>
    all
      .filter((one) => one.key.at(-1) === campaign)
      .map((one) => ({ ...one, key: one.key.slice(0, -1) }))
  return new Map(
    campaigns.map((campaign) => {
      const own: Question = { measures, by, where: { ...where, campaigns: [campaign] } }
      const keys = expected.get(campaign) ?? []
      return [campaign, tableOf(own, ofOne(amounts, campaign), ofOne(others, campaign), keys, at)]
    }),
  )
}

/** A measure that is not told by these dimensions still has its total, where the filter allows it. */
function wholeOf({ measures, by, where }: Question, amounts: readonly Amount[]): Question {
  const seen = new Set(amounts.map((one) => one.measure))
  const basis = isOfRows(by) && !isOfRows(aspectsOf(where)) ? { basis: 'rows' as const } : {}
  return {
    measures: measures.filter((measure) => !seen.has(measure)),
    by: [],
    where: { ...where, ...basis },
  }
}

function tableOf(
  question: Question,
  amounts: readonly Amount[],
  others: readonly Amount[],
  expected: Keys,
  at: number,
): TableOfFigures {
  const { measures, by, where } = question
  const byKey = Map.groupBy(amounts, (one) => one.key.join(GAP))
  const keys = new Map(
    [...expected, ...amounts.map((one) => one.key)].map((key) => [key.join(GAP), key]),
  )
  if (keys.size > MOST_ROWS) throw tooManyRows()
  const slice = sliceOfWhere(where)
  const rows = (by.length === 0 ? [] : [...keys.keys()]).sort(inOrder).map((key) => {
    const own = sliceOf(slice, by, keys.get(key) as string[])
    const figures = measures.map((measure) => figureOf(measure, byKey.get(key) ?? [], own, at))
    return { key: keys.get(key) as string[], figures }
  })
  const whole = sliceOfWhere(wholeOf(question, []).where)
  const all = [...amounts, ...others]
  const totals = measures.map((measure) => figureOf(measure, all, whole, at))
  const cells = [...rows.flatMap((row) => row.figures), ...totals]
  const suppressed = cells.filter((figure) => figure.status === 'SUPPRESSED').length
  return { rows, totals, suppressed }
}

const GAP = '\u0000'

/** By code point, and what no code stands for last. */
function inOrder(a: string, b: string): number {
  const [first, second] = [a, b].map((key) =>
    key
      .split(GAP)
      .map((code) => (code === NONE ? '\uffff' : code))
      .join(GAP),
  ) as [string, string]
  return first < second ? -1 : first > second ? 1 : 0
}

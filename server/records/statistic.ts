import type { Db } from '../store/open.ts'
import {
  type Amount,
  aspectsOf,
  MOST_ROWS,
  type Question,
  tooManyRows,
  type Where,
} from './amount.ts'
import { type FigureRow, figureOf, readAmounts, sliceOf } from './figure.ts'
import { isOfRows, NONE, type Slice } from './slice.ts'
import { sliceOfWhere } from './slices.ts'

/** Figures by one or more dimensions, with their totals. */
export interface TableOfFigures {
  readonly rows: readonly { readonly key: readonly string[]; readonly figures: FigureRow[] }[]
  readonly totals: FigureRow[]
  readonly suppressed: number
}

/**
 * What the facts come to by the dimensions asked for. Keys in `expected` keep their row where nothing was
 * reported; at more than 10,000 rows the question is refused. Totals are what the rows add up to: where a
 * dimension is told from the rows of forms only, so are they.
 */
export async function readStatistics(
  db: Db,
  at: number,
  question: Question,
  expected: readonly (readonly string[])[] = [],
): Promise<TableOfFigures> {
  const { measures, by, where } = question
  const amounts = await readAmounts(db, at, question)
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
  const totals = await totalsOf(db, at, question, slice, amounts)
  const cells = [...rows.flatMap((row) => row.figures), ...totals]
  return {
    rows,
    totals,
    suppressed: cells.filter((figure) => figure.status === 'SUPPRESSED').length,
  }
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

/** A measure that is not told by these dimensions still has its total, where the filter allows it. */
async function totalsOf(
  db: Db,
  at: number,
  { measures, by, where }: Question,
  slice: Slice,
  amounts: readonly Amount[],
): Promise<FigureRow[]> {
  const ofRows = isOfRows(by) && !isOfRows(aspectsOf(where))
  const whole: Slice = ofRows ? { ...slice, BASIS: 'rows' } : slice
  const seen = new Set(amounts.map((one) => one.measure))
  const rest = measures.filter((measure) => !seen.has(measure))
  const asked: Where = ofRows ? { ...where, basis: 'rows' } : where
  const others =
    rest.length === 0 ? [] : await readAmounts(db, at, { measures: rest, by: [], where: asked })
  return measures.map((measure) => figureOf(measure, [...amounts, ...others], whole, at))
}

import type { Db } from '../store/open.ts'
import { type Amount, type DatedAmount, sumVersions } from './amount.ts'
import { aspectsOf, type Question } from './facts.ts'
import { type FigureRow, figureOf, isOffered, sliceOf } from './figure.ts'
import { GUARDED } from './guard.ts'
import { isOfRows, type Slice } from './slice.ts'
import { questionOf, sliceOfWhere, sorter } from './slices.ts'
import { readTold } from './told.ts'

/** A value that a figure had; `grown` where it only had more added to it, and nothing was changed or taken away. */
export interface Version extends FigureRow {
  readonly grown: boolean
}

/** Every value that figures of like slices have had up to a revision, oldest first: two questions for all of them. */
export async function readVersions(
  db: Db,
  at: number,
  wanted: readonly { measure: string; slice: Slice }[],
): Promise<FigureRow[][]> {
  const slices = wanted.map((one) => one.slice)
  const measures = [...new Set(wanted.map((one) => one.measure))]
  const question = questionOf(measures, slices)
  const dated = await datedAmounts(db, at, question)
  const own = await sorter(db, at, question, dated)
  return wanted.map(({ measure, slice }) => {
    const mine = own(slice).filter((one) => one.measure === measure)
    return versionsOf(measure, mine, slice, at)
  })
}

/** Every value of every figure of a table, by its key and measure. */
export async function readTableVersions(
  db: Db,
  at: number,
  question: Question,
): Promise<Version[][]> {
  const dated = await datedAmounts(db, at, question)
  const series = Map.groupBy(dated, (one) => JSON.stringify([one.key, one.measure]))
  const whole = sliceOfWhere(question.where)
  return [...series.values()].map((own) => {
    const { key, measure } = own[0] as Amount
    return versionsOf(measure, own, sliceOf(whole, question.by, key), at)
  })
}

async function datedAmounts(db: Db, at: number, question: Question): Promise<DatedAmount[]> {
  const aspects = [...question.by, ...aspectsOf(question.where)]
  const offered = question.measures.filter((one) => isOffered(one, aspects))
  const measures = offered.filter((one) => one !== GUARDED && one !== 'STATION_COUNT')
  const ofRows = isOfRows(aspects)
  const [observed, told] = await Promise.all([
    measures.length === 0 ? [] : sumVersions(db, at, { ...question, measures }),
    offered.includes(GUARDED) ? readTold(db, at, question, true) : [],
  ])
  return [...observed.filter((one) => !ofRows || one.basis === 'SUM_OF_ROWS'), ...told]
}

function versionsOf(
  measure: string,
  amounts: readonly DatedAmount[],
  slice: Slice,
  at: number,
): Version[] {
  const turns = new Set(amounts.flatMap(({ since, until }) => [since, until ?? since]))
  const versions: Version[] = []
  let earlier: readonly DatedAmount[] = []
  for (const revision of [...turns].filter((one) => one <= at).sort((a, b) => a - b)) {
    const now = counting(amounts, revision)
    const figure = figureOf(measure, now, slice, revision)
    const before = versions.at(-1)
    const isSame = (['value', 'status', 'qualifier'] as const).every(
      (field) => before?.[field] === figure[field],
    )
    const grown = earlier.every((one) => now.includes(one))
    if (!isSame) versions.push({ ...figure, grown })
    earlier = now
  }
  return versions
}

/** What was in force, less the rows of reporters whose total the platform of record gave (Z19-19). */
function counting(amounts: readonly DatedAmount[], revision: number): DatedAmount[] {
  const now = amounts.filter(
    ({ since, until }) => since <= revision && (until === null || until > revision),
  )
  const given = now.filter((one) => one.basis === 'PLATFORM_OF_RECORD')
  const outranked = new Set(given.map((one) => one.reporter))
  return now.filter(
    (one) =>
      one.basis === 'PLATFORM_OF_RECORD' || one.reporter === '' || !outranked.has(one.reporter),
  )
}

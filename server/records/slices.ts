import type { Db } from '../store/open.ts'
import type { Amount } from './amount.ts'
import { type CellRow, findCells } from './cell.ts'
import type { Question, Where } from './facts.ts'
import { type FigureRow, figureOf, readAmounts } from './figure.ts'
import { readLine } from './line.ts'
import { readAbove } from './region.ts'
import type { Aspect, Dimension, Slice } from './slice.ts'

/** The figures of slices that name the same aspects: one question, however many slices there are. */
export async function readFigures(
  db: Db,
  at: number,
  measures: readonly string[],
  slices: readonly Slice[],
): Promise<FigureRow[][]> {
  const question = questionOf(measures, slices)
  const amounts = await readAmounts(db, at, question)
  const own = await sorter(db, at, question, amounts)
  return slices.map((slice) => {
    const mine = own(slice)
    return measures.map((measure) => figureOf(measure, mine, slice, at))
  })
}

/** The first cells behind measures, for slices that name the same aspects; one question for all of them. */
export async function readCells(
  db: Db,
  at: number,
  wanted: readonly { measure: string; slice: Slice }[],
  first: number,
): Promise<CellRow[][]> {
  const measures = [...new Set(wanted.map((one) => one.measure))]
  const question = questionOf(
    measures,
    wanted.map((one) => one.slice),
  )
  const cells = await findCells(db, at, question, first)
  const own = await sorter(db, at, question, cells)
  return wanted.map(({ measure, slice }) =>
    own(slice)
      .filter((cell) => cell.measure === measure)
      .slice(0, first),
  )
}

/** What a filter makes of every figure read with it. */
export function sliceOfWhere(where: Where): Slice {
  const { campaigns, organizations, activities, region, group, from, to, sample, basis } = where
  return present({
    CAMPAIGN: campaigns?.[0],
    ORGANIZATION: organizations?.[0],
    ACTIVITY: activities?.[0],
    REGION: region,
    GROUP: group,
    FROM: from,
    TO: to,
    SAMPLE: sample === undefined ? undefined : String(sample),
    BASIS: basis,
  })
}

const OWNERS = {
  CAMPAIGN: 'campaigns',
  ORGANIZATION: 'organizations',
  ACTIVITY: 'activities',
} as const
const FILTERS = { REGION: 'region', GROUP: 'group' } as const
const ALWAYS_SPLIT: readonly Dimension[] = [
  'THEME',
  'AUDIENCE',
  'WEEK',
  'MONTH',
  'YEAR',
  'SETTING',
  'VENUE_TYPE',
]

/** What differs from slice to slice splits the question; what they share narrows it. */
export function questionOf(measures: readonly string[], slices: readonly Slice[]): Question {
  const values = (aspect: Aspect) => [...new Set(slices.flatMap((slice) => slice[aspect] ?? []))]
  const by: Dimension[] = ALWAYS_SPLIT.filter((one) => values(one).length > 0)
  const where: Record<string, unknown> = {}
  for (const [aspect, name] of Object.entries(OWNERS) as [keyof typeof OWNERS, string][]) {
    const codes = values(aspect)
    if (codes.length > 0) where[name] = codes
    if (codes.length > 1) by.push(aspect)
  }
  for (const [aspect, name] of Object.entries(FILTERS) as [keyof typeof FILTERS, string][]) {
    const codes = values(aspect)
    if (codes.length === 1) where[name] = codes[0]
    if (codes.length > 1) by.push(aspect)
  }
  const { FROM: from, TO: to, SAMPLE: sample, BASIS: basis } = slices[0] ?? {}
  const rest = { from, to, basis, sample: sample === undefined ? undefined : sample === 'true' }
  return { measures, by, where: { ...where, ...present(rest) } as Where }
}

/** Gives each slice the answers whose key fits it; a division takes in every line below it. */
export async function sorter<Answer extends { readonly key: Amount['key'] }>(
  db: Db,
  at: number,
  { by }: Question,
  answers: readonly Answer[],
): Promise<(slice: Slice) => Answer[]> {
  const place = by.indexOf('REGION')
  const regionOf = ({ key }: Answer) => `region:${readLine(key[place] as string).region}`
  const above = place < 0 ? new Map() : await readAbove(db, answers.map(regionOf), at)
  const fits = (slice: Slice, answer: Answer) =>
    by.every((dimension, i) => {
      if (answer.key[i] === slice[dimension]) return true
      if (i !== place) return false
      for (
        let id: string | null = regionOf(answer);
        id !== null;
        id = above.get(id)?.parent ?? null
      ) {
        if (id === `region:${slice.REGION}`) return true
      }
      return false
    })
  return (slice) => answers.filter((answer) => fits(slice, answer))
}

function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

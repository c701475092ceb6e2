import type { Bilingual } from '../../schema/terms/term.ts'
import type { Db } from '../store/open.ts'
import { type Amount, sumAmounts } from './amount.ts'
import { countStations, isCountedBy } from './counted.ts'
import { aspectsOf, type Question } from './facts.ts'
import { GUARDED, mayTotal } from './guard.ts'
import { exact, together } from './qualifier.ts'
import { type Aspect, type Dimension, figureId, type Slice } from './slice.ts'
import { isToldBy, readTold } from './told.ts'

/** A figure as resolvers receive it. */
export interface FigureRow {
  readonly id: string
  readonly measure: string
  readonly value: number | null
  readonly status: string
  readonly qualifier: string
  readonly basis: string
  readonly sample: boolean
  readonly cells: number
  readonly slice: Slice
  readonly at: number
  /** Of an indicator; otherwise it is the measure's. */
  readonly unit?: Bilingual
}

/** What forms ask for, in the order of the forms; asked for where nobody says which. */
export const ALL_MEASURES: readonly string[] = [
  'ACTIVITY_COUNT',
  'VOLUNTEER_HEADCOUNT',
  'VOLUNTEER_PERSON_TIMES',
  'ORGANIZATION_COUNT',
  'BENEFICIARY_PERSON_TIMES',
  'SERVICE_HOURS',
  'INVESTMENT_YUAN',
  'PRINT_REPORTS',
  'WEB_REPORTS',
  'READS',
]

/** What the facts asked for come to: from rows and platform, from the guard, from the register of stations. */
export async function readAmounts(db: Db, at: number, question: Question): Promise<Amount[]> {
  const aspects = [...question.by, ...aspectsOf(question.where)]
  const wanted = question.measures.filter((one) => isOffered(one, aspects))
  const observed = wanted.filter((one) => one !== GUARDED && one !== 'STATION_COUNT')
  const parts = await Promise.all([
    observed.length === 0 ? [] : sumAmounts(db, at, { ...question, measures: observed }),
    wanted.includes(GUARDED) ? readTold(db, at, question) : [],
    wanted.includes('STATION_COUNT') ? countStations(db, at, question) : [],
  ])
  return parts.flat()
}

const NOT_KEPT = new Set(['REGISTERED_VOLUNTEERS', 'BUILT_UP_POPULATION', 'INDICATOR_VALUE'])
const OF_STATIONS: ReadonlySet<Aspect> = new Set<Aspect>(['SETTING', 'VENUE_TYPE'])

/** Whether a measure can be told by these aspects at all; where not, its figures are NOT_APPLICABLE. */
export function isOffered(measure: string, aspects: readonly Aspect[]): boolean {
  if (measure === GUARDED) return isToldBy(aspects)
  if (measure === 'STATION_COUNT') return isCountedBy(aspects)
  if (NOT_KEPT.has(measure) || aspects.includes('INDICATOR')) return false
  if (measure === 'ORGANIZATION_COUNT' && !aspects.includes('ACTIVITY')) return false
  return !aspects.some((one) => one === 'AUDIENCE' || OF_STATIONS.has(one))
}

/** One figure from its amounts (those of its own key only). */
export function figureOf(
  measure: string,
  amounts: readonly Amount[],
  slice: Slice,
  at: number,
): FigureRow {
  const known = amounts.filter((one) => one.measure === measure && isKnown(one))
  const base = {
    id: figureId(measure, slice),
    measure,
    value: null,
    qualifier: 'UNKNOWN',
    basis: basisOf(known),
    sample: known.some((one) => one.sample),
    cells: 0,
    slice,
    at,
  }
  if (!isOffered(measure, Object.keys(slice) as Aspect[]))
    return { ...base, status: 'NOT_APPLICABLE' }
  if (known.length === 0) return { ...base, status: 'NOT_REPORTED' }
  const cells = known.reduce((total, one) => total + one.cells, 0)
  if (!mayTotal(known.map((one) => ({ value: one.withheld ? null : one.value }))))
    return { ...base, cells, status: 'SUPPRESSED' }
  return {
    ...base,
    value: exact(known.reduce((total, one) => total + one.value, 0)),
    status: 'OBSERVED',
    qualifier: known.map((one) => one.qualifier).reduce(together),
    cells,
  }
}

const isKnown = (one: Amount) => one.withheld === true || one.cells > 0

/** The platform's own figure where nothing else is in it; with other reporters' rows it is a sum. */
function basisOf(amounts: readonly Amount[]): string {
  const all = amounts.length > 0 && amounts.every((one) => one.basis === 'PLATFORM_OF_RECORD')
  return all ? 'PLATFORM_OF_RECORD' : 'SUM_OF_ROWS'
}

/** A slice with the value of each dimension in it. */
export function sliceOf(slice: Slice, by: readonly Dimension[], key: readonly string[]): Slice {
  return { ...slice, ...Object.fromEntries(by.map((one, i) => [one, key[i] as string])) }
}

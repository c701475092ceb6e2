import { measures as measureTerms } from '../../schema/terms/statistic.ts'
import { UNGROUPED } from './activity.ts'
import { isPublished } from './guard.ts'
import type { Owner, SplitBy, Sum } from './statistic.ts'

/** What a figure speaks of: an owner, and one key where the owner's figures are split. */
export interface FigureScope {
  readonly owner: Owner
  readonly id: string
  readonly by: SplitBy | null
  readonly key: string
}

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
  readonly scope: FigureScope
  readonly at: number
}

/** The measures of ZQ19-FORM, in the order of the form; asked for where nobody says which. */
export const ALL_MEASURES: readonly string[] = [
  'ACTIVITY_COUNT',
  'VOLUNTEER_PERSON_TIMES',
  'ORGANIZATION_COUNT',
  'BENEFICIARY_PERSON_TIMES',
  'SERVICE_HOURS',
  'INVESTMENT_YUAN',
  'PRINT_REPORTS',
  'WEB_REPORTS',
  'READS',
]

/** One figure of a scope from the sums of its cells (one sum for each qualifier). */
export function figureOf(
  measure: string,
  sums: readonly Sum[],
  scope: FigureScope,
  at: number,
): FigureRow {
  const known = sums.filter((sum) => sum.measure === measure && sum.cells > 0)
  const base = {
    id: figureId(measure, scope),
    measure,
    value: null,
    qualifier: 'UNKNOWN',
    basis: basisOf(known),
    sample: known.some((sum) => sum.sample === 1),
    cells: 0,
    scope,
    at,
  }
  if (!isPublished(measure)) return { ...base, status: 'SUPPRESSED' }
  const single = scope.owner === 'record' || scope.by === 'record'
  if (!isAdditive(measure) && !single) return { ...base, status: 'NOT_APPLICABLE' }
  if (known.length === 0) return { ...base, status: 'NOT_REPORTED' }
  const value = known.reduce((total, sum) => total + (sum.value ?? 0), 0)
  return {
    ...base,
    value: Math.round(value * 100) / 100,
    status: 'OBSERVED',
    qualifier: known.map((sum) => sum.qualifier).reduce(together),
    cells: known.reduce((total, sum) => total + sum.cells, 0),
  }
}

/** The platform's own figure where nothing else is in it; with other reporters' rows it is a sum. */
function basisOf(sums: readonly Sum[]): string {
  const all = sums.length > 0 && sums.every((sum) => sum.basis === 'PLATFORM_OF_RECORD')
  return all ? 'PLATFORM_OF_RECORD' : 'SUM_OF_ROWS'
}

/** One row of figures for each key; keys that should have reported and did not keep their row. */
export function figureRows(
  sums: readonly Sum[],
  expected: readonly string[],
  measures: readonly string[],
  split: { campaign: string; by: SplitBy },
  at: number,
): { key: string; figures: FigureRow[] }[] {
  const keys = [...new Set([...expected, ...sums.map((sum) => sum.key)])].sort(lastUngrouped)
  return keys.map((key) => {
    const own = sums.filter((sum) => sum.key === key)
    const scope: FigureScope = { owner: 'campaign', id: split.campaign, by: split.by, key }
    return { key, figures: measures.map((measure) => figureOf(measure, own, scope, at)) }
  })
}

const lastUngrouped = (a: string, b: string) =>
  a === UNGROUPED ? 1 : b === UNGROUPED ? -1 : a < b ? -1 : a > b ? 1 : 0

/** `figure:` with measure, owner and key, each told by its own word. */
export function figureId(measure: string, { owner, id, by, key }: FigureScope): string {
  const own = `${owner}~${id.replace(/^[a-z]+:/, '')}`
  const split = by === null ? [] : [by, key.replace(/^[a-z]+:/, '')]
  return `figure:${[measure, own, ...split].join('~')}`
}

/** 约 travels into sums: a total is only as exact as what it adds up. */
function together(a: string, b: string): string {
  if (a === b || b === 'EXACT') return a
  if (a === 'EXACT') return b
  return a === 'UNKNOWN' || b === 'UNKNOWN' ? 'UNKNOWN' : 'APPROX'
}

function isAdditive(measure: string): boolean {
  return measureTerms[measure as keyof typeof measureTerms]?.additive ?? false
}

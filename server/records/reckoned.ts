import { findForm } from '../../schema/forms/shelf.ts'
import { type Json, parse } from '../../schema/tables/row.ts'
import type { TotalValue } from '../../schema/tables/submission.ts'
import type { Db } from '../store/open.ts'
import { asOf } from './asof.ts'
import { GUARDED } from './guard.ts'
import { exact } from './qualifier.ts'
import type { Dimension } from './slice.ts'

/** Two numbers that should be the same: what was said, and what the parts come to. */
export interface Check {
  readonly rule: string
  readonly campaign: string
  readonly measure: string
  /** By what the parts are told apart; null for what a reporter sent. */
  readonly dimension: Dimension | null
  readonly organization: string | null
  readonly declared: number
  readonly computed: number
  /** The forms behind it; without a cell it is all the cells of the measure in that form. */
  readonly refs: readonly Ref[]
}

export interface Ref {
  readonly submission: string
  readonly sheet?: string
  readonly cell?: string
}

/** What reporters sent, held against itself: rows and totals, weeks and month, forms and platform of record. */
export async function readReckoned(
  db: Db,
  at: number,
  campaigns: readonly string[],
): Promise<Check[]> {
  const [forms, sums, platform] = await Promise.all([
    findFormsOf(db, at, campaigns),
    findSums(db, at, campaigns),
    findPlatform(db, at, campaigns),
  ])
  const bySubmission = Map.groupBy(sums, (one) => one.submission)
  return [
    ...forms.flatMap(rowsAgainstDeclared),
    ...forms.flatMap((form) => weeksAgainstFinal(form, forms, bySubmission)),
    ...formsAgainstPlatform(platform, sums),
  ]
}

type FormRow = Awaited<ReturnType<typeof findFormsOf>>[number]
type SumRow = Awaited<ReturnType<typeof findSums>>[number]
type PlatformCell = Awaited<ReturnType<typeof findPlatform>>[number]

const COLUMNS = ['id', 'campaign', 'organization', 'template', 'period', 'status', 'nil']

async function findFormsOf(db: Db, at: number, campaigns: readonly string[]) {
  const rows = await asOf(db, 'submission', at, [...COLUMNS, 'supersededBy', 'totals'])
    .where('campaign', 'in', [...campaigns])
    .orderBy('id')
    .execute()
  return rows.flatMap(({ campaign, organization, ...row }) =>
    campaign === null || organization === null
      ? []
      : { ...row, campaign, organization, totals: totalsOf(row) },
  )
}

/** What the rows of each form came to, for every time they ceased to count; `until` null while they do. */
async function findSums(db: Db, at: number, campaigns: readonly string[]) {
  const rows = await db
    .selectFrom('tally')
    .where('campaign', 'in', [...campaigns])
    .where('since', '<=', at)
    .where('basis', '=', 'SUM_OF_ROWS')
    .where('measure', 'not in', [GUARDED, 'ORGANIZATION_COUNT'])
    .where('cells', '>', 0)
    .select((eb) => [
      ...(['submission', 'campaign', 'organization', 'measure', 'until'] as const),
      eb.fn.sum<number>('value').as('value'),
    ])
    .groupBy(['submission', 'campaign', 'organization', 'measure', 'until'])
    .orderBy('submission')
    .orderBy('measure')
    .execute()
  return rows.map(({ until, value, ...row }) => ({
    ...row,
    value: Number(value),
    until: until === null || Number(until) > at ? null : Number(until),
  }))
}

async function findPlatform(db: Db, at: number, campaigns: readonly string[]) {
  return db
    .selectFrom('observation')
    .where('campaign', 'in', [...campaigns])
    .where('basis', '=', 'PLATFORM_OF_RECORD')
    .where('measure', 'not in', [GUARDED, 'ORGANIZATION_COUNT'])
    .where('value', 'is not', null)
    .where('since', '<=', at)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
    .select(['campaign', 'organization', 'measure', 'value', 'submission', 'sheet', 'cell'])
    .orderBy('organization')
    .orderBy('measure')
    .execute()
}

/** The 合计 that an office wrote beside the sum of its rows (X01). */
function rowsAgainstDeclared(form: FormRow): Check[] {
  if (form.status === 'SUPERSEDED' || form.status === 'RECEIVED') return []
  return form.totals.flatMap((total) => {
    const { measure, declared, computed } = total
    if (declared === null || computed === null) return []
    const about = { ...ownerOf(form), measure, refs: [refOf(form, total)] }
    return [{ ...about, rule: 'ROWS_TO_DECLARED', declared, computed }]
  })
}

/** A final form beside the weeks that it took the place of. */
function weeksAgainstFinal(
  final: FormRow,
  forms: readonly FormRow[],
  sums: ReadonlyMap<string, readonly SumRow[]>,
): Check[] {
  const weeks = forms
    .filter((one) => one.supersededBy === final.id && one.period !== final.period && one.nil === 0)
    .sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))
  if (weeks.length === 0) return []
  const own = (sums.get(final.id) ?? []).filter((one) => one.until === null)
  return valuesOf(own).flatMap(([measure, declared]) => {
    const parts = weeks.map((week) => lastSum(week, sums.get(week.id) ?? [], measure))
    if (parts.every((one) => one === null)) return []
    const computed = exact(parts.reduce<number>((sum, one) => sum + (one ?? 0), 0))
    const refs = [final, ...weeks].map((form) => totalRef(form, measure))
    return [{ ...ownerOf(final), rule: 'WEEKS_TO_FINAL', measure, declared, computed, refs }]
  })
}

/** What a week came to when it last counted; one that came after the final form is known by its own account. */
function lastSum(week: FormRow, sums: readonly SumRow[], measure: string): number | null {
  const ends = sums.flatMap(({ until }) => until ?? [])
  if (ends.length === 0) {
    const total = week.totals.find((one) => one.measure === measure)
    return total?.computed ?? null
  }
  const last = Math.max(...ends)
  const found = sums.filter((one) => one.until === last && one.measure === measure)
  return found.length === 0 ? null : found.reduce((sum, one) => sum + one.value, 0)
}

/** The total that the platform of record gives of a reporter beside the rows of its forms (Z19-19). */
function formsAgainstPlatform(platform: readonly PlatformCell[], sums: readonly SumRow[]): Check[] {
  return platform.flatMap(({ campaign, organization, measure, value, submission, sheet, cell }) => {
    const rows = sums.filter(
      (one) =>
        one.until === null &&
        one.campaign === campaign &&
        one.organization === organization &&
        one.measure === measure,
    )
    if (rows.length === 0 || value === null || campaign === null) return []
    const forms = [...new Set(rows.map((one) => one.submission))]
    const about = { campaign, organization, dimension: null, measure, rule: 'FORMS_TO_PLATFORM' }
    const computed = exact(rows.reduce((sum, one) => sum + one.value, 0))
    const refs = [{ submission, sheet, cell }, ...forms.map((one) => ({ submission: one }))]
    return [{ ...about, declared: Number(value), computed, refs }]
  })
}

const ownerOf = ({ campaign, organization }: FormRow) => ({
  campaign,
  organization,
  dimension: null,
})

function valuesOf(sums: readonly SumRow[]): [measure: string, value: number][] {
  const byMeasure = Map.groupBy(sums, (one) => one.measure)
  return [...byMeasure].map(([measure, some]) => [
    measure,
    exact(some.reduce((sum, one) => sum + one.value, 0)),
  ])
}

interface Total extends TotalValue {
  readonly measure: string
}

/** The totals of a form that add up and may be told, with what each measures. */
function totalsOf({ template, totals }: { template: string; totals: Json<TotalValue[]> }): Total[] {
  const columns = findForm(template)?.tables.flatMap((table) => table.columns) ?? []
  return parse(totals).flatMap((total) => {
    const measure = columns.find((one) => one.field === total.field)?.measure
    const isCompared = measure !== GUARDED && measure !== 'ORGANIZATION_COUNT'
    return measure === undefined || !isCompared ? [] : { ...total, measure }
  })
}

const refOf = ({ id }: FormRow, { sheet, cell }: TotalValue): Ref => ({
  submission: id,
  sheet,
  cell,
})

function totalRef(form: FormRow, measure: string): Ref {
  const total = form.totals.find((one) => one.measure === measure)
  return total === undefined ? { submission: form.id } : refOf(form, total)
}

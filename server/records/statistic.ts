import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { UNGROUPED } from './activity.ts'

/** Whose observations are added up: those of campaigns, of reporters, or of single records. */
export type Owner = 'campaign' | 'organization' | 'record'

/** What figures can be split by so far. */
export type SplitBy = 'region' | 'organization' | 'group' | 'record'

export interface SumQuery {
  readonly owner: Owner
  readonly owners: readonly string[]
  readonly by: SplitBy | null
  readonly measures: readonly string[]
}

/** The observations of one owner, key, measure and qualifier, added up. */
export interface Sum {
  readonly owner: string
  readonly key: string
  readonly measure: string
  readonly qualifier: string
  readonly value: number | null
  /** How many cells are in the sum; blank cells are in none (missing is never zero). */
  readonly cells: number
  readonly sample: number
  readonly basis: string
}

/** A cell behind a figure. */
export interface CellRow {
  readonly owner: string
  readonly key: string
  readonly measure: string
  readonly record: string
  readonly submission: string
  readonly sheet: string
  readonly cell: string
  readonly raw: string | null
}

/** Adds observations up: one statement, however many owners, keys and rows there are. */
export async function sumObservations(db: Db, at: number, query: SumQuery): Promise<Sum[]> {
  const { owner, key } = columnsOf(query)
  const rows = await observations(db, at, query)
    .select((eb) => [
      owner.as('owner'),
      key.as('key'),
      'measure',
      'qualifier',
      'basis',
      eb.fn.sum<number>('value').as('value'),
      eb.fn.count<number>('value').as('cells'),
      eb.fn.max('sample').as('sample'),
    ])
    .groupBy([owner, key, 'measure', 'qualifier', 'basis'])
    .orderBy(key)
    .execute()
  return rows.map((row) => ({
    ...row,
    key: query.by === null ? '' : row.key,
    value: row.value === null ? null : Number(row.value),
    cells: Number(row.cells),
  }))
}

/** The first cells behind each figure of a query, in the order of records and cells; one statement. */
export async function findCells(
  db: Db,
  at: number,
  query: SumQuery,
  first: number,
): Promise<CellRow[]> {
  const { owner, key } = columnsOf(query)
  const place = sql<number>`row_number() over (partition by ${owner}, ${key}, measure order by record, cell)`
  const ranked = observations(db, at, query)
    .where('value', 'is not', null)
    .select(['measure', 'record', 'submission', 'sheet', 'cell', 'raw'])
    .select([owner.as('owner'), key.as('key'), place.as('place')])
  const rows = await db
    .selectFrom(ranked.as('ranked'))
    .select(['owner', 'key', 'measure', 'record', 'submission', 'sheet', 'cell', 'raw'])
    .where('place', '<=', first)
    .orderBy('place')
    .execute()
  return query.by === null ? rows.map((row) => ({ ...row, key: '' })) : rows
}

/** Which reporters of these campaigns have given a number for which measure. */
export async function findReported(db: Db, campaigns: readonly string[], at: number) {
  return db
    .selectFrom('observation')
    .where('since', '<=', at)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
    .where('campaign', 'in', [...campaigns])
    .where('value', 'is not', null)
    .select(['campaign', 'organization', 'measure'])
    .groupBy(['campaign', 'organization', 'measure'])
    .execute()
}

/** The facts of these records as they stood. */
export async function findObservationsOf(db: Db, records: readonly string[], at: number) {
  return db
    .selectFrom('observation')
    .selectAll()
    .where('since', '<=', at)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
    .where('record', 'in', [...records])
    .orderBy('record')
    .orderBy('cell')
    .execute()
}

/** Every fact that these records ever had, in the order of cells. */
export async function getObservationVersions(db: Db, records: readonly string[]) {
  return db
    .selectFrom('observation')
    .selectAll()
    .where('record', 'in', [...records])
    .orderBy('record')
    .orderBy('cell')
    .execute()
}

function observations(db: Db, at: number, { owner, owners, measures, by }: SumQuery) {
  const all = db
    .selectFrom('observation')
    .where('since', '<=', at)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
    .where(owner, 'in', [...owners])
    .where('measure', 'in', [...measures])
  const whole = owner !== 'record' && by !== 'group' && by !== 'record'
  return whole ? all.where(outranking(at)) : all.where('basis', '=', 'SUM_OF_ROWS')
}

/**
 * Where the platform of record gives a reporter's total, the rows of its forms do not count (Z19-19).
 * What the platform does not split (groups, activities) is told from the rows.
 */
const outranking = (at: number) => sql<boolean>`(basis = 'PLATFORM_OF_RECORD' or not exists (
  select 1 from observation as total where total.basis = 'PLATFORM_OF_RECORD'
    and total.campaign = observation.campaign and total.organization = observation.organization
    and total.measure = observation.measure
    and total.since <= ${at} and (total."until" is null or total."until" > ${at})))`

/** Sub-actions (G1a) are counted under their group (G1). */
function columnsOf({ owner, by }: SumQuery): {
  owner: RawBuilder<string>
  key: RawBuilder<string>
} {
  const column = sql<string>`${sql.ref(owner)}`
  if (by === null) return { owner: column, key: column }
  if (by === 'group') {
    return {
      owner: column,
      key: sql<string>`coalesce(substr("group", 1, 2), ${sql.lit(UNGROUPED)})`,
    }
  }
  return { owner: column, key: sql<string>`coalesce(${sql.ref(by)}, '')` }
}

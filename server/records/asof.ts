import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Database, RecordTables, RecordType } from '../../schema/database.ts'
import type { RecordTable, SourceTable } from '../../schema/tables/row.ts'
import type { Db } from '../store/open.ts'

/** A record as it stood at a revision, and that revision. */
export type RowOf<T extends RecordType> = RecordTables[T] & { readonly at: number }

export type Rows<T extends RecordType> = SelectQueryBuilder<Database, T, RowOf<T>>

/** What any record table can be asked: every one has these columns. */
interface AnyRecord {
  record: RecordTable
}

/**
 * The rows of a table that were in force at a revision: since ≤ at < until. With `columns` only these are
 * read; whoever names them knows that nobody will look at another.
 */
export function asOf<T extends RecordType>(
  db: Db,
  type: T,
  at: number,
  columns: readonly string[] | null = null,
): Rows<T> {
  const from = (db as unknown as Kysely<AnyRecord>).selectFrom(type as 'record')
  const rows = columns === null ? from.selectAll() : from.select(columns as readonly 'id'[])
  return rows
    .select(sql<number>`cast(${at} as double precision)`.as('at')) // a bare parameter comes back from PostgreSQL as text
    .where('since', '<=', at)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)])) as unknown as Rows<T>
}

/** The records with these ids that were in force; those unknown are absent; the order is not promised. */
export async function getByIds<T extends RecordType>(
  db: Db,
  type: T,
  ids: readonly string[],
  at: number,
): Promise<RowOf<T>[]> {
  if (ids.length === 0) return []
  const query = asOf(db, type, at) as unknown as SelectQueryBuilder<AnyRecord, 'record', RowOf<T>>
  return (await query.where('id', 'in', [...ids]).execute()) as unknown as RowOf<T>[]
}

/** Every state that these records ever had; the order is not promised. */
export async function getVersions(
  db: Db,
  type: RecordType,
  ids: readonly string[],
): Promise<RecordTable[]> {
  return (db as unknown as Kysely<AnyRecord>)
    .selectFrom(type as 'record')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
}

/** Where the states of these records were read, by record and the revision each began in. */
export async function getSources(db: Db, ids: readonly string[]): Promise<SourceTable[]> {
  return db
    .selectFrom('source')
    .selectAll()
    .where('record', 'in', [...ids])
    .execute()
}

/** How many rows a query has, whatever it selects. */
export async function countRows<T extends RecordType>(query: Rows<T>): Promise<number> {
  const counting = query as unknown as SelectQueryBuilder<AnyRecord, 'record', object>
  const row = await counting
    .clearSelect()
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

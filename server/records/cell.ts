import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { columnsOf, facts, keysOf, type Question, type RawKey } from './facts.ts'

/** A cell behind a figure. */
export interface CellRow {
  readonly key: readonly string[]
  readonly measure: string
  readonly record: string
  readonly submission: string
  readonly sheet: string
  readonly cell: string
  readonly raw: string | null
}

/** The first cells behind each figure of a question, in the order of records and cells; one statement. */
export async function findCells(
  db: Db,
  at: number,
  question: Question,
  first: number,
): Promise<CellRow[]> {
  const columns = columnsOf(question.by, at)
  const parts = [...columns.map((column) => column.sql), sql`measure`]
  const place = sql<number>`row_number() over (partition by ${sql.join(parts)} order by record, observation.sheet, cell)`
  const ranked = facts(db, at, question, true)
    .where('value', 'is not', null)
    .select(['measure', 'record', 'observation.submission', 'observation.sheet', 'cell', 'raw'])
    .select([...columns.map(({ name, sql: column }) => column.as(name)), place.as('place')])
  const rows = await db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('place', '<=', first)
    .orderBy('record')
    .orderBy('sheet')
    .orderBy('cell')
    .execute()
  const keyOf = await keysOf(db, at, question.by, rows as unknown as RawKey[])
  return rows.map((row) => ({
    ...(row as unknown as CellRow),
    key: keyOf(row as unknown as RawKey),
  }))
}

/** The cells of measures in these forms, whether their rows still count or not. */
export async function findCellsOfForms(
  db: Db,
  at: number,
  measures: readonly string[],
  forms: readonly string[],
) {
  return db
    .selectFrom('observation')
    .where('submission', 'in', [...forms])
    .where('measure', 'in', [...measures])
    .where('since', '<=', at)
    .where('value', 'is not', null)
    .select(['submission', 'measure', 'sheet', 'cell', 'raw'])
    .groupBy(['submission', 'measure', 'sheet', 'cell', 'raw'])
    .orderBy('submission')
    .orderBy('sheet')
    .orderBy('cell')
    .execute()
}

/** The first numbers that were read from each of these forms, in the order of records and cells, whether they still count or not. */
export async function findNumbersOfForms(
  db: Db,
  at: number,
  forms: readonly string[],
  first: number,
) {
  const place = sql<number>`row_number() over (partition by submission order by record, sheet, cell, measure)`
  const ranked = db
    .selectFrom('observation')
    .where('submission', 'in', [...forms])
    .where('measure', '<>', 'ACTIVITY_COUNT') // a row counts itself: no cell says so
    .where('since', '<=', at)
    .where('value', 'is not', null)
    .select(['submission', 'record', 'measure', 'sheet', 'cell', 'raw', place.as('place')])
    .groupBy(['submission', 'record', 'measure', 'sheet', 'cell', 'raw'])
  return db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('place', '<=', first)
    .orderBy('submission')
    .orderBy('place')
    .execute()
}

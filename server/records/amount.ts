import { sql } from 'kysely'
import { HubError } from '../errors.ts'
import type { Db } from '../store/open.ts'
import { columnsOf, ever, facts, isSingle, keysOf, type Question, type RawKey } from './facts.ts'

/** Facts of one measure, qualifier and basis, added up for one value of each dimension asked for. */
export interface Amount {
  readonly key: readonly string[]
  readonly measure: string
  readonly qualifier: string
  readonly basis: string
  readonly value: number
  /** How many cells are in it; blank cells are in none (missing is never zero). */
  readonly cells: number
  readonly sample: boolean
  /** What must not be told: `value` is 0 and means nothing. */
  readonly withheld?: true
}

/** An amount, the reporter it is from, and the revisions in which it was in force. */
export interface DatedAmount extends Amount {
  readonly reporter: string
  readonly since: number
  readonly until: number | null
}

/** More lines than anyone reads; the table that needs them is refused. */
export const MOST_ROWS = 10_000

/** Adds facts up: one statement, however many owners, keys and rows there are. */
export async function sumAmounts(db: Db, at: number, question: Question): Promise<Amount[]> {
  const columns = columnsOf(question.by, at)
  const single = isSingle(question)
  const rows = await facts(db, at, question, single)
    .select(columns.map(({ name, sql: column }) => column.as(name)))
    .select((eb) => [
      'measure',
      'qualifier',
      'basis',
      eb.fn.sum<number>('value').as('value'),
      (single ? eb.fn.count<number>('value') : sql<number>`sum(observation.cells)`).as('cells'),
      eb.fn.max('observation.sample').as('sample'),
    ])
    .groupBy([...columns.map((_, i) => sql.lit(i + 1)), 'measure', 'qualifier', 'basis'] as never)
    .limit(MOST_ROWS * question.measures.length * 4 + 1)
    .execute()
  if (rows.length > MOST_ROWS * question.measures.length * 4) throw tooManyRows()
  const keyOf = await keysOf(db, at, question.by, rows as unknown as RawKey[])
  return rows.map((row) => ({
    key: keyOf(row as unknown as RawKey),
    measure: row.measure,
    qualifier: row.qualifier,
    basis: row.basis,
    value: Number(row.value ?? 0),
    cells: Number(row.cells),
    sample: Number(row.sample) === 1,
  }))
}

/** Every amount that was ever in force up to a revision, by reporter, and when: one statement. */
export async function sumVersions(db: Db, at: number, question: Question): Promise<DatedAmount[]> {
  const columns = columnsOf(question.by, at)
  const dated = ['observation.campaign', 'observation.organization', 'observation.since'] as const
  const single = isSingle(question)
  const rows = await ever(db, at, question, single)
    .select(columns.map(({ name, sql: column }) => column.as(name)))
    .select([...dated, 'observation.until', 'measure', 'qualifier', 'basis'])
    .select((eb) => [
      eb.fn.sum<number>('value').as('value'),
      (single ? eb.fn.count<number>('value') : sql<number>`sum(observation.cells)`).as('cells'),
      eb.fn.max('observation.sample').as('sample'),
    ])
    .groupBy([...columns.map((_, i) => sql.lit(i + 1))] as never)
    .groupBy([...dated, 'observation.until', 'measure', 'qualifier', 'basis'])
    .execute()
  const keyOf = await keysOf(db, at, question.by, rows as unknown as RawKey[])
  return rows.map((row) => ({
    key: keyOf(row as unknown as RawKey),
    measure: row.measure,
    qualifier: row.qualifier,
    basis: row.basis,
    value: Number(row.value ?? 0),
    cells: Number(row.cells),
    sample: Number(row.sample) === 1,
    reporter: `${row.campaign} ${row.organization}`,
    since: Number(row.since),
    until: row.until === null ? null : Number(row.until),
  }))
}

export function tooManyRows(): HubError {
  return new HubError(
    'QUERY_TOO_COMPLEX',
    `The table would have more than ${MOST_ROWS} rows: name fewer dimensions in 'by', or narrow 'filter'.`,
  )
}

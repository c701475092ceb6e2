import type { Kysely } from 'kysely'
import type { RecordType } from '../../schema/database.ts'
import {
  parse,
  type RecordTable,
  type SourceRef,
  type SourceTable,
} from '../../schema/tables/row.ts'
import { BadInputError } from '../errors.ts'
import { CHANGE_TYPES } from './change.ts'
import type { Trx } from './ledger.ts'

// Where a value stands: in states of its record, in claims and notes of forms, and the cells that told it.

export interface Column {
  readonly type: RecordType
  readonly record: string
  readonly field: string
  readonly nullable: boolean
}

interface AnyTable {
  record: RecordTable & Record<string, unknown>
  source: SourceTable
}

export const tablesOf = (trx: Trx) => trx as unknown as Kysely<AnyTable>

const KEPT: ReadonlySet<string> = new Set(['id', 'since', 'until', 'digest', 'sample'])

export async function columnOf(trx: Trx, record: string, field: string): Promise<Column> {
  const type = record.split(':')[0] as RecordType
  if (!Object.values<string>(CHANGE_TYPES).includes(type)) {
    throw new BadInputError(`'${record}' is no record: write its id, such as activity:… .`)
  }
  const tables = await trx.introspection.getTables()
  const columns = tables.find(({ name }) => name === type)?.columns ?? []
  const erasable = columns.filter(({ name }) => !KEPT.has(name))
  const found = erasable.find(({ name }) => name === field)
  if (found === undefined) {
    const names = erasable.map(({ name }) => name).join(', ')
    throw new BadInputError(`'${record}' has no field '${field}'. It has: ${names}.`)
  }
  return { type, record, field, nullable: found.isNullable }
}

interface Held {
  readonly since: number
  readonly value: string
}

export async function statesHolding(trx: Trx, { type, record, field }: Column): Promise<Held[]> {
  const rows = await tablesOf(trx)
    .selectFrom(type as 'record')
    .select(['since', `${field} as value`])
    .where('id', '=', record)
    .where(field, 'is not', null)
    .execute()
  return rows.map(({ since, value }) => ({ since: Number(since), value: String(value) }))
}

/** What forms say of it that count for nothing yet: held rows, and forms that wait for their release. */
export async function notesHolding(trx: Trx, { type, record, field }: Column): Promise<string[]> {
  const said = (value: unknown) =>
    value == null ? [] : typeof value === 'string' ? value : JSON.stringify(value)
  if (type === 'submission') {
    const rows = await trx
      .selectFrom('filing')
      .select('stored')
      .where('submission', '=', record)
      .execute()
    return rows.flatMap(({ stored }) => said(parse(stored)[field]))
  }
  const rows = await trx
    .selectFrom('claim')
    .select('content')
    .where('record', '=', record)
    .execute()
  return rows.flatMap(({ content }) => {
    const { values = {} } = parse(content) as { values?: Record<string, unknown> }
    return said(values[field])
  })
}

export type Place = Pick<SourceRef, 'submission' | 'sheet' | 'cell' | 'raw'>
export type Quiet = <T extends Place>(place: T) => T

/** Takes what a cell says from whatever quotes one of these cells. */
export function withoutCells(told: readonly SourceRef[]): Quiet {
  const keyOf = ({ submission, sheet, cell }: Place) => `${submission} ${sheet} ${cell}`
  const cells = new Set(told.map(keyOf))
  return (place) => (cells.has(keyOf(place)) ? { ...place, raw: null } : place)
}

/** The cells that told the value, in every state of the record: under its own field or within a longer text. */
export async function tellersOf(
  trx: Trx,
  { type, record, field }: Column,
  values: readonly string[],
): Promise<SourceRef[]> {
  if (type === 'submission') return [{ field, submission: record }]
  const rows = await trx.selectFrom('source').select('refs').where('record', '=', record).execute()
  const claims = await trx
    .selectFrom('claim')
    .select('content')
    .where('record', '=', record)
    .execute()
  const words = wordsOf(values)
  const refs = [
    ...rows.flatMap((row) => parse(row.refs)),
    ...claims.flatMap((row) => (parse(row.content) as { sources?: SourceRef[] }).sources ?? []),
  ]
  return refs.filter(
    (ref) =>
      ref.submission !== undefined &&
      (ref.field === field || words.some((word) => ref.raw?.includes(word))),
  )
}

/** The values that are words: a number says nothing of where it stands. */
export const wordsOf = (values: readonly string[]) =>
  values.filter((value) => value.length > 1 && !/^[\d.]+$/.test(value))

export const submissionsOf = (told: readonly SourceRef[]) => [
  ...new Set(told.flatMap(({ submission }) => submission ?? [])),
]

export async function filesOf(trx: Trx, told: readonly SourceRef[]): Promise<string[]> {
  const submissions = submissionsOf(told)
  if (submissions.length === 0) return []
  const rows = await trx
    .selectFrom('filing')
    .select('sha256')
    .where('submission', 'in', submissions)
    .execute()
  return [...new Set(rows.map(({ sha256 }) => sha256))]
}

/** Records of the same type in force that still hold the same text. */
export async function othersWith(
  trx: Trx,
  { type, field }: Column,
  values: readonly string[],
): Promise<string[]> {
  const rows = await tablesOf(trx)
    .selectFrom(type as 'record')
    .select('id')
    .where('until', 'is', null)
    .where(field, 'in', values)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

import type { Kysely } from 'kysely'
import type { RecordType } from '../../schema/database.ts'
import type { RevisionTable } from '../../schema/tables/revision.ts'
import {
  parse,
  type RecordTable,
  type SourceRef,
  type SourceTable,
} from '../../schema/tables/row.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { BadInputError } from '../errors.ts'
import { CHANGE_TYPES } from './change.ts'
import { followRecord } from './follow.ts'
import { hubKind } from './hub.ts'
import { closeLedger, keep, type Ledger, type Trx } from './ledger.ts'
import { keepSearchedAnew } from './searched.ts'

/** What an erasure took out, and of which files the kept originals must go too. */
export interface Erased {
  readonly revision: RevisionTable
  /** How many states of the record held the value. */
  readonly states: number
  /** SHA-256 of the filed files that told it. */
  readonly files: readonly string[]
  /** Other records in force that hold the same text; nobody said that it must go there. */
  readonly elsewhere: readonly string[]
}

/** What stands where a field may not be empty. */
const GONE = '〔已删除〕'
const EMPTY: ReadonlySet<string> = new Set(['[]', '{}', GONE])

/**
 * Takes the value of one field of one record out of every revision and leaves a public tombstone with the
 * reason: the one exception to I1. Its states keep their digests and lose their salt, so the chain of
 * revisions holds and nobody can try values out on it. Personal Information Protection Law of the PRC, art. 47.
 */
export async function eraseValue(
  ledger: Ledger,
  record: string,
  field: string,
  reason: string,
): Promise<Erased> {
  const { trx } = ledger
  const column = await columnOf(trx, record, field)
  const held = (await statesHolding(trx, column)).filter(({ value }) => !EMPTY.has(value))
  const noted = (await notesHolding(trx, column)).filter((value) => !EMPTY.has(value))
  const values = [...new Set([...held.map(({ value }) => value), ...noted])]
  if (values.length === 0) {
    throw new BadInputError(`No state of '${record}' has anything in '${field}'.`)
  }
  const told = await tellersOf(trx, column, values)
  const quiet = withoutCells(told)
  await emptyStates(trx, column, values)
  await emptySources(trx, column, quiet)
  await emptyClaims(trx, column, quiet)
  const touched = await emptyFindings(trx, told)
  await emptySummaries(trx, values)
  const files = await filesOf(trx, told)
  if (column.type === 'submission' && field === 'fileName') await emptyReceipts(trx, files)

  const entombed = [{ record, field }, ...touched.map((id) => ({ record: id, field: 'findings' }))]
  await entomb(ledger, entombed, reason)
  await followRecord(ledger, { type: column.type, record }, submissionsOf(told))
  const revision = await closeLedger(ledger, {
    zh: `删除：${record} 的 ${field}。理由：${reason}`,
    en: `Erasure: ${field} of ${record}. Reason: ${reason}`,
  })
  if (revision === undefined) throw new Error('An erasure raises a revision')
  const elsewhere = await othersWith(trx, column, values)
  return { revision, states: held.length, files, elsewhere }
}

interface Column {
  readonly type: RecordType
  readonly record: string
  readonly field: string
  readonly nullable: boolean
}

interface AnyTable {
  record: RecordTable & Record<string, unknown>
  source: SourceTable
}

const tablesOf = (trx: Trx) => trx as unknown as Kysely<AnyTable>

const KEPT: ReadonlySet<string> = new Set(['id', 'since', 'until', 'digest', 'sample'])

async function columnOf(trx: Trx, record: string, field: string): Promise<Column> {
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

async function statesHolding(trx: Trx, { type, record, field }: Column): Promise<Held[]> {
  const rows = await tablesOf(trx)
    .selectFrom(type as 'record')
    .select(['since', `${field} as value`])
    .where('id', '=', record)
    .where(field, 'is not', null)
    .execute()
  return rows.map(({ since, value }) => ({ since: Number(since), value: String(value) }))
}

/** What forms say of it that count for nothing yet: held rows, and forms that wait for their release. */
async function notesHolding(trx: Trx, { type, record, field }: Column): Promise<string[]> {
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

async function emptyStates(trx: Trx, column: Column, values: readonly string[]): Promise<void> {
  const { type, record, field } = column
  await tablesOf(trx)
    .updateTable(type as 'record')
    .set({ [field]: emptyOf(column, values[0] ?? '') })
    .where('id', '=', record)
    .where(field, 'is not', null)
    .execute()
  const states = tablesOf(trx)
    .selectFrom(type as 'record')
    .selectAll()
    .where('id', '=', record)
  await keepSearchedAnew(trx, type, (await states.execute()) as unknown as RecordTable[])
}

function emptyOf({ nullable }: Pick<Column, 'nullable'>, value: string): string | null {
  if (nullable) return null
  return value.startsWith('[') ? '[]' : value.startsWith('{') ? '{}' : GONE
}

/** A state whose salt is gone is believed by its digest. */
async function emptySources(trx: Trx, { record }: Column, quiet: Quiet): Promise<void> {
  const rows = await trx.selectFrom('source').selectAll().where('record', '=', record).execute()
  for (const { since, refs } of rows) {
    await trx
      .updateTable('source')
      .set({ refs: JSON.stringify(parse(refs).map(quiet)), salt: null })
      .where('record', '=', record)
      .where('since', '=', since)
      .execute()
  }
  const facts = await trx
    .selectFrom('observation')
    .select(['since', 'measure', 'submission', 'sheet', 'cell', 'raw'])
    .where('record', '=', record)
    .where('raw', 'is not', null)
    .execute()
  for (const fact of facts) {
    if (quiet(fact).raw !== null) continue
    await trx
      .updateTable('observation')
      .set({ raw: null })
      .where('record', '=', record)
      .where('since', '=', fact.since)
      .where('measure', '=', fact.measure)
      .where('cell', '=', fact.cell)
      .execute()
  }
}

type Place = Pick<SourceRef, 'submission' | 'sheet' | 'cell' | 'raw'>
type Quiet = <T extends Place>(place: T) => T

/** Takes what a cell says from whatever quotes one of these cells. */
function withoutCells(told: readonly SourceRef[]): Quiet {
  const keyOf = ({ submission, sheet, cell }: Place) => `${submission} ${sheet} ${cell}`
  const cells = new Set(told.map(keyOf))
  return (place) => (cells.has(keyOf(place)) ? { ...place, raw: null } : place)
}

/** The cells that told the value, in every state of the record: under its own field or within a longer text. */
async function tellersOf(
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
const wordsOf = (values: readonly string[]) =>
  values.filter((value) => value.length > 1 && !/^[\d.]+$/.test(value))

const submissionsOf = (told: readonly SourceRef[]) => [
  ...new Set(told.flatMap(({ submission }) => submission ?? [])),
]

/** So that no record that follows from the forms gets the value back. */
async function emptyClaims(trx: Trx, column: Column, quiet: Quiet): Promise<void> {
  const { record, field } = column
  const isName = field === 'nameZh'
  const claims = await trx.selectFrom('claim').selectAll().where('record', '=', record).execute()
  for (const { submission, position, content } of claims) {
    const said = parse(content) as {
      values?: Record<string, unknown>
      sources?: SourceRef[]
      observations?: Place[]
      known?: { name: string }
    }
    if (said.values?.[field] == null) continue
    const value = said.values[field]
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const emptied = {
      ...said,
      values: { ...said.values, [field]: asGiven(emptyOf(column, text)) },
      sources: said.sources?.map(quiet),
      observations: said.observations?.map(quiet),
      known: isName && said.known ? { ...said.known, name: '' } : said.known,
    }
    await trx
      .updateTable('claim')
      .set({ content: JSON.stringify(emptied) })
      .where('submission', '=', submission)
      .where('position', '=', position)
      .execute()
  }
}

const asGiven = (empty: string | null): unknown =>
  empty === '[]' ? [] : empty === '{}' ? {} : empty

/** Remarks on the cells that told the value quote it; they keep place and code. Gives the forms touched. */
async function emptyFindings(trx: Trx, told: readonly SourceRef[]): Promise<string[]> {
  const touched: string[] = []
  for (const submission of submissionsOf(told)) {
    const cells = new Set(
      told
        .filter((ref) => ref.submission === submission)
        .map(({ sheet, cell }) => `${sheet}!${cell}`),
    )
    const silent = (findings: readonly FindingValue[]) =>
      findings.map((one) =>
        cells.has(`${one.sheet}!${one.cell}`)
          ? { ...one, message: { zh: GONE, en: 'Erased' } }
          : one,
      )
    const rows = await trx
      .selectFrom('submission')
      .select(['since', 'findings'])
      .where('id', '=', submission)
      .execute()
    for (const { since, findings } of rows) {
      const emptied = JSON.stringify(silent(parse(findings)))
      if (emptied === findings) continue
      if (!touched.includes(submission)) touched.push(submission)
      await trx
        .updateTable('submission')
        .set({ findings: emptied })
        .where('id', '=', submission)
        .where('since', '=', since)
        .execute()
      await trx
        .updateTable('source')
        .set({ salt: null })
        .where('record', '=', submission)
        .where('since', '=', since)
        .execute()
    }
    await emptyFiling(trx, submission, told, silent)
  }
  return touched
}

async function emptyFiling(
  trx: Trx,
  submission: string,
  told: readonly SourceRef[],
  silent: (findings: readonly FindingValue[]) => FindingValue[],
): Promise<void> {
  const row = await trx
    .selectFrom('filing')
    .select('stored')
    .where('submission', '=', submission)
    .executeTakeFirst()
  if (row === undefined) return
  const stored = parse(row.stored) as { findings?: FindingValue[]; fileName?: string | null }
  const own = told.flatMap(({ field, cell }) =>
    cell === undefined && field in stored ? field : [],
  )
  const emptied = {
    ...stored,
    findings: silent(stored.findings ?? []),
    ...Object.fromEntries(own.map((field) => [field, null])),
  }
  await trx
    .updateTable('filing')
    .set({ stored: JSON.stringify(emptied) })
    .where('submission', '=', submission)
    .execute()
}

/** A summary stands in its revision's hash by a salted digest, so its words may go. */
async function emptySummaries(trx: Trx, values: readonly string[]): Promise<void> {
  const words = wordsOf(values)
  if (words.length === 0) return
  const rows = await trx
    .selectFrom('revision')
    .select(['number', 'summaryZh', 'summaryEn'])
    .where('told', 'is not', null)
    .execute()
  for (const { number, summaryZh, summaryEn } of rows) {
    const without = (text: string) =>
      words.reduce((rest, word) => rest.replaceAll(word, GONE), text)
    if (without(summaryZh) === summaryZh && without(summaryEn) === summaryEn) continue
    await trx
      .updateTable('revision')
      .set({ summaryZh: without(summaryZh), summaryEn: without(summaryEn), salt: null })
      .where('number', '=', number)
      .execute()
  }
}

async function filesOf(trx: Trx, told: readonly SourceRef[]): Promise<string[]> {
  const submissions = submissionsOf(told)
  if (submissions.length === 0) return []
  const rows = await trx
    .selectFrom('filing')
    .select('sha256')
    .where('submission', 'in', submissions)
    .execute()
  return [...new Set(rows.map(({ sha256 }) => sha256))]
}

async function emptyReceipts(trx: Trx, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  await trx
    .updateTable('receipt')
    .set({ fileName: null })
    .where('sha256', 'in', [...files])
    .execute()
}

async function entomb(
  ledger: Ledger,
  entombed: readonly { record: string; field: string }[],
  reason: string,
): Promise<void> {
  const row = await ledger.trx
    .selectFrom('erasure')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const first = Number(row.count) + 1
  const sample = (await hubKind(ledger.trx)) === 'demo'
  const tombs = entombed.map(({ record, field }, i) => {
    const content = { values: { record, field, reason }, sources: [], sample }
    return [`erasure:${first + i}`, content] as const
  })
  await keep(ledger, 'erasure', new Map(tombs))
}

/** Records of the same type in force that still hold the same text. */
async function othersWith(
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

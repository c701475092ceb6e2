import { parse, type RecordTable, type SourceRef } from '../../schema/tables/row.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { countAgain } from './cluster.ts'
import type { Trx } from './ledger.ts'
import { keepSearchedAnew } from './searched.ts'
import { type Column, type Place, type Quiet, submissionsOf, tablesOf, wordsOf } from './teller.ts'

// Takes a value out of each table that holds it. What stays must still be a row, and the chain must still hold.

/** What stands where a field may not be empty. */
export const GONE = '〔已删除〕'

export async function emptyStates(
  trx: Trx,
  column: Column,
  values: readonly string[],
): Promise<void> {
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
  if (type === 'station' && COUNTED_BY.has(field)) await countAgain(trx)
}

const COUNTED_BY: ReadonlySet<string> = new Set(['lat', 'lon', 'locationPrecision', 'region'])

function emptyOf({ nullable }: Pick<Column, 'nullable'>, value: string): string | null {
  if (nullable) return null
  return value.startsWith('[') ? '[]' : value.startsWith('{') ? '{}' : GONE
}

/** A state whose salt is gone is believed by its digest. */
export async function emptySources(trx: Trx, { record }: Column, quiet: Quiet): Promise<void> {
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

/** So that no record that follows from the forms gets the value back. */
export async function emptyClaims(trx: Trx, column: Column, quiet: Quiet): Promise<void> {
  const { record, field } = column
  const isName = field === 'nameZh'
  const claims = await trx.selectFrom('claim').selectAll().where('record', '=', record).execute()
  for (const { submission, position, content } of claims) {
    const said = parse(content) as {
      values?: Record<string, unknown>
      initial?: Record<string, unknown>
      sources?: SourceRef[]
      observations?: Place[]
      known?: { name: string }
    }
    const emptied = {
      ...said,
      values: without(said.values, column),
      initial: without(said.initial, column),
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

function without(said: Record<string, unknown> | undefined, column: Column) {
  const value = said?.[column.field]
  if (said === undefined || value == null) return said
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return { ...said, [column.field]: asGiven(emptyOf(column, text)) }
}

const asGiven = (empty: string | null): unknown =>
  empty === '[]' ? [] : empty === '{}' ? {} : empty

/** Remarks on the cells that told the value quote it; they keep place and code. Gives the forms touched. */
export async function emptyFindings(trx: Trx, told: readonly SourceRef[]): Promise<string[]> {
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
export async function emptySummaries(trx: Trx, values: readonly string[]): Promise<void> {
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

export async function emptyReceipts(trx: Trx, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  await trx
    .updateTable('receipt')
    .set({ fileName: null })
    .where('sha256', 'in', [...files])
    .execute()
}

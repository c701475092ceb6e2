import type { Column, Form, Table } from '../../schema/forms/form.ts'
import { FORMS } from '../../schema/forms/shelf.ts'
import type { Term } from '../../schema/terms/term.ts'
import { labelsOf } from './labels.ts'
import { cellAt, mergedAt, type Sheet, usedRows } from './sheet.ts'
import { comparable } from './values/plain.ts'

/** A table found on a sheet: which column holds which field, and where its data begin and end. */
export interface FoundTable {
  readonly table: Table
  readonly headerRow: number
  /** First and last row of the data, as far as the next header or the end of the sheet. */
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: ReadonlyMap<string, FoundColumn>
}

export interface FoundColumn {
  readonly column: Column
  readonly index: number
  /** The title as it stands in the sheet, and the row that it stands in. */
  readonly title: string
  readonly row: number
  /** What the title multiplies numbers by: 万元 means 10,000. */
  readonly multiplier: number
}

export interface Recognized {
  readonly form: Form
  readonly tables: readonly FoundTable[]
}

/** The form that a sheet is a filled copy of; null where no known row of titles is found. */
export function recognize(sheet: Sheet): Recognized | null {
  const rows = usedRows(sheet)
    .slice(0, MOST_ROWS)
    .filter((row) => holdsTitles(sheet, row))
  const found = FORMS.filter((form) => form.layout === 'rows').flatMap((form) => {
    const tables = findTables(sheet, rows, form)
    return tables.length === 0 ? [] : [{ form, tables, score: scoreOf(tables) }]
  })
  found.sort((a, b) => b.score - a.score)
  const [best] = found
  return best === undefined ? null : { form: best.form, tables: bounded(best.tables, sheet) }
}

const MOST_ROWS = 2000

type Header = Omit<FoundTable, 'lastRow'>

function findTables(sheet: Sheet, rows: readonly number[], form: Form): Header[] {
  const headers: Header[] = []
  for (const row of rows) {
    for (const table of form.tables) {
      const columns = titlesIn(sheet, row, table)
      if (!isHeader(table, columns)) continue
      const deep = [...columns.values()].some((one) => one.column.over !== undefined)
      headers.push({ table, headerRow: row, firstRow: row + (deep ? 2 : 1), columns })
    }
    if (form.tables.length === 1 && headers.length > 0) break
  }
  return headers
}

/** A header names the fields that tell this table from others, or nearly all of its columns. */
function isHeader(table: Table, columns: ReadonlyMap<string, FoundColumn>): boolean {
  if (table.known.every((field) => columns.has(field))) return true
  const visible = table.columns.filter((column) => column.reader.as !== 'ignored')
  return columns.has(table.known[0] as string) && columns.size >= Math.max(3, visible.length - 3)
}

function titlesIn(sheet: Sheet, row: number, table: Table): Map<string, FoundColumn> {
  const found = new Map<string, FoundColumn>()
  for (let index = 1; index <= Math.min(sheet.columnCount, MOST_COLUMNS); index++) {
    const title = cellAt(sheet, row, index)?.text ?? ''
    const below = cellAt(sheet, row + 1, index)?.text ?? ''
    for (const column of table.columns) {
      if (found.has(column.field)) continue
      const own =
        column.over === undefined ? title : underTitle(sheet, row, index, column, title, below)
      if (own === '' || !names(column, own)) continue
      const titleRow = own === title ? row : row + 1
      const multiplier = multiplierOf(own)
      found.set(column.field, { column, index, title: own, row: titleRow, multiplier })
      break
    }
  }
  return found
}

const MOST_COLUMNS = 200

/** Under 覆盖人群 stand 类型 and 服务人次; some offices drop the upper title. */
function underTitle(
  sheet: Sheet,
  row: number,
  index: number,
  column: Column,
  title: string,
  below: string,
): string {
  const upper = mergedAt(sheet, row, index)
  const over = upper === undefined ? title : (cellAt(sheet, row, upper.left)?.text ?? '')
  const left = cellAt(sheet, row, index - 1)?.text ?? ''
  const named = [over, title, left].some((text) => column.over && matches(column.over, text))
  return named && below !== '' ? below : title
}

const names = ({ term }: Column, title: string): boolean => matches(term, title)

function matches(term: Term, title: string): boolean {
  return title !== '' && labelsOf(term).has(comparable(title))
}

/** Rows of titles are few: two cells that some form prints are enough to look closer. */
function holdsTitles(sheet: Sheet, row: number): boolean {
  let titles = 0
  for (let index = 1; index <= Math.min(sheet.columnCount, MOST_COLUMNS); index++) {
    const text = cellAt(sheet, row, index)?.text ?? ''
    if (text !== '' && PRINTED.has(comparable(text))) titles += 1
    if (titles === 2) return true
  }
  return false
}

const multiplierOf = (title: string): number =>
  /万元/.test(title) ? 10_000 : /千元/.test(title) ? 1000 : 1

function scoreOf(tables: readonly Header[]): number {
  return tables.reduce((sum, table) => sum + table.columns.size, 0)
}

function bounded(headers: readonly Header[], sheet: Sheet): FoundTable[] {
  return headers.map((header, i) => ({
    ...header,
    lastRow: (headers[i + 1]?.headerRow ?? sheet.rowCount + 1) - 1,
  }))
}

const PRINTED: ReadonlySet<string> = new Set(
  FORMS.flatMap((form) => form.tables.flatMap((table) => table.columns)).flatMap((column) => [
    ...labelsOf(column.term),
  ]),
)

import type { Column } from '../../schema/forms/form.ts'
import { addressOf, cellOf, type Pen, write } from './cells.ts'
import { type Known, type ReadCell, readCell } from './fields.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import type { FoundTable } from './recognize.ts'
import type { Cell, Sheet } from './sheet.ts'
import { isMissing } from './values/plain.ts'

/** Reads the row of a register, cell by cell; null where nothing is filled in. */
export type RowReader = (row: number, pen: Pen) => JudgedRow | null

export function openRowReader(sheet: Sheet, table: FoundTable, known: Known): RowReader {
  const columns = [...table.columns.values()].map(({ column }) => column)
  const filledIn = columns.filter(({ printed }) => printed !== true)
  const spoken = columns.filter(({ reader }) => reader.as !== 'private' && reader.as !== 'ignored')
  const readers = new Map(spoken.map((column) => [column, remembering(column, known)]))
  return (row, pen) => {
    const texts = filledIn.map(({ field }) => cellOf(sheet, table, field, row)?.text ?? '')
    if (texts.every(isMissing)) return null
    const cells: Record<string, JudgedCell> = {}
    let held = false
    for (const [column, read] of readers) {
      const at = addressOf(table, column.field, row)
      const cell = cellOf(sheet, table, column.field, row)
      const { value, remarks, withheld } = read(cell)
      held = write(pen, remarks, at, column.field) || held
      const raw = withheld || cell === undefined || cell.text === '' ? null : cell.text
      cells[column.field] = { cell: at, raw, value }
    }
    for (const { field, term, required } of table.table.columns) {
      if (!required || table.columns.has(field)) continue
      const missing = [remark('E_MISSING', { field: term.zh })]
      held = write(pen, missing, addressOf(table, field, row), field) || held
    }
    return { kind: 'row', row, held, cells }
  }
}

const REMEMBERED = 500 // texts of one column

/** The same few words fill most columns of a register, and each is read once. */
function remembering(column: Column, known: Known): (cell: Cell | undefined) => ReadCell {
  const read = new Map<string, ReadCell>()
  return (cell) => {
    const text = cell?.text ?? ''
    if (cell !== undefined && cell.kind !== 'text') return readCell(cell, column, known)
    const before = read.get(text)
    if (before !== undefined) return before
    const made = readCell(cell, column, known)
    if (read.size < REMEMBERED) read.set(text, made)
    return made
  }
}

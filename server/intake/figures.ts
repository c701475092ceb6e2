import { type Block, rowsOf } from './blocks.ts'
import { addressOf, judgedNumber, type Pen, readFigure, write } from './cells.ts'
import { remark } from './findings.ts'
import type { JudgedCell } from './judged.ts'
import type { FoundColumn, FoundTable } from './recognize.ts'
import { cellAt, type Sheet } from './sheet.ts'
import { both, type Certainty, exact } from './values/amount.ts'
import { isMissing } from './values/plain.ts'

/** A number of a row; no cell where the form has no such column. */
export interface ReadFigure {
  readonly cell: JudgedCell | null
  readonly held: boolean
}

/** One number of a block. Where a name covers several rows, numbers written in each are added. */
export function readFigureCell(
  sheet: Sheet,
  table: FoundTable,
  field: string,
  block: Block,
  pen: Pen,
  heads: number | null = null,
): ReadFigure {
  const found = table.columns.get(field)
  const printed = table.table.columns.find((column) => column.field === field)
  const missing = remark('E_MISSING', { field: printed?.term.zh ?? field })
  const required = printed?.required ?? false
  if (found === undefined) {
    if (!required) return { cell: null, held: false }
    return { cell: null, held: write(pen, [missing], addressOf(table, field, block.top), field) }
  }
  const filled = rowsOf(block).filter(
    (row) => !isMissing(cellAt(sheet, row, found.index)?.text ?? ''),
  )
  if (filled.length > 1) return readSummed(sheet, table, found, filled, pen, heads)
  const row = filled[0] ?? block.top
  const cell = cellAt(sheet, row, found.index)
  const reading = readFigure(cell, found, heads)
  const at = addressOf(table, field, row)
  const remarks = reading.missing && required ? [missing] : reading.remarks
  const raw = cell === undefined || cell.text === '' ? null : cell.text
  return { cell: judgedNumber(at, raw, reading), held: write(pen, remarks, at, field) }
}

function readSummed(
  sheet: Sheet,
  table: FoundTable,
  found: FoundColumn,
  rows: readonly number[],
  pen: Pen,
  heads: number | null,
): ReadFigure {
  const { field } = found.column
  const at = addressOf(table, field, rows[0] as number)
  const readings = rows.map((row) => readFigure(cellAt(sheet, row, found.index), found, heads))
  const held = readings.map((one, i) =>
    write(pen, one.remarks, addressOf(table, field, rows[i] as number), field),
  )
  const raw = rows.map((row) => cellAt(sheet, row, found.index)?.text ?? '').join('；')
  const known = readings.filter((one) => one.value !== null)
  if (held.includes(true) || known.length === 0) {
    return { cell: { cell: at, raw, value: null, qualifier: 'UNKNOWN' }, held: held.includes(true) }
  }
  const parts = known.flatMap((one) => one.value ?? [])
  const value = exact(parts.reduce((sum, part) => sum + part, 0))
  const qualifier = known.map((one) => one.qualifier as Certainty).reduce(both, 'EXACT')
  write(pen, [remark('W_SUMMED', { value })], at, field)
  return { cell: { cell: at, raw, value, qualifier, parts }, held: false }
}

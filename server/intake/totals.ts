import type { TotalValue } from '../../schema/tables/submission.ts'
import { addressOf, type Pen, readFigure, write } from './cells.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import type { FoundColumn, FoundTable } from './recognize.ts'
import { address, cellAt, type Sheet } from './sheet.ts'
import { both, type Certainty, exact } from './values/amount.ts'
import { isMissing } from './values/plain.ts'

type Total = Omit<TotalValue, 'sheet'>

const DUST = 0.01 // hours and yuan have two decimals; a sheet adds more of them

/**
 * The 合计 of a table beside the sum of its rows (X01): both are kept, the sum of rows is used.
 * Organization counts are never summed.
 */
export function totalsOf(
  sheet: Sheet,
  table: FoundTable,
  rows: readonly JudgedRow[],
  totalRow: number | null,
  pen: Pen,
): Total[] {
  const figures = [...table.columns.values()].filter(({ column }) => column.measure !== undefined)
  if (totalRow === null || rows.length === 0) return []
  const blank = figures.every(({ index }) => isMissing(cellAt(sheet, totalRow, index)?.text ?? ''))
  if (blank) {
    const cell = addressOf(table, 'activityName', totalRow)
    write(pen, [remark('W_TOTAL_MISSING')], cell, 'activityName')
  }
  return figures.map((found) => totalOf(sheet, found, rows, totalRow, pen, table))
}

/** Where the office wrote 无, its totals are zero (K10); a form left blank says nothing of the kind. */
export function zeroTotals(sheet: Sheet, table: FoundTable, totalRow: number | null): Total[] {
  const figures = [...table.columns.values()].filter(({ column }) => column.measure !== undefined)
  return figures.map(({ column: { field }, index }) => {
    const row = totalRow ?? table.firstRow
    const written = totalRow === null ? undefined : cellAt(sheet, totalRow, index)
    const declared = written?.number ?? null
    return { field, cell: address(row, index), declared, computed: 0, qualifier: 'EXACT' }
  })
}

function totalOf(
  sheet: Sheet,
  found: FoundColumn,
  rows: readonly JudgedRow[],
  totalRow: number,
  pen: Pen,
  table: FoundTable,
): Total {
  const { field } = found.column
  const cell = addressOf(table, field, totalRow)
  const reading = readFigure(cellAt(sheet, totalRow, found.index), found, null)
  const declared = reading.value
  if (field === 'organizationCount') {
    if (declared !== null) write(pen, [remark('I_NOT_ADDITIVE')], cell, field)
    return { field, cell, declared, computed: null, qualifier: reading.qualifier }
  }
  const taken = rows.filter((row) => !row.held).flatMap((row) => cellsOf(row, field))
  const numbers = taken.flatMap((one) => (typeof one.value === 'number' ? one.value : []))
  const computed = numbers.length === 0 ? null : exact(numbers.reduce((sum, one) => sum + one, 0))
  const qualifier = taken
    .flatMap((one) =>
      typeof one.value === 'number' ? ((one.qualifier ?? 'EXACT') as Certainty) : [],
    )
    .reduce(both, 'EXACT')

  // A row that could not be read explains any difference, so only whole columns are compared.
  const all = rows.flatMap((row) => cellsOf(row, field))
  const unread = all.some(
    ({ value, qualifier }) => typeof value !== 'number' && qualifier !== undefined,
  )
  const sum = exact(
    all.reduce((total, one) => total + (typeof one.value === 'number' ? one.value : 0), 0),
  )
  const differs = Math.abs((declared ?? 0) - sum) >= DUST
  if (declared !== null && !unread && differs) {
    const details = { field: found.column.term.zh, declared, computed: sum }
    write(pen, [remark('W_TOTAL_MISMATCH', details)], cell, field)
  }
  return { field, cell, declared, computed, qualifier }
}

function cellsOf(row: JudgedRow, field: string): JudgedCell[] {
  const own = row.cells[field]
  const covered = (row.coverage ?? []).flatMap((one) =>
    field === 'beneficiaryPersonTimes' ? (one.beneficiaryPersonTimes ?? []) : [],
  )
  return [...(own === undefined ? [] : [own]), ...covered]
}

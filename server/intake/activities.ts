import type { FindingValue } from '../../schema/tables/submission.ts'
import { type Block, blocksOf, saysNone } from './blocks.ts'
import { type Pen, write } from './cells.ts'
import { readCoverage } from './coverage.ts'
import { readFigureCell } from './figures.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedRow, JudgedTotal } from './judged.ts'
import { understandMedia } from './media.ts'
import { readName } from './naming.ts'
import type { FoundColumn, FoundTable } from './recognize.ts'
import { address, type Sheet } from './sheet.ts'
import { totalsOf, zeroTotals } from './totals.ts'
import { plain } from './values/plain.ts'

/** The rows and totals of one table of ZQ19-FORM. */
export interface UnderstoodTable {
  readonly rows: readonly JudgedRow[]
  readonly totals: readonly JudgedTotal[]
  readonly findings: readonly FindingValue[]
}

/** Understands a table of activities or of media reports, row by row. */
export function understandTable(sheet: Sheet, table: FoundTable): UnderstoodTable {
  const pen: Pen = { sheet: sheet.name, findings: [] }
  for (const found of table.columns.values()) noteTitle(found, pen)
  const { data, totalRow } = blocksOf(sheet, table, pen)
  const telling = data.filter((block) => !saysNone(sheet, table, block.top))
  const links = new Map<string, string>()
  const rows = telling.map((block) =>
    table.table.kind === 'media'
      ? understandMedia(sheet, table, block, pen, links)
      : understandActivity(sheet, table, block, pen),
  )
  const none = telling.length < data.length && rows.length === 0
  const totals = none
    ? zeroTotals(sheet, table, totalRow)
    : totalsOf(sheet, table, rows, totalRow, pen)
  return { rows, totals, findings: pen.findings }
}

/** A title that was retyped is told; one with another unit is told at each number. */
function noteTitle({ column, title, row, index, multiplier }: FoundColumn, pen: Pen): void {
  const { term, reader } = column
  if (title === term.zh || title === term.en || multiplier > 1 || reader.as === 'ignored') return
  const note = remark('I_NORMALISED', { raw: plain(title), value: term.zh })
  write(pen, [note], address(row, index), column.field)
}

function understandActivity(sheet: Sheet, table: FoundTable, block: Block, pen: Pen): JudgedRow {
  const { cells, held: nameHeld } = readName(sheet, table, block.top, pen)
  let held = nameHeld
  const personTimes = readFigureCell(sheet, table, 'volunteerPersonTimes', block, pen)
  held ||= personTimes.held
  if (personTimes.cell !== null) cells.volunteerPersonTimes = personTimes.cell
  const heads = typeof personTimes.cell?.value === 'number' ? personTimes.cell.value : null
  for (const field of ['organizationCount', 'serviceHours', 'investmentYuan']) {
    const read = readFigureCell(sheet, table, field, block, pen, heads)
    held ||= read.held
    if (read.cell !== null) cells[field] = read.cell
  }
  checkHours(cells, heads, pen)
  const coverage = readCoverage(sheet, table, block, pen)
  held ||= coverage.held
  const single = coverage.list.length === 1 ? coverage.list[0] : undefined
  return {
    kind: 'activity',
    row: block.top,
    held,
    cells: { ...cells, ...single },
    ...(coverage.list.length > 1 ? { coverage: coverage.list } : {}),
  }
}

/** X02: between a quarter of an hour and twelve hours for one person-time. */
function checkHours(cells: Record<string, JudgedCell>, heads: number | null, pen: Pen): void {
  const hours = cells.serviceHours
  if (hours === undefined || typeof hours.value !== 'number' || heads === null || heads === 0)
    return
  const ratio = hours.value / heads
  if (ratio >= 0.25 && ratio <= 12) return
  const rounded = Math.round(ratio * 100) / 100
  write(pen, [remark('W_HOURS_RATIO', { ratio: rounded })], hours.cell, 'serviceHours')
}

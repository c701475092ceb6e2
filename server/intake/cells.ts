import type { FindingValue } from '../../schema/tables/submission.ts'
import { findingOf, isError, type Remark, remark } from './findings.ts'
import type { JudgedCell } from './judged.ts'
import type { FoundColumn, FoundTable } from './recognize.ts'
import { address, type Cell, cellAt, type Sheet } from './sheet.ts'
import { readHours } from './values/hours.ts'
import { readReads, readReports } from './values/media.ts'
import { readMoney } from './values/money.ts'
import { type NumberReading, readNumber } from './values/number.ts'
import { findPersonal } from './values/personal.ts'

/** Collects what is found on a sheet, cell by cell, and remembers whether a row must be held. */
export interface Pen {
  readonly sheet: string
  readonly findings: FindingValue[]
}

/** Writes remarks on a cell; true where one of them holds the row. */
export function write(pen: Pen, remarks: readonly Remark[], cell: string, field: string): boolean {
  for (const one of remarks) pen.findings.push(findingOf(one, { sheet: pen.sheet, cell, field }))
  return remarks.some((one) => isError(one) && one.code !== 'E_PII')
}

export function cellOf(sheet: Sheet, table: FoundTable, field: string, row: number) {
  const column = table.columns.get(field)
  return column === undefined ? undefined : cellAt(sheet, row, column.index)
}

export function addressOf(table: FoundTable, field: string, row: number): string {
  return address(row, table.columns.get(field)?.index ?? 1)
}

/** Reads the number in a cell by the rule of its column; `personTimes` for hours given per head. */
export function readFigure(
  cell: Cell | undefined,
  found: FoundColumn,
  personTimes: number | null,
): NumberReading {
  const { column, multiplier } = found
  const { reader } = column
  if (reader.as === 'hours') return readHours(cell, personTimes)
  if (reader.as === 'money') return readMoney(cell, column.term.zh, multiplier)
  if (reader.as !== 'number') throw new Error(`${column.field} is not read as a number`)
  const rule = { field: column.term.zh, ...reader, multiplier }
  if (column.field === 'reads') return readReads(cell, rule)
  return MEDIA_COUNTS.has(column.field) ? readReports(cell, rule) : readNumber(cell, rule)
}

const MEDIA_COUNTS = new Set(['printReports', 'webReports'])

/** A cell as the report gives it, its number and whatever else was read in it. */
export function judgedNumber(cell: string, raw: string | null, reading: NumberReading): JudgedCell {
  const { value, qualifier, remarks: _remarks, missing, ...more } = reading
  return { cell, raw, value, ...(missing ? {} : { qualifier }), ...more }
}

/** Free text is looked through for personal data before anything repeats it. */
export function screened(raw: string): { safe: boolean; remarks: Remark[] } {
  const kinds = findPersonal(raw)
  return kinds.length === 0
    ? { safe: true, remarks: [] }
    : { safe: false, remarks: [remark('E_PII', { kinds: kinds.join('、') })] }
}

import type { Form } from '../../schema/forms/form.ts'
import { annexFields } from '../../schema/terms/fields.ts'
import { shanghaiDate } from '../clock.ts'
import { firstText, saysFooter, saysTotal } from './blocks.ts'
import { readBox } from './boxes.ts'
import { addressOf, cellOf, type Pen, write } from './cells.ts'
import { claimsOfActivities } from './claims/annex.ts'
import type { Numbering } from './claims/campaign.ts'
import type { Origin } from './claims/draft.ts'
import { windowBefore } from './days.ts'
import { remark } from './findings.ts'
import type { CheckOptions, FormInHand } from './hand.ts'
import { findHeaded, readPeriod } from './heading.ts'
import type { JudgedCell, JudgedPeriod, JudgedRow } from './judged.ts'
import { assignPeriod } from './period.ts'
import type { FoundTable } from './recognize.ts'
import { identifyReporter } from './reporter.ts'
import { cellAt, mergedAt, type Sheet, usedRows } from './sheet.ts'
import { totalsOf } from './totals.ts'
import { readWeekOfMonth } from './values/date.ts'
import { isMissing, tight } from './values/plain.ts'
import type { World } from './world.ts'

/** HZ17-A2: the activities of one week in a district, under categories that are filled down. */
export function judgeWeekly(
  sheet: Sheet,
  form: Form,
  table: FoundTable,
  world: World,
  options: CheckOptions,
): FormInHand {
  const pen: Pen = { sheet: sheet.name, findings: [] }
  const unit = findHeaded(sheet, [annexFields.formUnit, annexFields.week], table.headerRow)
  const at = (index: 0 | 1) => unit[index]?.cell ?? 'A1'
  const place = { sheet: sheet.name, cell: at(0), field: 'reporter' }
  const label = annexFields.formUnit.zh
  const { reporter, findings } = identifyReporter(unit[0]?.raw ?? '', place, label, world, {
    ...options,
    template: form.code,
  })
  const week = readWeek(unit[1]?.raw ?? '', at(1), world, form, options, pen)

  const { organization, region } = reporter
  const receivedAt = options.receivedAt ?? null
  const unreadable = week === null && pen.findings.some(({ severity }) => severity === 'ERROR')
  const assigned = unreadable
    ? null
    : assignPeriod(world, form.code, week, receivedAt, organization)
  const period = week ?? (assigned && { from: assigned.period.from, to: assigned.period.to })
  const { rows, totalRow } = rowsOf(sheet, table, period ?? windowOf(world, form, options), pen)
  const totals = totalsOf(sheet, table, rows, totalRow, pen)
  const claims = (origin: Origin, numbering?: Numbering) =>
    organization === null || assigned === null
      ? []
      : claimsOfActivities(rows, { ...origin, organization, region, assigned }, numbering)
  return {
    judged: {
      template: form.code,
      sheet: sheet.name,
      reporter,
      period,
      nil: rows.length === 0,
      rows,
      totals,
      findings: [...findings, ...pen.findings],
    },
    again: form.again,
    assigned,
    attributed: organization !== null && assigned !== null,
    claims,
  }
}

/** 7月第1周: two weeks may be meant; then the office has to say which (H17-36). */
function readWeek(
  raw: string,
  cell: string,
  world: World,
  form: Form,
  options: CheckOptions,
  pen: Pen,
): JudgedPeriod | null {
  if (isMissing(raw) || /^月?第?周?$/.test(tight(raw))) return null // as printed: not filled in
  const year = Number(windowOf(world, form, options).to.slice(0, 4))
  const days = readPeriod(raw, String(year))
  if (days !== null) return days
  const { value, remarks } = readWeekOfMonth(raw, year)
  write(pen, remarks, cell, 'period')
  return value
}

function windowOf(world: World, form: Form, { receivedAt }: CheckOptions): JudgedPeriod {
  const owed = world.obligations.find((one) => one.template === form.code)
  const until = owed?.weekly?.until ?? owed?.periods.at(-1)?.to ?? shanghaiDate(new Date())
  return windowBefore(receivedAt ? shanghaiDate(receivedAt) : until)
}

function rowsOf(sheet: Sheet, table: FoundTable, period: JudgedPeriod, pen: Pen) {
  const rows: JudgedRow[] = []
  let totalRow: number | null = null
  let category: JudgedCell | undefined
  for (const row of usedRows(sheet)) {
    if (row < table.firstRow || row > table.lastRow) continue
    const first = firstText(sheet, row)
    if (saysFooter(first)) break
    if (saysTotal(first)) {
      totalRow = row
      write(
        pen,
        [remark('I_TOTAL_ROW', { row })],
        addressOf(table, 'organizationName', row),
        'organizationName',
      )
      continue
    }
    category = categoryOf(sheet, table, row, period, pen) ?? category
    const filled = TELLING.some((field) => !isMissing(cellOf(sheet, table, field, row)?.text ?? ''))
    if (filled) rows.push(readRow(sheet, table, row, category, period, pen))
  }
  return { rows, totalRow }
}

const TELLING = ['organizationName', 'summary', 'time', 'volunteerHeadcount']

/** The category stands once, merged or not, over the rows that it is for (B10). */
function categoryOf(
  sheet: Sheet,
  table: FoundTable,
  row: number,
  period: JudgedPeriod,
  pen: Pen,
): JudgedCell | undefined {
  const found = table.columns.get('category')
  if (found === undefined) return undefined
  const top = mergedAt(sheet, row, found.index)?.top ?? row
  const cell = cellAt(sheet, top, found.index)
  if (top !== row || cell === undefined) return undefined
  return (
    readBox(found.column, addressOf(table, 'category', row), cell, period, pen).cell ?? undefined
  )
}

function readRow(
  sheet: Sheet,
  table: FoundTable,
  row: number,
  category: JudgedCell | undefined,
  period: JudgedPeriod,
  pen: Pen,
): JudgedRow {
  const cells: Record<string, JudgedCell> = category === undefined ? {} : { category }
  let held = false
  for (const column of table.table.columns) {
    if (column.field === 'category') continue
    const cell = cellOf(sheet, table, column.field, row)
    const read = readBox(column, addressOf(table, column.field, row), cell, period, pen)
    held ||= read.held
    if (read.cell !== null) cells[column.field] = read.cell
  }
  return { kind: 'activity', row, held, cells }
}

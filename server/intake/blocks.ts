import { addressOf, cellOf, type Pen, write } from './cells.ts'
import { remark } from './findings.ts'
import type { FoundTable } from './recognize.ts'
import { cellAt, mergedAt, type Sheet, usedRows } from './sheet.ts'
import { isMissing, plain, tight } from './values/plain.ts'

/** An activity and the rows that its merged name covers. */
export interface Block {
  readonly top: number
  readonly bottom: number
}

const PEOPLE = '联系人|填表人|填报人|审核人|制表人|经办人|联系电话|联系方式'
const LABELS =
  '电话|手机|传真|邮箱|电子邮箱|负责人|单位负责人|分管领导|主管领导|领导签字|签字|签名|盖章|日期|填表日期|填报日期|报送日期|填表时间|报送时间|备注\\d*|说明|注\\d*|附|附件'
const FOOTER = new RegExp(`^(?:${PEOPLE}|(?:${LABELS})(?:[:(]|$)|此表可复制|\\(此表可复制)`)
const TOTAL = /^(?:本周|本期|本月)?(?:合计|总计|共计|小计)(?:\([^)]*\))?:?$/
const SECTION = /^(?:二、|\(二\)|2[、.])?媒体宣传情况/

/** Where a table's data stand: the blocks of its activities, and the row of its 合计. */
export function blocksOf(sheet: Sheet, table: FoundTable, pen: Pen) {
  const rows = rowsOfTable(sheet, table)
  const totals = rows.filter((row) => isTotal(sheet, table, row))
  const lastTotal = totals.at(-1) ?? null
  const data: { top: number; bottom: number }[] = []
  const blank: number[] = []
  for (const row of rows) {
    if (totals.includes(row)) continue
    const afterTotal = lastTotal === null || row > lastTotal
    if (FOOTER.test(firstText(sheet, row))) {
      if (afterTotal) break
      continue
    }
    const current = data.at(-1)
    if (current !== undefined && row <= current.bottom) continue
    const filled = filledFields(sheet, table, row)
    // Below the 合计 stand notes and names: only a row with figures is an activity there.
    if (lastTotal !== null && afterTotal && !filled.some((field) => isFigure(table, field)))
      continue
    if (filled.length === 0) {
      blank.push(row)
    } else if (current !== undefined && filled.every(isCoverage)) {
      current.bottom = row
    } else {
      const column = table.columns.get('activityName')?.index ?? 1
      data.push({ top: row, bottom: mergedAt(sheet, row, column)?.bottom ?? row })
    }
  }
  const note = (code: 'I_TOTAL_ROW' | 'I_BLANK_ROW', row: number) =>
    write(pen, [remark(code, { row })], addressOf(table, 'activityName', row), 'activityName')
  for (const row of totals) note('I_TOTAL_ROW', row)
  // Unused printed rows at the end are no news; a gap between activities may be.
  const gaps = blank.filter((row) => row < (data.at(-1)?.top ?? 0))
  for (const row of gaps) note('I_BLANK_ROW', row)
  return { data, totalRow: lastTotal }
}

/** The used rows between the titles and the next table. */
function rowsOfTable(sheet: Sheet, table: FoundTable): number[] {
  const rows = usedRows(sheet).filter((row) => table.firstRow <= row && row <= table.lastRow)
  const section = rows.findIndex((row) => SECTION.test(firstText(sheet, row)))
  return section < 0 ? rows : rows.slice(0, section)
}

function isTotal(sheet: Sheet, table: FoundTable, row: number): boolean {
  return [firstText(sheet, row), tight(nameIn(sheet, table, row))].some(saysTotal)
}

export const saysTotal = (text: string): boolean => TOTAL.test(text)
export const saysFooter = (text: string): boolean => FOOTER.test(text)

/** The fields of a row that say something; the ordinal says nothing. */
function filledFields(sheet: Sheet, table: FoundTable, row: number): string[] {
  return [...table.columns.keys()].filter(
    (field) => field !== 'ordinal' && !isMissing(cellOf(sheet, table, field, row)?.text ?? ''),
  )
}

const isFigure = (table: FoundTable, field: string) =>
  table.columns.get(field)?.column.measure !== undefined

/** A row with audiences only goes on with the activity above it. */
const isCoverage = (field: string) => field === 'audience' || field === 'beneficiaryPersonTimes'

const MOST_COLUMNS = 50

/** The first text of a row, without any space. */
export function firstText(sheet: Sheet, row: number): string {
  for (let column = 1; column <= Math.min(sheet.columnCount, MOST_COLUMNS); column++) {
    const text = plain(cellAt(sheet, row, column)?.text ?? '')
    if (text !== '') return tight(text)
  }
  return ''
}

export const nameIn = (sheet: Sheet, table: FoundTable, row: number): string =>
  cellOf(sheet, table, 'activityName', row)?.text ?? ''

const NONE = /^(?:本周|本期|本月)?(?:无|没有|无活动|暂无活动|未开展活动|没有开展活动)$/

/** A row in which the office says that nothing happened: 无, and no figure but zero. */
export function saysNone(sheet: Sheet, table: FoundTable, row: number): boolean {
  if (!NONE.test(tight(nameIn(sheet, table, row)))) return false
  return filledFields(sheet, table, row)
    .filter((field) => isFigure(table, field))
    .every((field) =>
      /^(?:0|零|无|没有)$/.test(tight(cellOf(sheet, table, field, row)?.text ?? '')),
    )
}

export function rowsOf({ top, bottom }: Block): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i)
}

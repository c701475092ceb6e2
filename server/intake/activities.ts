import type { FindingValue, TotalValue } from '../../schema/tables/submission.ts'
import { addressOf, cellOf, judgedNumber, type Pen, readFigure, screened, write } from './cells.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedCoverage, JudgedRow } from './judged.ts'
import type { FoundTable } from './recognize.ts'
import { cellAt, mergedAt, type Sheet } from './sheet.ts'
import { totalsOf } from './totals.ts'
import { readAudiences } from './values/audience.ts'
import { readLinks } from './values/link.ts'
import { readActivityName } from './values/name.ts'
import { isMissing, plain, tight } from './values/plain.ts'

/** The rows and totals of one table of ZQ19-FORM. */
export interface UnderstoodTable {
  readonly rows: readonly JudgedRow[]
  readonly totals: readonly Omit<TotalValue, 'sheet'>[]
  readonly findings: readonly FindingValue[]
  /** The office wrote 无: nothing happened, and it says so. */
  readonly saysNone: boolean
}

const FOOTER =
  /^(?:联系人|联系电话|电话|填表人|填报人|审核人|制表人|负责人|经办人|备注|说明|注\d*[:：.]|附[:：])/
const TOTAL = /^(?:合计|总计|共计|小计|合 计)[:：]?$/
const SECTION = /^媒体宣传情况$/

/** Understands a table of activities or of media reports, row by row. */
export function understandTable(sheet: Sheet, table: FoundTable): UnderstoodTable {
  const pen: Pen = { sheet: sheet.name, findings: [] }
  const blocks = blocksOf(sheet, table, pen)
  const saysNone = blocks.data.some((block) => isNone(nameIn(sheet, table, block.top)))
  const data = blocks.data.filter((block) => !isNone(nameIn(sheet, table, block.top)))
  const rows = data.map((block) =>
    table.table.kind === 'media'
      ? understandMedia(sheet, table, block, pen)
      : understandActivity(sheet, table, block, pen),
  )
  const totals = totalsOf(sheet, table, rows, blocks.totalRow, pen)
  return { rows, totals, findings: pen.findings, saysNone }
}

/** An activity and the rows that its merged name covers. */
interface Block {
  readonly top: number
  readonly bottom: number
}

function blocksOf(sheet: Sheet, table: FoundTable, pen: Pen) {
  const data: { top: number; bottom: number }[] = []
  let totalRow: number | null = null
  for (let row = table.firstRow; row <= Math.min(table.lastRow, sheet.rowCount); row++) {
    const first = tight(firstText(sheet, row))
    if (SECTION.test(first) || FOOTER.test(first)) break
    if (TOTAL.test(first)) {
      totalRow = row
      write(
        pen,
        [remark('I_TOTAL_ROW', { row })],
        addressOf(table, 'activityName', row),
        'activityName',
      )
      break
    }
    const current = data.at(-1)
    if (current !== undefined && row <= current.bottom) continue
    if (isBlank(sheet, table, row)) continue
    if (current !== undefined && continues(sheet, table, row)) {
      current.bottom = row
      continue
    }
    const column = table.columns.get('activityName')?.index ?? 1
    data.push({ top: row, bottom: mergedAt(sheet, row, column)?.bottom ?? row })
  }
  return { data, totalRow }
}

/** A row with audiences only goes on with the activity above it. */
function continues(sheet: Sheet, table: FoundTable, row: number): boolean {
  const filled = [...table.columns.keys()].filter(
    (field) => field !== 'ordinal' && !isMissing(cellOf(sheet, table, field, row)?.text ?? ''),
  )
  return (
    filled.length > 0 &&
    filled.every((field) => field === 'audience' || field === 'beneficiaryPersonTimes')
  )
}

function isBlank(sheet: Sheet, table: FoundTable, row: number): boolean {
  return [...table.columns.keys()].every(
    (field) => field === 'ordinal' || plain(cellOf(sheet, table, field, row)?.text ?? '') === '',
  )
}

function firstText(sheet: Sheet, row: number): string {
  for (let column = 1; column <= Math.min(sheet.columnCount, 3); column++) {
    const text = plain(cellAt(sheet, row, column)?.text ?? '')
    if (text !== '') return text
  }
  return ''
}

const nameIn = (sheet: Sheet, table: FoundTable, row: number) =>
  cellOf(sheet, table, 'activityName', row)?.text ?? ''

const isNone = (text: string) =>
  /^(?:无|没有|本周无活动|无活动|暂无活动|本期无活动)$/.test(tight(text))

function understandActivity(sheet: Sheet, table: FoundTable, block: Block, pen: Pen): JudgedRow {
  const { cells, held: nameHeld } = readName(sheet, table, block.top, pen)
  let held = nameHeld
  const personTimes = readFigureCell(sheet, table, 'volunteerPersonTimes', block, pen, null)
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

function readName(sheet: Sheet, table: FoundTable, row: number, pen: Pen) {
  const raw = nameIn(sheet, table, row)
  const cell = addressOf(table, 'activityName', row)
  const cells: Record<string, JudgedCell> = {}
  if (isMissing(raw)) {
    const field = table.columns.get('activityName')?.column.term.zh ?? ''
    write(pen, [remark('E_MISSING', { field })], cell, 'activityName')
    cells.activityName = { cell, raw: raw || null, value: null }
    return { cells, held: true }
  }
  const { safe, remarks } = screened(raw)
  write(pen, remarks, cell, 'activityName')
  if (!safe) {
    cells.activityName = { cell, raw: null, value: null }
    cells.organizers = { cell, raw: null, value: [] }
    return { cells, held: false }
  }
  const { name, organizers } = readActivityName(raw)
  if (organizers.length === 0 && table.table.kind === 'activity') {
    write(pen, [remark('W_NO_ORGANISER')], cell, 'activityName')
  }
  cells.activityName = { cell, raw, value: name }
  cells.organizers = { cell, raw, value: organizers }
  return { cells, held: false }
}

/** One number of a block. Where a name covers several rows, numbers written in each are added. */
function readFigureCell(
  sheet: Sheet,
  table: FoundTable,
  field: string,
  block: Block,
  pen: Pen,
  heads: number | null,
): { cell: JudgedCell | null; held: boolean } {
  const found = table.columns.get(field)
  const place = addressOf(table, field, block.top)
  const required = table.table.columns.find((column) => column.field === field)?.required ?? false
  if (found === undefined) {
    if (!required) return { cell: null, held: false }
    const term = table.table.columns.find((column) => column.field === field)?.term.zh ?? field
    return { cell: null, held: write(pen, [remark('E_MISSING', { field: term })], place, field) }
  }
  const filled = rowsOf(block).filter(
    (row) => !isMissing(cellAt(sheet, row, found.index)?.text ?? ''),
  )
  if (filled.length > 1) return readSummed(sheet, table, field, filled, pen, heads)
  const row = filled[0] ?? block.top
  const cell = cellAt(sheet, row, found.index)
  const reading = readFigure(cell, found, heads)
  const at = addressOf(table, field, row)
  const remarks =
    reading.missing && required
      ? [remark('E_MISSING', { field: found.column.term.zh })]
      : reading.remarks
  const raw = cell === undefined || cell.text === '' ? null : cell.text
  return { cell: judgedNumber(at, raw, reading), held: write(pen, remarks, at, field) }
}

function readSummed(
  sheet: Sheet,
  table: FoundTable,
  field: string,
  rows: readonly number[],
  pen: Pen,
  heads: number | null,
): { cell: JudgedCell; held: boolean } {
  const found = table.columns.get(field)
  if (found === undefined) throw new Error(`${field} has no column`)
  const at = addressOf(table, field, rows[0] as number)
  const readings = rows.map((row) => readFigure(cellAt(sheet, row, found.index), found, heads))
  const held = readings.map((one, i) =>
    write(pen, one.remarks, addressOf(table, field, rows[i] as number), field),
  )
  const parts = readings.flatMap((one) => one.value ?? [])
  const raw = rows.map((row) => cellAt(sheet, row, found.index)?.text ?? '').join('；')
  if (held.includes(true))
    return { cell: { cell: at, raw, value: null, qualifier: 'UNKNOWN' }, held: true }
  const value = parts.reduce((sum, part) => sum + part, 0)
  write(pen, [remark('W_SUMMED', { value })], at, field)
  return { cell: { cell: at, raw, value, qualifier: 'EXACT', parts }, held: false }
}

function rowsOf({ top, bottom }: Block): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i)
}

/** X02: between a quarter of an hour and twelve hours for one person-time. */
function checkHours(cells: Record<string, JudgedCell>, heads: number | null, pen: Pen): void {
  const hours = cells.serviceHours
  if (hours === undefined || typeof hours.value !== 'number' || heads === null || heads === 0)
    return
  const ratio = hours.value / heads
  if (ratio >= 0.25 && ratio <= 12) return
  write(
    pen,
    [remark('W_HOURS_RATIO', { ratio: Math.round(ratio * 100) / 100 })],
    hours.cell,
    'serviceHours',
  )
}

function readCoverage(sheet: Sheet, table: FoundTable, block: Block, pen: Pen) {
  const list: JudgedCoverage[] = []
  let held = false
  for (const row of rowsOf(block)) {
    const audienceCell = cellOf(sheet, table, 'audience', row)
    const countCell = cellOf(sheet, table, 'beneficiaryPersonTimes', row)
    if (isMissing(audienceCell?.text ?? '') && isMissing(countCell?.text ?? '')) continue
    const one = readAudienceRow(sheet, table, row, pen)
    held ||= one.held
    list.push(...one.list)
  }
  return { list, held }
}

/** X05: a count of people served needs its audience; 其他 needs a text. */
function readAudienceRow(sheet: Sheet, table: FoundTable, row: number, pen: Pen) {
  const raw = cellOf(sheet, table, 'audience', row)?.text ?? ''
  const at = addressOf(table, 'audience', row)
  const { safe, remarks: personal } = screened(raw)
  const reading = readAudiences(safe && !isMissing(raw) ? raw : '')
  const count = readFigureCell(
    sheet,
    table,
    'beneficiaryPersonTimes',
    { top: row, bottom: row },
    pen,
    null,
  )
  let held = write(pen, [...personal, ...reading.remarks], at, 'audience') || count.held
  const served = typeof count.cell?.value === 'number' ? count.cell.value : null
  if (served !== null && served > 0 && reading.codes.length === 0 && safe) {
    held = write(pen, [remark('E_MISSING', { field: '类型' })], at, 'audience') || held
  }
  const counts = reading.counts.filter((one) => one !== null)
  if (counts.length > 1 && counts.length === reading.codes.length) {
    const cell = addressOf(table, 'audience', row)
    return {
      held,
      list: reading.codes.map((code, i) => ({
        audience: { cell, raw, value: code },
        beneficiaryPersonTimes: { cell, raw, value: counts[i] as number, qualifier: 'EXACT' },
      })),
    }
  }
  if (reading.codes.length > 1) {
    write(pen, [remark('W_MULTI_AUDIENCE', { n: reading.codes.length })], at, 'audience')
  }
  const value = reading.codes.length > 1 ? reading.codes : (reading.codes[0] ?? null)
  const text = reading.text === undefined ? {} : { text: reading.text }
  const audience = { cell: at, raw: safe && raw !== '' ? raw : null, value, ...text }
  return {
    held,
    list: [{ audience, ...(count.cell === null ? {} : { beneficiaryPersonTimes: count.cell }) }],
  }
}

function understandMedia(sheet: Sheet, table: FoundTable, block: Block, pen: Pen): JudgedRow {
  const { cells, held: nameHeld } = readName(sheet, table, block.top, pen)
  let held = nameHeld
  for (const field of ['printReports', 'webReports', 'reads']) {
    const read = readFigureCell(sheet, table, field, block, pen, null)
    held ||= read.held
    if (read.cell !== null) cells[field] = read.cell
  }
  const at = addressOf(table, 'links', block.top)
  const raw = rowsOf(block)
    .map((row) => cellOf(sheet, table, 'links', row)?.text ?? '')
    .filter((text) => !isMissing(text))
    .join('\n')
  if (raw !== '') {
    const { safe, remarks } = screened(raw)
    const links = readLinks(safe ? raw : '')
    held = write(pen, safe ? links.remarks : remarks, at, 'links') || held
    const text = links.text === undefined ? {} : { text: links.text }
    cells.links = { cell: at, raw: safe ? raw : null, value: links.urls, ...text }
  } else if (Number(cells.reads?.value ?? 0) > 0) {
    write(pen, [remark('W_NO_URL', { raw: '' })], at, 'links')
  }
  return { kind: 'media', row: block.top, held, cells }
}

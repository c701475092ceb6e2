import type { FindingValue } from '../../schema/tables/submission.ts'
import { codeOf, type TermRecord } from '../../schema/terms/term.ts'
import { addressOf, cellOf, type Pen, screened, write } from './cells.ts'
import { type Remark, remark } from './findings.ts'
import type { Column } from './forms/form.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import type { FoundTable } from './recognize.ts'
import type { Cell, Sheet } from './sheet.ts'
import { usedRows } from './sheet.ts'
import { checkCreditCode } from './values/credit.ts'
import { readHoursOpen } from './values/opening.ts'
import { isMissing, plain, tight } from './values/plain.ts'
import { matchOrganization, matchRegion, type World } from './world.ts'

/** The rows of a register: one row is one record, read column by column. */
export async function understandRegister(
  sheet: Sheet,
  table: FoundTable,
  world: World,
): Promise<{ rows: JudgedRow[]; findings: FindingValue[] }> {
  const pen: Pen = { sheet: sheet.name, findings: [] }
  const rows: JudgedRow[] = []
  const seen = new Set<string>()
  for (const row of usedRows(sheet)) {
    if (row < table.firstRow || row > table.lastRow) continue
    const read = readRow(sheet, table, row, world, pen)
    if (read === null) continue
    rows.push(repeated(read, table, seen, pen))
  }
  return { rows: await checkStations(rows, table, world, pen), findings: pen.findings }
}

function readRow(
  sheet: Sheet,
  table: FoundTable,
  row: number,
  world: World,
  pen: Pen,
): JudgedRow | null {
  const fields = [...table.columns.values()]
  if (
    fields.every(({ column }) => isMissing(cellOf(sheet, table, column.field, row)?.text ?? ''))
  ) {
    return null
  }
  const cells: Record<string, JudgedCell> = {}
  let held = false
  for (const { column } of fields) {
    if (column.reader.as === 'private' || column.reader.as === 'ignored') continue
    const at = addressOf(table, column.field, row)
    const cell = cellOf(sheet, table, column.field, row)
    const read = readCell(cell, column, world)
    held = write(pen, read.remarks, at, column.field) || held
    const raw = read.withheld || cell === undefined || cell.text === '' ? null : cell.text
    cells[column.field] = { cell: at, raw, value: read.value }
  }
  for (const { field, term, required } of table.table.columns) {
    if (!required || table.columns.has(field)) continue
    held =
      write(pen, [remark('E_MISSING', { field: term.zh })], addressOf(table, field, row), field) ||
      held
  }
  return { kind: 'row', row, held, cells }
}

interface ReadCell {
  readonly value: unknown
  readonly remarks: readonly Remark[]
  readonly withheld?: true
}

function readCell(cell: Cell | undefined, column: Column, world: World): ReadCell {
  const text = plain(cell?.text ?? '')
  if (isMissing(text)) {
    return column.required
      ? { value: null, remarks: [remark('E_MISSING', { field: column.term.zh })] }
      : { value: null, remarks: [] }
  }
  if (cell?.kind === 'error')
    return { value: null, remarks: [remark('E_FORMULA_ERROR', { raw: text })] }
  const { reader } = column
  switch (reader.as) {
    case 'code':
      return readCode(text, column, reader.list)
    case 'codes':
      return readCodes(text, column, reader.list)
    case 'region':
      return readRegion(text, world)
    case 'reference':
      return readReference(text, column, reader.to, world)
    case 'yesno':
      return readYesNo(text, column)
    case 'date':
      return readDate(cell, text)
    case 'degrees':
      return readDegrees(cell, text, column)
    case 'credit':
      return readCredit(cell, text)
    case 'phone':
      return readPhone(text)
    case 'hoursOpen':
      return readHoursOpen(text)
    case 'list':
      return { value: parts(text), remarks: [] }
    case 'positions':
      return { value: readPositions(text), remarks: [] }
    default:
      return readText(cell?.text ?? '')
  }
}

function readText(raw: string): ReadCell {
  const { safe, remarks } = screened(raw)
  return safe ? { value: plain(raw), remarks } : { value: null, remarks, withheld: true }
}

function readCode(text: string, column: Column, list: TermRecord): ReadCell {
  const code = codeOf(list, text)
  if (code !== undefined) return { value: code, remarks: [] }
  return { value: null, remarks: [unknownCode(text, column, list)] }
}

function readCodes(text: string, column: Column, list: TermRecord): ReadCell {
  const words = parts(text)
  const codes = words.map((word) => codeOf(list, word))
  const unknown = words.filter((_, i) => codes[i] === undefined)
  return {
    value: [...new Set(codes.filter((code) => code !== undefined))],
    remarks: unknown.map((word) => unknownCode(word, column, list)),
  }
}

function unknownCode(raw: string, { term }: Column, list: TermRecord): Remark {
  const choices = Object.values(list)
    .map((one) => one.zh)
    .join('、')
  return remark('E_CODE_UNKNOWN', { field: term.zh, raw, choices })
}

function readRegion(text: string, world: World): ReadCell {
  const match = matchRegion(world, text)
  if (match === null) return { value: null, remarks: [remark('E_REGION_UNKNOWN', { raw: text })] }
  const { found, former, byZoneName } = match
  const remarks = [
    ...(former ? [remark('W_OLD_DIVISION', { raw: text, value: found.nameZh })] : []),
    ...(byZoneName ? [remark('W_ZONE', { raw: text })] : []),
  ]
  return { value: found.id, remarks }
}

function readReference(
  text: string,
  column: Column,
  to: 'organization' | 'station' | 'campaign',
  world: World,
): ReadCell {
  const id = text.startsWith(`${to}:`) ? text : `${to}:${text}`
  const refuse = {
    value: null,
    remarks: [remark('E_REFERENCE', { field: column.term.zh, raw: text })],
  }
  if (to === 'station') return { value: id, remarks: [] } // asked of the database for all rows at once
  const known = to === 'organization' ? world.organizations : world.campaigns
  if (known.some((one) => one.id === id)) return { value: id, remarks: [] }
  const byName = to === 'organization' ? matchOrganization(world, text, new Set()) : null
  if (byName === null) return refuse
  const { found, byAlias } = byName
  return {
    value: found.id,
    remarks: byAlias ? [remark('W_ORG_ALIAS', { raw: text, value: found.nameZh })] : [],
  }
}

function readYesNo(text: string, column: Column): ReadCell {
  const word = tight(text).toLowerCase()
  if (/^(?:是|有|√|✓|✔|y|yes|true|1|☑是□否)$/.test(word)) return { value: true, remarks: [] }
  if (/^(?:否|无|没有|×|✗|n|no|false|0|□是☑否)$/.test(word)) return { value: false, remarks: [] }
  return {
    value: null,
    remarks: [remark('E_CODE_UNKNOWN', { field: column.term.zh, raw: text, choices: '是、否' })],
  }
}

function readDate(cell: Cell | undefined, text: string): ReadCell {
  if (cell?.date !== undefined) return { value: cell.date.slice(0, 10), remarks: [] }
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text)
  const [, year = '', month = '', day = ''] = found ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  const real = found !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
  return real
    ? { value: iso, remarks: [] }
    : { value: null, remarks: [remark('E_DATE_INVALID', { raw: text })] }
}

function readDegrees(cell: Cell | undefined, text: string, column: Column): ReadCell {
  const value = cell?.number ?? Number(text.replace(/[°度]$/, ''))
  if (Number.isFinite(value) && Math.abs(value) <= 180) return { value, remarks: [] }
  return {
    value: null,
    remarks: [remark('E_NOT_NUMBER', { field: column.term.zh, raw: text, hint: '' })],
  }
}

function readCredit(cell: Cell | undefined, text: string): ReadCell {
  if (cell?.kind === 'number' || /e\+/i.test(text)) {
    return { value: null, remarks: [remark('E_ID_LOST', { raw: text })] }
  }
  const code = tight(text).toUpperCase()
  const { valid, expected } = checkCreditCode(code)
  const hint =
    expected === undefined || valid ? '' : `（末位应为${expected} / should end in ${expected}）`
  return valid
    ? { value: code, remarks: [] }
    : { value: null, remarks: [remark('E_USCC', { hint })] }
}

/** Only the desk phone of an office is public; a mobile number belongs to a person. */
function readPhone(text: string): ReadCell {
  const { safe, remarks } = screened(text)
  return safe ? { value: text, remarks } : { value: null, remarks, withheld: true }
}

/** 引导员×6、登记员×2 */
function readPositions(text: string) {
  return parts(text).map((part) => {
    const found = /^(.+?)[×xX*:：]?(\d+)(?:人|名)?$/.exec(part)
    return { role: found?.[1] ?? part, wanted: Number(found?.[2] ?? 1), filled: null }
  })
}

const parts = (text: string) =>
  text
    .split(/[、,，;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The number of a register tells its rows apart: a second row with the same one is held. */
function repeated(read: JudgedRow, table: FoundTable, seen: Set<string>, pen: Pen): JudgedRow {
  const field = table.table.known[0] as string
  const number = read.cells[field]
  if (number === undefined || number.value === null || field === 'campaign') return read
  const key = String(number.value)
  if (!seen.has(key)) {
    seen.add(key)
    return read
  }
  write(pen, [remark('E_REPEATED', { raw: key })], number.cell, field)
  return { ...read, held: true }
}

async function checkStations(
  rows: readonly JudgedRow[],
  table: FoundTable,
  world: World,
  pen: Pen,
): Promise<JudgedRow[]> {
  const asks = table.columns.has('station') && world.knowsStations !== null
  if (!asks || world.knowsStations === null) return [...rows]
  const asked = rows.flatMap((row) => (row.cells.station?.value as string | null) ?? [])
  const known = await world.knowsStations([...new Set(asked)])
  return rows.map((row) => {
    const cell = row.cells.station
    if (cell === undefined || cell.value === null || known.has(cell.value as string)) return row
    write(
      pen,
      [remark('E_REFERENCE', { field: '服务站点', raw: cell.raw ?? '' })],
      cell.cell,
      'station',
    )
    return { ...row, held: true }
  })
}

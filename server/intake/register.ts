import { organizationRegister } from '../../schema/forms/registers.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { addressOf, cellOf, type Pen, write } from './cells.ts'
import { type Known, knownTo, readCell } from './fields.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import { placed } from './place.ts'
import { checkPositions } from './positions.ts'
import type { FoundTable } from './recognize.ts'
import { ruled } from './rules.ts'
import { type Sheet, usedRows } from './sheet.ts'
import { isMissing, plain } from './values/plain.ts'
import type { KnownOrganization, World } from './world.ts'

/** The rows of a register: one row is one record, read column by column. */
export async function understandRegister(
  sheet: Sheet,
  table: FoundTable,
  world: World,
): Promise<{ rows: JudgedRow[]; findings: FindingValue[] }> {
  const pen: Pen = { sheet: sheet.name, findings: [] }
  const places = usedRows(sheet).filter((row) => table.firstRow <= row && row <= table.lastRow)
  const own = table.table === ORGANIZATIONS ? organizationsIn(sheet, table, places, world) : []
  const known = knownTo({ ...world, organizations: [...world.organizations, ...own] })
  const rows: JudgedRow[] = []
  const seen = new Set<string>()
  for (const row of places) {
    const read = readRow(sheet, table, row, known, pen)
    if (read === null) continue
    rows.push(ruled(repeated(placed(read, world, pen), table, seen, pen), table, world, pen))
  }
  if (table.columns.has('lon')) await checkPositions(rows, world, pen)
  const standing = holdFollowers(rows, new Set(own.map((one) => one.id)), table, pen)
  return { rows: await checkStations(standing, table, world, pen), findings: pen.findings }
}

const [ORGANIZATIONS] = organizationRegister.tables

/** The organizations that a register is about to make known: its rows may name one another. */
function organizationsIn(
  sheet: Sheet,
  table: FoundTable,
  places: readonly number[],
  world: World,
): KnownOrganization[] {
  const before = new Set(world.organizations.map((one) => one.id))
  const text = (field: string, row: number) => plain(cellOf(sheet, table, field, row)?.text ?? '')
  return places
    .map((row) => ({
      id: `organization:${text('registerNumber', row)}`,
      nameZh: text('name', row),
      aliases: [],
      region: null,
    }))
    .filter(({ id, nameZh }) => nameZh !== '' && id !== 'organization:' && !before.has(id))
}

function readRow(
  sheet: Sheet,
  table: FoundTable,
  row: number,
  known: Known,
  pen: Pen,
): JudgedRow | null {
  const columns = [...table.columns.values()].map(({ column }) => column)
  const texts = columns.map(({ field }) => cellOf(sheet, table, field, row)?.text ?? '')
  if (texts.every(isMissing)) return null
  const cells: Record<string, JudgedCell> = {}
  let held = false
  for (const column of columns) {
    if (column.reader.as === 'private' || column.reader.as === 'ignored') continue
    const at = addressOf(table, column.field, row)
    const cell = cellOf(sheet, table, column.field, row)
    const read = readCell(cell, column, known)
    held = write(pen, read.remarks, at, column.field) || held
    const raw = read.withheld || cell === undefined || cell.text === '' ? null : cell.text
    cells[column.field] = { cell: at, raw, value: read.value }
  }
  for (const { field, term, required } of table.table.columns) {
    if (!required || table.columns.has(field)) continue
    const missing = [remark('E_MISSING', { field: term.zh })]
    held = write(pen, missing, addressOf(table, field, row), field) || held
  }
  return { kind: 'row', row, held, cells }
}

const ONE_EACH = new Set(['registerNumber', 'number', 'code', 'day'])

/** The number of a register tells its rows apart: a second row with the same one is held. */
function repeated(read: JudgedRow, table: FoundTable, seen: Set<string>, pen: Pen): JudgedRow {
  const field = table.table.known[0] as string
  const number = read.cells[field]
  if (number === undefined || number.value === null || !ONE_EACH.has(field)) return read
  const key = String(number.value)
  if (!seen.has(key)) {
    seen.add(key)
    return read
  }
  write(pen, [remark('E_REPEATED', { raw: key })], number.cell, field)
  return { ...read, held: true }
}

const UPWARD = ['parent', 'competentBody'] as const

/** A row that names a row of the same register which is held cannot stand before that one does. */
function holdFollowers(
  rows: readonly JudgedRow[],
  own: ReadonlySet<string>,
  table: FoundTable,
  pen: Pen,
): JudgedRow[] {
  if (own.size === 0) return [...rows]
  const standing = new Set(rows.filter((row) => !row.held).map(idOf))
  const absent = (id: unknown) => own.has(String(id)) && !standing.has(String(id))
  const judged = rows.map((row) => {
    const lost = UPWARD.filter((field) => absent(row.cells[field]?.value))
    if (row.held || lost.length === 0) return row
    for (const field of lost) {
      const { cell, raw } = row.cells[field] as JudgedCell
      const name = table.columns.get(field)?.column.term.zh ?? field
      write(pen, [remark('E_REFERENCE', { field: name, raw: raw ?? '' })], cell, field)
    }
    return { ...row, held: true }
  })
  const settled = judged.every((row, i) => row === rows[i])
  return settled ? judged : holdFollowers(judged, own, table, pen)
}

const idOf = (row: JudgedRow): string => `organization:${row.cells.registerNumber?.value}`

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
    const { raw } = cell
    write(pen, [remark('E_REFERENCE', { field: '服务站点', raw: raw ?? '' })], cell.cell, 'station')
    return { ...row, held: true }
  })
}

import type { FindingValue } from '../../schema/tables/submission.ts'
import { inBatches } from '../records/batches.ts'
import { openBounded } from './bounded.ts'
import { type Pen, write } from './cells.ts'
import { knownTo } from './fields.ts'
import { remark } from './findings.ts'
import { type Follower, followerOf, heldFollowers, organizationsIn } from './followers.ts'
import type { Tell } from './hand.ts'
import type { Counted, JudgedCell, JudgedRow } from './judged.ts'
import { matchNamesakes, type Numbered, numberedBy } from './namesakes.ts'
import { placed } from './place.ts'
import { checkPositions } from './positions.ts'
import type { FoundTable } from './recognize.ts'
import { openRowReader, type RowReader } from './registerrow.ts'
import { ruled } from './rules.ts'
import { type Sheet, usedRows } from './sheet.ts'
import type { World } from './world.ts'

/** A register as it was judged. */
export interface Understood {
  /** Empty where the rows are too many to be listed. */
  readonly rows: readonly JudgedRow[]
  readonly counted: Counted
  readonly findings: readonly FindingValue[]
  /** Of a register too long to be listed: its rows once more, one after another. */
  readonly again: (() => Iterable<JudgedRow>) | null
}

const LISTED = 5000 // rows; of a longer register only some are ever held at once
const BATCH = 500

/** The rows of a register: one row is one record, read column by column. */
export async function understandRegister(
  sheet: Sheet,
  table: FoundTable,
  world: World,
  tell: Tell = () => {},
): Promise<Understood> {
  const places = usedRows(sheet).filter((row) => table.firstRow <= row && row <= table.lastRow)
  const own = organizationsIn(sheet, table, places, world)
  const known = knownTo({ ...world, organizations: [...world.organizations, ...own] })
  const judging: Judging = {
    table,
    world,
    read: openRowReader(sheet, table, known),
    seen: new Set(),
    numbered: numberedBy([...table.columns.values()].map(({ column }) => column)),
    renumbered: new Map(),
  }
  const isListed = places.length <= LISTED
  const pen: Pen = { sheet: sheet.name, findings: [] }
  const bounded = openBounded(isListed ? Number.POSITIVE_INFINITY : KEPT)
  const listed: JudgedRow[] = []
  const followers: Follower[] = []
  const held = new Set<number>()
  let rows = 0
  await inBatches(places, isListed ? LISTED : BATCH, async (batch) => {
    const judged = await judgeRows(judging, batch, pen)
    bounded.take(pen.findings)
    for (const row of judged) if (row.held) held.add(row.row)
    if (own.length > 0) followers.push(...judged.map(followerOf))
    if (isListed) listed.push(...judged)
    rows += judged.length
    if (batch.length === BATCH) tell('judged', rows)
  })
  const ids = new Set(own.map((one) => one.id))
  for (const row of heldFollowers(followers, ids, table, pen)) held.add(row)
  bounded.take(pen.findings)
  return {
    rows: listed.map((row) => ({ ...row, held: held.has(row.row) })),
    counted: { rows, held: held.size },
    findings: bounded.all(),
    again: isListed ? null : () => readAgain(judging, places, held),
  }
}

const KEPT = 200 // findings of one kind, of a register that is not listed

/** What the rows of one register are judged by; `seen` are the numbers that rows had so far. */
interface Judging {
  readonly table: FoundTable
  readonly world: World
  readonly read: RowReader
  readonly seen: Set<string>
  readonly numbered: Numbered | null
  /** Rows that are taken as records that are known under other numbers. */
  readonly renumbered: Map<number, JudgedCell>
}

async function judgeRows(
  { table, world, read, seen, numbered, renumbered }: Judging,
  places: readonly number[],
  pen: Pen,
): Promise<readonly JudgedRow[]> {
  const rows = places.flatMap((place) => {
    const row = read(place, pen)
    if (row === null) return []
    return ruled(repeated(placed(row, world, pen), table, seen, pen), table, world, pen)
  })
  if (table.columns.has('lon')) await checkPositions(rows, world, pen)
  const known = await checkStations(rows, table, world, pen)
  if (numbered === null) return known
  const matched = await matchNamesakes(known, numbered, world, pen)
  matched.forEach((row, i) => {
    const cell = row.cells.registerNumber
    if (row !== known[i] && cell !== undefined) renumbered.set(row.row, cell)
  })
  return matched
}

/** What the rows say does not hang on others; which of them are held is known by now. */
function* readAgain(
  { read, world, renumbered }: Judging,
  places: readonly number[],
  held: ReadonlySet<number>,
): Iterable<JudgedRow> {
  const silent: Pen = { sheet: '', findings: [] }
  for (const place of places) {
    const row = read(place, silent)
    const other = renumbered.get(place)
    const own = row && other ? { ...row, cells: { ...row.cells, registerNumber: other } } : row
    if (own !== null) yield { ...placed(own, world, silent), held: held.has(place) }
    silent.findings.length = 0
  }
}

const ONE_EACH = new Set(['registerNumber', 'number', 'code', 'day'])

/** The number of a register tells its rows apart: a second row with the same one is held. */
function repeated(read: JudgedRow, table: FoundTable, seen: Set<string>, pen: Pen): JudgedRow {
  const field = table.table.known[0] as string
  const number = read.cells[field]
  if (number === undefined || number.value === null || !ONE_EACH.has(field)) return read
  const key = String(number.value)
  if (!seen.has(key)) {
    seen.add(Buffer.from(key).toString()) // a part of a line would keep the whole line in memory
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
): Promise<readonly JudgedRow[]> {
  const columns = [...table.columns.values()].map(({ column }) => column)
  const naming = columns.filter(
    ({ reader }) => reader.as === 'reference' && reader.to === 'station',
  )
  if (naming.length === 0 || world.knowsStations === null) return rows
  const asked = rows.flatMap((row) =>
    naming.flatMap(({ field }) => (row.cells[field]?.value as string | null) ?? []),
  )
  const known = await world.knowsStations([...new Set(asked)])
  return rows.map((row) => {
    let { held } = row
    for (const { field, term } of naming) {
      const cell = row.cells[field]
      if (cell === undefined || cell.value === null || known.has(cell.value as string)) continue
      const unknown = remark('E_REFERENCE', { field: term.zh, raw: cell.raw ?? '' })
      held = write(pen, [unknown], cell.cell, field) || held
    }
    return { ...row, held }
  })
}

import { type Block, rowsOf } from './blocks.ts'
import { addressOf, cellOf, type Pen, screened, write } from './cells.ts'
import { readFigureCell } from './figures.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedCoverage } from './judged.ts'
import type { FoundTable } from './recognize.ts'
import { mergedAt, type Sheet } from './sheet.ts'
import { type Audience, readAudiences } from './values/audience.ts'
import { isMissing } from './values/plain.ts'

export interface ReadCoverage {
  readonly list: readonly JudgedCoverage[]
  readonly held: boolean
}

/** Whom an activity served: its audiences, each with its count. */
export function readCoverage(
  sheet: Sheet,
  table: FoundTable,
  block: Block,
  pen: Pen,
): ReadCoverage {
  const read = groupsOf(sheet, table, block).map((group) => readGroup(sheet, table, group, pen))
  return { list: read.flatMap((one) => one.list), held: read.some((one) => one.held) }
}

/** Rows that share one count, because its cell is merged over them. */
function groupsOf(sheet: Sheet, table: FoundTable, block: Block): Block[] {
  const column = table.columns.get('beneficiaryPersonTimes')?.index
  const groups: Block[] = []
  for (const row of rowsOf(block)) {
    if (row <= (groups.at(-1)?.bottom ?? 0)) continue
    const bottom = column === undefined ? row : (mergedAt(sheet, row, column)?.bottom ?? row)
    groups.push({ top: row, bottom: Math.min(bottom, block.bottom) })
  }
  return groups.filter((group) =>
    rowsOf(group).some(
      (row) =>
        !isMissing(cellOf(sheet, table, 'audience', row)?.text ?? '') ||
        !isMissing(cellOf(sheet, table, 'beneficiaryPersonTimes', row)?.text ?? ''),
    ),
  )
}

/** X05: a count of people served needs its audience; 其他 needs a text. */
function readGroup(sheet: Sheet, table: FoundTable, group: Block, pen: Pen): ReadCoverage {
  const { raw, at } = audienceIn(sheet, table, group)
  const { safe, remarks: personal } = screened(raw)
  const { list, remarks } = readAudiences(safe ? raw : '')
  const count = readFigureCell(sheet, table, 'beneficiaryPersonTimes', group, pen)
  let held = write(pen, [...personal, ...remarks], at, 'audience') || count.held
  const shown = safe && raw !== '' ? raw : null
  const served = typeof count.cell?.value === 'number' ? count.cell.value : null
  if (served !== null && served > 0 && list.length === 0 && safe) {
    held = write(pen, [remark('E_MISSING', { field: '类型' })], at, 'audience') || held
  }
  if (list.length > 0 && list.every((one) => one.count !== null)) {
    checkServed(list, served, count.cell, pen)
    return { held, list: list.map((one) => countedEntry(one, at, shown)) }
  }
  if (list.length > 1 && served !== null) {
    write(pen, [remark('W_MULTI_AUDIENCE', { n: list.length })], at, 'audience')
  }
  const codes = list.map((one) => one.code)
  const text = list.find((one) => one.text !== undefined)?.text
  const audience = {
    cell: at,
    raw: shown,
    value: codes.length > 1 ? codes : (codes[0] ?? null),
    ...(text === undefined ? {} : { text }),
  }
  const counted = count.cell === null ? {} : { beneficiaryPersonTimes: count.cell }
  return { held, list: [{ audience, ...counted }] }
}

/** The text of a group's audience cells; one merged over several rows speaks for each of them. */
function audienceIn(sheet: Sheet, table: FoundTable, group: Block) {
  const column = table.columns.get('audience')?.index
  const tops = rowsOf(group).map((row) =>
    column === undefined ? row : (mergedAt(sheet, row, column)?.top ?? row),
  )
  const rows = [...new Set(tops)].filter(
    (row) => (cellOf(sheet, table, 'audience', row)?.text ?? '') !== '',
  )
  const raw = rows.map((row) => cellOf(sheet, table, 'audience', row)?.text ?? '').join('\n')
  return { raw, at: addressOf(table, 'audience', rows[0] ?? group.top) }
}

function countedEntry(one: Audience, at: string, raw: string | null): JudgedCoverage {
  const text = one.text === undefined ? {} : { text: one.text }
  return {
    audience: { cell: at, raw, value: one.code, ...text },
    beneficiaryPersonTimes: { cell: at, raw, value: one.count, qualifier: one.qualifier },
  }
}

/** Counts beside the types and 服务人次 must say the same. */
function checkServed(
  list: readonly Audience[],
  served: number | null,
  cell: JudgedCell | null,
  pen: Pen,
): void {
  const computed = list.reduce((sum, one) => sum + (one.count ?? 0), 0)
  if (served === null || cell === null || served === computed) return
  const details = { field: '服务人次', declared: served, computed }
  write(pen, [remark('W_TOTAL_MISMATCH', details)], cell.cell, 'beneficiaryPersonTimes')
}

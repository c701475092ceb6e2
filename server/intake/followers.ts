import { organizationRegister } from '../../schema/forms/registers.ts'
import { cellOf, type Pen, write } from './cells.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import type { FoundTable } from './recognize.ts'
import type { Sheet } from './sheet.ts'
import { plain } from './values/plain.ts'
import type { KnownOrganization, World } from './world.ts'

const [ORGANIZATIONS] = organizationRegister.tables
const UPWARD = ['parent', 'competentBody'] as const

/** The organizations that a register is about to make known: its rows may name one another. */
export function organizationsIn(
  sheet: Sheet,
  table: FoundTable,
  places: readonly number[],
  world: World,
): KnownOrganization[] {
  if (table.table !== ORGANIZATIONS) return []
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

/** A row as far as it names others and is named by them. */
export type Follower = Pick<JudgedRow, 'row' | 'held' | 'cells'>

export function followerOf({ row, held, cells }: JudgedRow): Follower {
  const fields = ['registerNumber', ...UPWARD].filter((field) => field in cells)
  const own = fields.map((field) => [field, cells[field] as JudgedCell])
  return { row, held, cells: Object.fromEntries(own) }
}

/**
 * A row that names a row of the same register which is held cannot stand before that one does. Tells which
 * rows are held for that, as far as it goes on.
 */
export function heldFollowers(
  rows: readonly Follower[],
  own: ReadonlySet<string>,
  table: FoundTable,
  pen: Pen,
): number[] {
  const standing = new Set(rows.filter((row) => !row.held).map(idOf))
  const followers = Map.groupBy(
    rows.flatMap((row) => namedBy(row).map((id) => ({ id, row }))),
    ({ id }) => id,
  )
  const held = new Set<Follower>()
  let next = rows.filter((row) => !row.held)
  while (next.length > 0) {
    const falling = next.flatMap((row) => {
      const lost = UPWARD.filter((field) => {
        const id = String(row.cells[field]?.value)
        return own.has(id) && !standing.has(id)
      })
      return lost.length === 0 ? [] : [{ row, lost }]
    })
    for (const { row, lost } of falling) {
      held.add(row)
      standing.delete(idOf(row))
      for (const field of lost) tellLost(row, field, table, pen)
    }
    next = [...new Set(falling.flatMap(({ row }) => followers.get(idOf(row)) ?? []))]
      .map(({ row }) => row)
      .filter((row) => !row.held && !held.has(row))
      .sort((a, b) => a.row - b.row)
  }
  return [...held].map(({ row }) => row)
}

function tellLost(row: Follower, field: string, table: FoundTable, pen: Pen): void {
  const { cell, raw } = row.cells[field] as JudgedCell
  const name = table.columns.get(field)?.column.term.zh ?? field
  write(pen, [remark('E_REFERENCE', { field: name, raw: raw ?? '' })], cell, field)
}

const namedBy = (row: Follower): string[] =>
  UPWARD.flatMap((field) => (row.cells[field]?.value as string | null | undefined) ?? [])

const idOf = (row: Follower): string => `organization:${row.cells.registerNumber?.value}`

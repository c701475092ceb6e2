import { nameIn } from './blocks.ts'
import { addressOf, type Pen, screened, write } from './cells.ts'
import { remark } from './findings.ts'
import type { JudgedCell } from './judged.ts'
import type { FoundTable } from './recognize.ts'
import type { Sheet } from './sheet.ts'
import { readActivityName } from './values/name.ts'
import { isMissing } from './values/plain.ts'

/** The name of a row and its organisers. A name with personal data is withheld, its figures are not. */
export function readName(
  sheet: Sheet,
  table: FoundTable,
  row: number,
  pen: Pen,
): { cells: Record<string, JudgedCell>; held: boolean } {
  const raw = nameIn(sheet, table, row)
  const cell = addressOf(table, 'activityName', row)
  const tell = (one: ReturnType<typeof remark>) => write(pen, [one], cell, 'activityName')
  if (isMissing(raw)) {
    const field = table.columns.get('activityName')?.column.term.zh ?? ''
    const held = tell(remark('E_MISSING', { field }))
    return { cells: { activityName: { cell, raw: raw || null, value: null } }, held }
  }
  const { safe, remarks } = screened(raw)
  write(pen, remarks, cell, 'activityName')
  if (!safe) {
    const withheld = { cell, raw: null }
    const activityName = { ...withheld, value: null }
    return { cells: { activityName, organizers: { ...withheld, value: [] } }, held: false }
  }
  const { name, organizers, activities } = readActivityName(raw)
  if (table.table.kind === 'activity') {
    if (activities > 1) tell(remark('W_MULTI_ACTIVITY', { n: activities }))
    if (organizers.length === 0) tell(remark('W_NO_ORGANISER'))
  }
  return {
    cells: {
      activityName: { cell, raw, value: name },
      organizers: { cell, raw, value: organizers },
    },
    held: false,
  }
}

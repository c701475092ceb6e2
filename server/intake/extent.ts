import type { Form } from '../../schema/forms/form.ts'
import { registerFields } from '../../schema/terms/fields.ts'
import { registerExtents } from '../../schema/terms/submission.ts'
import { codeOf } from '../../schema/terms/term.ts'
import { type Pen, write } from './cells.ts'
import { remark } from './findings.ts'
import { findHeaded } from './heading.ts'
import type { Sheet } from './sheet.ts'
import { plain } from './values/plain.ts'
import { matchRegion, type World } from './world.ts'

/** For which region a register says that it is complete, and the cell that says so. */
export interface Extent {
  readonly region: string
  readonly sheet: string
  readonly cell: string
  readonly raw: string
}

/**
 * Reads 名录性质 and 适用区划 above the titles of a register. Null is a supplement: what it does not list
 * stays. Only a register that says that it is complete, and for where, closes anything.
 */
export function readExtent(
  sheet: Sheet,
  form: Form,
  headerRow: number,
  world: World,
  pen: Pen,
): Extent | null {
  if (!form.mayBeComplete) return null
  const { extent: extentTerm, covers: coversTerm } = registerFields
  const [extent = null, covers = null] = findHeaded(sheet, [extentTerm, coversTerm], headerRow)
  const said = plain(extent?.raw ?? '')
  if (extent === null || said === '') return null
  const code = codeOf(registerExtents, said)
  if (code === undefined) {
    const choices = Object.values(registerExtents)
      .map((term) => term.zh)
      .join('、')
    const unknown = remark('E_CODE_UNKNOWN', { field: extentTerm.zh, raw: said, choices })
    write(pen, [unknown], extent.cell, 'extent')
    return null
  }
  if (code === 'SUPPLEMENT') return null
  const named = plain(covers?.raw ?? '')
  const region = matchRegion(world, named)
  if (region === null) {
    const wrong =
      named === ''
        ? remark('E_MISSING', { field: coversTerm.zh })
        : remark('E_REGION_UNKNOWN', { raw: named })
    write(pen, [wrong], covers?.cell ?? extent.cell, 'covers')
    return null
  }
  return { region: region.found.id, sheet: sheet.name, cell: extent.cell, raw: said }
}

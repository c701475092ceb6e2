import type { RecordType } from '../../schema/database.ts'
import type { Column } from '../../schema/forms/form.ts'
import { type Pen, write } from './cells.ts'
import { remark } from './findings.ts'
import type { JudgedRow } from './judged.ts'
import type { Namesake, World } from './world.ts'

/** A register in which one body may stand under two numbers. */
export type Numbered = Extract<RecordType, 'station' | 'organization'>

/** The register that these columns are of, where its rows can be told apart by more than their numbers. */
export function numberedBy(columns: readonly Column[]): Numbered | null {
  const fields = new Set(columns.map(({ field }) => field))
  if (!fields.has('registerNumber')) return null
  if (fields.has('creditCode') || fields.has('registrationStatus')) return 'organization'
  return fields.has('setting') ? 'station' : null
}

/**
 * Finds rows of new numbers that mean a record that is known: the same credit code (GB 32100) is the same
 * body, and the row is taken as its; the same name, region and address is a suggestion, never a guess.
 */
export async function matchNamesakes(
  rows: readonly JudgedRow[],
  type: Numbered,
  world: World,
  pen: Pen,
): Promise<readonly JudgedRow[]> {
  const good = rows.filter(({ held }) => !held)
  if (world.namesakes === null || good.length === 0) return rows
  const known = await world.namesakes(type, {
    ids: good.map((row) => `${type}:${textOf(row, 'registerNumber')}`),
    names: good.map((row) => textOf(row, 'name')),
    codes: good.map((row) => textOf(row, 'creditCode')).filter((code) => code !== ''),
  })
  const byId = new Set(known.map(({ id }) => id))
  return rows.map((row) => {
    const id = `${type}:${textOf(row, 'registerNumber')}`
    if (row.held || byId.has(id)) return row
    const code = textOf(row, 'creditCode')
    const same = code === '' ? undefined : known.find(({ creditCode }) => creditCode === code)
    const cell = row.cells.registerNumber
    if (same !== undefined && cell !== undefined) {
      const number = same.id.slice(same.id.indexOf(':') + 1)
      const told = remark('W_SAME_CODE', { raw: cell.raw ?? '', name: same.nameZh, number })
      write(pen, [told], cell.cell, 'registerNumber')
      return { ...row, cells: { ...row.cells, registerNumber: { ...cell, value: number } } }
    }
    const namesake = known.find((one) => isNamesake(row, one))
    if (namesake !== undefined && cell !== undefined) {
      const number = namesake.id.slice(namesake.id.indexOf(':') + 1)
      write(pen, [remark('W_SAME_NAME', { number })], cell.cell, 'registerNumber')
    }
    return row
  })
}

const textOf = (row: JudgedRow, field: string) => String(row.cells[field]?.value ?? '')

function isNamesake(row: JudgedRow, { nameZh, region, address }: Namesake): boolean {
  const there = textOf(row, 'address')
  const elsewhere = there !== '' && address !== null && address !== there
  return textOf(row, 'name') === nameZh && textOf(row, 'region') === (region ?? '') && !elsewhere
}

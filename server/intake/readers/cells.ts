import { unescapeCell } from '../../office/markup.ts'
import type { Cell } from '../sheet.ts'
import type { NumberFormat } from './formats.ts'
import { numberCell } from './numbers.ts'
import { refuse } from './refuse.ts'

/** A `<c>` element as it stands in the file. */
export interface RawCell {
  readonly type: string | undefined
  readonly style: string | undefined
  /** Excel's mark of a value that is more than text, such as a picture placed in a cell. */
  readonly rich: string | undefined
  value: string
  inline: string
  formula: boolean
}

export interface Reading {
  readonly strings: readonly string[]
  readonly formats: readonly (NumberFormat | undefined)[]
  readonly date1904: boolean
}

/** The cell as a person sees it; undefined when there is nothing to see. */
export function readCell(raw: RawCell, reading: Reading): Cell | 'picture' | undefined {
  const cell = plainCell(raw, reading)
  // A picture placed in a cell: WPS keeps it as a formula, Excel as an error with a rich value.
  if (/^=?DISPIMG\(/i.test(cell.text) || (cell.kind === 'error' && raw.rich)) return 'picture'
  if (cell.text === '' && !raw.formula) return undefined
  return raw.formula ? { ...cell, formula: true } : cell
}

function plainCell(raw: RawCell, reading: Reading): Cell {
  const format = reading.formats[Number(raw.style ?? 0)]
  const value = raw.value.trim()
  if (raw.type === 's') return textCell(shared(reading.strings, value), format)
  if (raw.type === 'inlineStr') return textCell(raw.inline, format)
  if (raw.type === 'str') return textCell(unescapeCell(raw.value), format)
  if (value === '') return textCell('', format)
  if (raw.type === 'e') return { text: value, kind: 'error' }
  if (raw.type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (raw.type === 'd') return { ...textCell(value, format), date: value.slice(0, 16) }
  const number = Number(value)
  return Number.isFinite(number)
    ? numberCell(number, format, reading.date1904)
    : textCell(value, format)
}

function textCell(text: string, format: NumberFormat | undefined): Cell {
  return format ? { text, kind: 'text', format: format.code } : { text, kind: 'text' }
}

function shared(strings: readonly string[], value: string): string {
  const text = value === '' ? '' : strings[Number(value)]
  if (text === undefined) throw refuse('R_FORMAT', 'damaged', { string: value })
  return text
}

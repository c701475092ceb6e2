import { type Area, area } from './address.ts'
import type { Plain, Styled, WrittenSheet } from './book.ts'

const DEFAULT_WIDTH = 9 // characters in a column nobody set
const LINE = 15 // points

/**
 * The rows that need more than one line, in points. Excel fits a row to its text when it opens a
 * file, but never to merged cells; LibreOffice fits nothing.
 */
export function rowHeights({ merges = [], rows, widths = [] }: WrittenSheet): Map<number, number> {
  const areas = new Map(merges.map(area).map((each) => [`${each.top}:${each.left}`, each]))
  const heights = new Map<number, number>()
  rows.forEach((cells, i) => {
    const row = i + 1
    const needs = cells.map((cell, j) => {
      const place = { top: row, left: j + 1, bottom: row, right: j + 1 }
      return heightOf(cell, areas.get(`${row}:${j + 1}`) ?? place, widths)
    })
    const height = needs.reduce((most, each) => Math.max(most, each), 0)
    if (height > LINE) heights.set(row, Math.min(409, height)) // Excel's tallest
  })
  return heights
}

/** The lines a text takes in so many characters' width; a Chinese character is two wide. */
export function linesOf(text: string, width: number): number {
  const wide = (line: string) => [...line].reduce((sum, sign) => sum + (sign > '\u2000' ? 2 : 1), 0)
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / (width * 0.95))), 0)
}

function heightOf(cell: Plain | Styled, place: Area, widths: readonly number[]): number {
  const { value, style } = typeof cell === 'object' && cell !== null ? cell : { value: cell }
  const wraps = typeof value === 'string' && (style !== undefined || value.includes('\n'))
  if (!wraps || place.top !== place.bottom) return 0
  let width = 0
  for (let column = place.left; column <= place.right; column++) {
    width += widths[column - 1] ?? DEFAULT_WIDTH
  }
  const size = style === 'title' ? 1.5 : 1
  return linesOf(value, width / size) * LINE * size
}

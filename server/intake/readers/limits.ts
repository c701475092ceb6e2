import { LAST_COLUMN, LAST_ROW } from '../../office/address.ts'
import { refuse } from './refuse.ts'

export const LIMITS = {
  upload: 20 * 1024 * 1024, // bytes
  document: 60 * 1024 * 1024, // of a Word document, with the photos pasted into it
  delimited: 60 * 1024 * 1024, // of a csv: it is read line by line and never held cell by cell
  cells: 1_000_000,
  narrow: 64, // so many cells in each row of a csv are not counted among those
  spread: 200_000, // up to so many cells of a csv become cells at once
  sheets: 1_000, // or tables of a document
  row: LAST_ROW,
  column: LAST_COLUMN,
  text: 32_767, // characters in one cell, as in Excel
  characters: 30_000_000, // in all cells: one long shared string may be named by many cells
  record: 4_000_000, // bytes in one line of a csv
  merges: 20_000,
  depth: 256,
}

/** What a file may still use up; shared by all its sheets. */
export interface Budget {
  cell(row: number, column: number, characters: number): void
  /** Things kept that are not cells: hidden rows, rows of merged areas. */
  spend(things: number): void
}

export function openBudget(): Budget {
  let cells = 0
  let characters = 0
  const spend = (things: number) => {
    cells += things
    if (cells > LIMITS.cells) throw tooLarge('cells', cells)
  }
  return {
    spend,
    cell(row, column, length) {
      spend(1)
      refusePlace(row, column)
      if (length > LIMITS.text) throw tooLarge('text', length)
      characters += length
      if (characters > LIMITS.characters) throw tooLarge('characters', characters)
    },
  }
}

export function refusePlace(row: number, column: number): void {
  if (!Number.isInteger(row) || row < 1 || row > LIMITS.row) throw tooLarge('row', row)
  if (column > LIMITS.column) throw tooLarge('column', column)
}

export function tooLarge(reason: keyof typeof LIMITS, got: number) {
  return refuse('R_TOO_LARGE', reason, { raw: String(got), limit: String(LIMITS[reason]) })
}

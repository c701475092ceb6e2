import { type Area, address } from '../office/address.ts'
import type { Lines } from './readers/lines.ts'

export { address, position } from '../office/address.ts'

export interface Cell {
  /** What a person sees, as plain text: 200, 3.5, 3月5日, TRUE, #REF! */
  readonly text: string
  readonly kind: 'text' | 'number' | 'boolean' | 'error'
  readonly number?: number
  /** `2019-03-05` or `2019-03-05T19:30`, when the number is shown as a date. */
  readonly date?: string
  readonly formula?: true
  /** The number format, when it is not General. */
  readonly format?: string
}

export type Merge = Area

/** Text with places, no meaning. Plain data: it survives JSON and the way between processes. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Last row and column that hold something. May be huge: walk `usedRows`, not 1..rowCount. */
  readonly rowCount: number
  readonly columnCount: number
  /** By address (`C5`); empty cells are not here. Ask `cellAt` and `usedRows`: a long text has none. */
  readonly cells: Readonly<Record<string, Cell>>
  /** Of a text too long to be held cell by cell. */
  readonly lines?: Lines
  readonly merges: readonly Merge[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly pictures: number
  /** The pictures that could be looked at, in the order in which they stand. */
  readonly photos?: readonly Photo[]
  /** Of a table in a Word document: the paragraphs between it and the table before it. */
  readonly above?: readonly string[]
}

/** A picture as far as the hub looks at one: never its contents. */
export interface Photo {
  /** By the first bytes, whatever the part is called. */
  readonly kind: 'jpeg' | 'png' | 'gif' | 'heic' | 'webp' | 'bmp' | 'tiff' | 'other'
  /** The cell that holds it (`B14`); null where it stands outside the table. */
  readonly cell: string | null
  readonly sha256: string
  readonly bytes: number
  /** The day it was taken, as its EXIF says. */
  readonly takenOn: string | null
  /** Whether its EXIF names a place: taken out before anything is kept. */
  readonly hasPlace: boolean
}

export interface Book {
  readonly format: 'xlsx' | 'xls' | 'docx' | 'html' | 'csv' | 'tsv' | 'json' | 'geojson'
  readonly sheets: readonly Sheet[]
  /** Of a Word document: its text outside of tables, paragraph by paragraph. */
  readonly paragraphs?: readonly string[]
  /** Of a Word document: pictures that stand outside of tables. */
  readonly photos?: readonly Photo[]
  /** Of a Word document: the addresses that its links point to. */
  readonly links?: readonly string[]
  /** Of text files: utf-8, utf-16le, utf-16be or gb18030. */
  readonly encoding?: string
  /** Of json and geojson: the decoded text. */
  readonly text?: string
}

/** `detail.reason` names the rule; `zh` and `en`, where present, say what to do. */
export interface Refusal {
  readonly code:
    | 'R_FORMAT'
    | 'R_DOC'
    | 'R_ENCRYPTED'
    | 'R_SCAN'
    | 'R_TOO_LARGE'
    | 'R_MACRO'
    | 'R_ENCODING'
  readonly detail: Readonly<Record<string, string>>
}

export interface Remark {
  readonly code: 'W_FILE_TYPE' | 'W_HIDDEN' | 'W_EXTRA_SHEET'
  readonly detail: Readonly<Record<string, string>>
}

export type ReadResult =
  | { readonly book: Book; readonly remarks: readonly Remark[] }
  | { readonly refusal: Refusal }

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  if (sheet.lines === undefined) return sheet.cells[address(row, column)]
  const text = sheet.lines.fieldsOf(row)[column - 1]
  return text ? { text, kind: 'text' } : undefined
}

/** The merged area over a cell, if any. */
export function mergedAt(sheet: Sheet, row: number, column: number): Merge | undefined {
  return mergesByRow(sheet)
    .get(row)
    ?.find(({ left, right }) => left <= column && column <= right)
}

/** The rows that hold something, from top to bottom. */
export function usedRows(sheet: Sheet): readonly number[] {
  if (sheet.lines !== undefined) return usedLines(sheet.lines, sheet.rowCount)
  const rows = new Set<number>()
  for (const place in sheet.cells) rows.add(Number(place.replace(/^[A-Z]+/, '')))
  return [...rows].sort((a, b) => a - b)
}

function usedLines({ blank }: Lines, rowCount: number): number[] {
  const empty = new Set(blank)
  const rows = Array.from({ length: rowCount }, (_, i) => i + 1)
  return empty.size === 0 ? rows : rows.filter((row) => !empty.has(row))
}

const rowIndexes = new WeakMap<Sheet, Map<number, Merge[]>>()

function mergesByRow(sheet: Sheet): Map<number, Merge[]> {
  const known = rowIndexes.get(sheet)
  if (known) return known
  const index = new Map<number, Merge[]>()
  for (const merge of sheet.merges) {
    // What lies below the last used row is never asked for (and may be a million rows).
    for (let row = merge.top; row <= Math.min(merge.bottom, sheet.rowCount); row++) {
      const here = index.get(row)
      if (here) here.push(merge)
      else index.set(row, [merge])
    }
  }
  rowIndexes.set(sheet, index)
  return index
}

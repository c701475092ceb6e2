import { type Area, LAST_COLUMN } from './address.ts'

// Tables of a Word document (ECMA-376 part 1, 17.4), as the reader and the marker both see them.

export interface WordTable<Cell extends WordCell = WordCell> {
  /** Lists what an earlier check found; it is no table of the form. */
  ours: boolean
  readonly rows: WordRow<Cell>[]
}

export interface WordRow<Cell extends WordCell = WordCell> {
  /** Columns of the grid left out before the first cell. */
  before: number
  readonly cells: Cell[]
}

export interface WordCell {
  /** Columns of the grid that it covers. */
  span: number
  /** Merged downwards, or to the right as Word once did it: begins there, or goes on. */
  down: 'restart' | 'continue' | undefined
  across: 'restart' | 'continue' | undefined
  readonly tables: WordTable[]
}

/** `w:tblCaption` of our own table. */
export const FINDINGS_TABLE = 'linzhan-findings'
/** What its first row says: LibreOffice drops captions. */
export const FINDINGS_TITLES = ['序号', '位置', '级别', '问题', '怎么改']
/** Bookmarks in our heading, in the note below it and at the end of our page. */
export const FINDINGS_MARKS = {
  head: 'linzhan_findings_1',
  note: 'linzhan_findings_2',
  end: 'linzhan_findings_3',
} as const

/** A table with a single cell is only a frame around those inside it. */
export function isFrame({ rows }: WordTable): boolean {
  const [first] = rows
  return rows.length === 1 && first?.cells.length === 1 && first.cells[0]?.tables.length !== 0
}

/** Whether a first row is that of our own table. */
export function isFindingsRow(words: readonly string[]): boolean {
  return words.map((word) => word.trim()).join() === FINDINGS_TITLES.join()
}

/** The cells of a table with the area that each covers, from the top left one on. */
export function placedCells<Cell extends WordCell>(
  table: WordTable<Cell>,
): { readonly cell: Cell; readonly area: Area }[] {
  const placed: { cell: Cell; area: { -readonly [side in keyof Area]: number } }[] = []
  let above = new Map<number, { area: { bottom: number } }>()
  table.rows.forEach(({ before, cells }, i) => {
    const row = i + 1
    const here: typeof above = new Map()
    let left = before + 1
    for (const cell of cells) {
      const right = Math.min(left + cell.span - 1, LAST_COLUMN + 1)
      const upper = cell.down === 'continue' ? above.get(left) : undefined
      const before = cell.across === 'continue' ? placed.at(-1) : undefined
      if (upper) {
        upper.area.bottom = row
        here.set(left, upper)
      } else if (before?.area.top === row && before.area.right === left - 1) {
        before.area.right = right
      } else {
        const one = { cell, area: { top: row, left, bottom: row, right } }
        placed.push(one)
        if (cell.down) here.set(left, one)
      }
      left = right + 1
    }
    above = here
  })
  return placed
}

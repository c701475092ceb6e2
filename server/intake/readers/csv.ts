import type { Book, Sheet } from '../sheet.ts'
import { type OpenText, openText } from './decode.ts'
import { delimiterOf } from './delimiter.ts'
import { openGrid } from './grid.ts'
import { LIMITS, openBudget } from './limits.ts'
import { type Lines, openLines } from './lines.ts'
import { openRuling } from './ruling.ts'

/** Reads comma, tab, semicolon or ， separated text. Every cell is text: 0012 stays 0012. */
export function readCsv(bytes: Uint8Array, name = 'csv'): Book {
  return readTable(bytes, openText(bytes), name)
}

/** A short text becomes cells by their address; a long one stays lines until they are looked at. */
export function readTable(
  bytes: Uint8Array,
  { encoding, start, pieces }: OpenText,
  name: string,
): Book {
  const ruling = openRuling(delimiterOf(start))
  for (const piece of pieces()) ruling.take(piece)
  const { delimiter, starts, blank, rowCount, columnCount, cells } = ruling.end()
  const lines = openLines({ delimiter, starts, blank }, bytes, encoding)
  const content =
    cells > LIMITS.spread ? { ...NONE, rowCount, columnCount, lines } : spread(lines, rowCount)
  const sheet = { name, hidden: false, ...content, pictures: 0 }
  return { format: delimiter === '\t' ? 'tsv' : 'csv', sheets: [sheet], encoding }
}

const NONE: Pick<Sheet, 'cells' | 'merges' | 'hiddenRows' | 'hiddenColumns'> = {
  cells: {},
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
}

function spread(lines: Lines, rowCount: number) {
  const grid = openGrid(openBudget())
  for (let row = 1; row <= rowCount; row++) {
    lines.fieldsOf(row).forEach((text, i) => {
      if (text !== '') grid.put(row, i + 1, { text, kind: 'text' })
    })
  }
  return grid.done()
}

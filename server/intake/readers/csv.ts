import { CsvError, parse } from 'csv-parse/sync'
import type { Book } from '../sheet.ts'
import { decodeText } from './decode.ts'
import { delimiterOf } from './delimiter.ts'
import { openGrid } from './grid.ts'
import { LIMITS, openBudget, refusePlace, tooLarge } from './limits.ts'
import { refuse } from './refuse.ts'

/** Reads comma, tab, semicolon or ， separated text. Every cell is text: 0012 stays 0012. */
export function readCsv(bytes: Uint8Array, name = 'csv'): Book {
  const { text, encoding } = decodeText(bytes)
  return readTable(text, encoding, name)
}

export function readTable(text: string, encoding: string, name: string): Book {
  const delimiter = delimiterOf(text)
  const budget = openBudget()
  const grid = openGrid(budget)
  let row = 0
  eachRecord(text.replace(/\r\n?/g, '\n'), delimiter, (fields) => {
    refusePlace(++row, fields.length)
    fields.forEach((field, i) => {
      if (field === '') budget.spend(1)
      else grid.put(row, i + 1, { text: field, kind: 'text' })
    })
  })
  const sheet = { name, hidden: false, ...grid.done(), pictures: 0 }
  return { format: delimiter === '\t' ? 'tsv' : 'csv', sheets: [sheet], encoding }
}

/** Rows are counted as a spreadsheet shows them: a cell with line breaks is still one row. */
function eachRecord(text: string, delimiter: string, take: (fields: string[]) => void): void {
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: LIMITS.record,
      on_record(fields: string[]) {
        take(fields)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge('record', LIMITS.record + 1)
    throw refuse('R_FORMAT', 'csv-quote', { raw: 'csv', line: String(error.lines) }, error)
  }
}

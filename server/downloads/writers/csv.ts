import { stringify } from 'csv-stringify/sync'
import { type DatasetColumn, datasets } from '../../../schema/terms/datasets.ts'
import type { Lang } from '../../../schema/terms/term.ts'
import type { Db } from '../../store/open.ts'
import type { Table, TableRow } from '../table.ts'

const BOM = '\uFEFF' // without it Excel reads Chinese headers as Latin-1

/**
 * A table as CSV (RFC 4180): UTF-8 with BOM, CRLF, titles in the language asked for. Lists are joined
 * with 、 or ;. A cell that begins like a formula is defused with an apostrophe (OWASP).
 */
export async function* writeCsv(
  table: Table,
  db: Db,
  at: number,
  lang: Lang,
): AsyncIterable<string> {
  const columns = datasets[table.dataset]?.columns ?? []
  yield BOM + lines([columns.map((column) => column.term[lang])])
  for await (const rows of table.rows(db, at, lang)) {
    yield lines(rows.map((row) => cells(columns, row, lang)))
  }
}

function lines(records: readonly (readonly (string | number | null)[])[]): string {
  return stringify(records as (string | number | null)[][], {
    record_delimiter: '\r\n',
    escape_formulas: true,
  })
}

function cells(columns: readonly DatasetColumn[], row: TableRow, lang: Lang) {
  return columns.map((column) => cellOf(row[column.name], lang))
}

function cellOf(value: unknown, lang: Lang): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean')
    return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(lang === 'zh' ? '、' : '; ')
  return typeof value === 'number' ? value : String(value)
}

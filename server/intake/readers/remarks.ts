import { extname } from 'node:path'
import { columnName } from '../../office/address.ts'
import { FINDINGS_SHEET } from '../../office/findings.ts'
import { LISTS_SHEET } from '../../office/xlsx.ts'
import type { Book, Remark, Sheet } from '../sheet.ts'

/** What a person should know about how the file was read. */
export function remarksOn(book: Book, name: string): Remark[] {
  const sheets = book.sheets.filter((sheet) => !OURS.has(sheet.name))
  const copies = book.format === 'docx' ? [] : extra(sheets) // a Word form is meant to be copied
  return [...typeRemarks(book.format, name), ...sheets.flatMap(hiddenRemarks), ...copies]
}

/** Sheets the hub itself writes: drop-down lists, and the findings of a marked file. */
const OURS = new Set([LISTS_SHEET, FINDINGS_SHEET])

const EXTENSIONS: Record<Book['format'], readonly string[]> = {
  xlsx: ['.xlsx', '.xltx'],
  xls: ['.xls', '.xlt'],
  docx: ['.docx', '.dotx'],
  html: ['.html', '.htm'],
  csv: ['.csv', '.txt'],
  tsv: ['.tsv', '.tab', '.txt', '.csv'],
  json: ['.json', '.geojson'],
  geojson: ['.geojson', '.json'],
}

function typeRemarks(format: Book['format'], name: string): Remark[] {
  const raw = extname(name).toLowerCase()
  if (EXTENSIONS[format].includes(raw)) return []
  return [{ code: 'W_FILE_TYPE', detail: { value: format, raw } }]
}

function hiddenRemarks(sheet: Sheet): Remark[] {
  if (sheet.rowCount === 0) return []
  const detail = {
    sheet: sheet.name,
    ...(sheet.hidden && { whole: 'true' }),
    ...(sheet.hiddenRows.length > 0 && { rows: ranges(sheet.hiddenRows, String) }),
    ...(sheet.hiddenColumns.length > 0 && { columns: ranges(sheet.hiddenColumns, columnName) }),
  }
  return Object.keys(detail).length > 1 ? [{ code: 'W_HIDDEN', detail }] : []
}

/** `ranges([2, 3, 4, 9], String)` → `'2-4, 9'` */
function ranges(places: readonly number[], show: (place: number) => string): string {
  const runs: [number, number][] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last && last[1] === place - 1) last[1] = place
    else runs.push([place, place])
  }
  const shown = runs.slice(0, 20).map(([a, b]) => (a === b ? show(a) : `${show(a)}-${show(b)}`))
  return shown.join(', ') + (runs.length > 20 ? ', …' : '')
}

function extra(sheets: readonly Sheet[]): Remark[] {
  const filled = sheets.filter((sheet) => !sheet.hidden && sheet.rowCount > 0)
  if (filled.length < 2) return []
  return [{ code: 'W_EXTRA_SHEET', detail: { n: String(filled.length) } }]
}

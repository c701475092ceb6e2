import type { Plain, WrittenBook } from '../office/book.ts'
import type { Encoding } from './encoding.ts'
import { bytesOf } from './encoding.ts'

export type Row = readonly Plain[]

/** A register as a workbook: a merged title, a note, then the column titles. */
export function registerBook(
  title: string,
  note: string,
  header: readonly string[],
  rows: readonly Row[],
): WrittenBook {
  const last = String.fromCharCode(64 + header.length)
  const sheet = {
    name: '名录',
    widths: header.map((name) => Math.max(12, name.length * 3)),
    rows: [
      [{ value: title, style: 'title' as const }],
      [{ value: note, style: 'note' as const }],
      header.map((value) => ({ value, style: 'header' as const })),
      ...rows.map((row) => row.map(dated)),
    ],
    merges: [`A1:${last}1`, `A2:${last}2`],
    freezeRows: 3,
  }
  return { sheets: [sheet] }
}

function dated(value: Plain) {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
  return isDay ? { value, format: 'date' as const } : value
}

/** Lines as Excel writes them: CRLF, quotes only where needed. */
export function csvBytes(rows: readonly Row[], encoding: Encoding): Buffer {
  return bytesOf(rows.map((row) => `${row.map(quote).join(',')}\r\n`).join(''), encoding)
}

function quote(value: Plain): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

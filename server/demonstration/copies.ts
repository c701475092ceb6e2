import type { Plain, WrittenSheet } from '../office/book.ts'
import type { WrittenBlock } from '../office/document.ts'
import { writeDocx } from '../office/docx.ts'
import { bytesOf } from './encoding.ts'

/** A form in Word: what is merged over the whole width is a line of text, the rest are its tables. */
export function asDocument(sheet: WrittenSheet): Promise<Buffer> {
  const { rows, merges = [], widths = [] } = sheet
  const texts = rows.map((row) => row.map(textOf))
  const isLine = (row: number) =>
    merges.some((merge) => new RegExp(`^A${row}:[E-H]${row}$|^A${row}:D${row}$`).test(merge))
  const blocks: WrittenBlock[] = []
  for (let i = 0; i < texts.length; i++) {
    if (isLine(i + 1)) {
      const text = texts[i]!.filter(Boolean).join('　　　　')
      blocks.push(i === 0 ? { text, look: 'title' } : { text })
      continue
    }
    const first = i
    while (i + 1 < texts.length && !isLine(i + 2)) i++
    const own = merges.flatMap((merge) => movedUp(merge, first, i))
    const cells = texts.slice(first, i + 1).map((row) => row.map((text) => text || null))
    blocks.push({ widths, rows: cells, merges: own })
  }
  return writeDocx({ landscape: true, blocks })
}

/** An area inside the rows from `first` to `last` (counted from 0), as a table of its own names it. */
function movedUp(merge: string, first: number, last: number): string[] {
  const rows = (merge.match(/\d+/g) ?? []).map(Number)
  if (rows.some((row) => row <= first || row > last + 1)) return []
  return [merge.replace(/\d+/g, (row) => String(Number(row) - first))]
}

/** A sheet as a web page in GB 18030, as some systems export it under the name of a workbook. */
export function asPage({ name, rows, merges = [] }: WrittenSheet): Buffer {
  const spans = merges.map(spanOf)
  const lines = rows.map((row, i) => {
    const cells = row.flatMap((cell, j) => {
      const span = spans.find((one) => one.covers(i + 1, j + 1))
      if (span && !span.starts(i + 1, j + 1)) return []
      return [`<td${span?.attributes ?? ''}>${escaped(textOf(cell))}</td>`]
    })
    return `<tr>${cells.join('')}</tr>`
  })
  const head = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${name}</title>`
  const page = `<html><head>${head}</head><body><table border="1">\r\n${lines.join('\r\n')}\r\n</table></body></html>\r\n`
  return bytesOf(page, 'gb18030')
}

function textOf(cell: WrittenSheet['rows'][number][number]): string {
  const value: Plain = typeof cell === 'object' && cell !== null ? cell.value : cell
  return value === null ? '' : String(value)
}

/** `A1:B2` of the first 26 columns. */
function spanOf(merge: string) {
  const [from = '', to = ''] = merge.split(':')
  const column = (at: string) => at.charCodeAt(0) - 64
  const row = (at: string) => Number(at.slice(1))
  const across = column(to) - column(from) + 1
  const down = row(to) - row(from) + 1
  return {
    covers: (i: number, j: number) =>
      row(from) <= i && i <= row(to) && column(from) <= j && j <= column(to),
    starts: (i: number, j: number) => row(from) === i && column(from) === j,
    attributes: `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`,
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
}

import { LIMITS, tooLarge } from './limits.ts'
import { attributeOf, piecesOf } from './markup.ts'

/** What stands in a web page, or in a cell of one, from top to bottom. */
export type Line = string | PageTable

export interface PageTable {
  readonly rows: PageRow[]
}

export interface PageRow {
  readonly hidden: boolean
  readonly cells: PageCell[]
}

export interface PageCell {
  readonly across: number
  readonly down: number
  readonly lines: Line[]
}

/** Lines and tables, whatever tags are forgotten or left open. */
export function readPage(text: string): Line[] {
  const page: Line[] = []
  const open: { table: PageTable; row?: PageRow; cell?: PageCell }[] = []
  let line = ''
  const lines = () => open.findLast(({ cell }) => cell)?.cell?.lines ?? page
  const endLine = () => {
    const words = line.trim()
    if (words) lines().push(words)
    line = ''
  }
  const startTable = () => {
    const table: PageTable = { rows: [] }
    lines().push(table)
    if (open.push({ table }) > LIMITS.depth) throw tooLarge('depth', open.length)
  }
  const startRow = (attributes: string) => {
    const here = open.at(-1)
    if (!here) return
    here.row = { hidden: /display\s*:\s*none/i.test(attributes), cells: [] }
    here.cell = undefined
    here.table.rows.push(here.row)
  }
  const startCell = (attributes: string) => {
    const here = open.at(-1)
    if (!here) return
    if (!here.row) startRow('')
    here.cell = {
      across: span(attributes, 'colspan'),
      down: span(attributes, 'rowspan'),
      lines: [],
    }
    here.row?.cells.push(here.cell)
  }
  const endCell = (name: string) => {
    const here = open.at(-1)
    if (!here) return
    here.cell = undefined
    if (name === 'tr') here.row = undefined
    if (name === 'table') open.pop()
  }
  for (const { kind, value, attributes } of piecesOf(text)) {
    if (kind === 'text') {
      line += line.endsWith(' ') || line === '' ? collapse(value).trimStart() : collapse(value)
      continue
    }
    if (!BREAKS.has(value)) continue
    endLine()
    if (kind === 'close') {
      if (ENDS.has(value)) endCell(value)
    } else if (value === 'table') startTable()
    else if (value === 'tr') startRow(attributes)
    else if (value === 'td' || value === 'th') startCell(attributes)
  }
  endLine()
  return page
}

const BREAKS = new Set(
  'table thead tbody tfoot tr td th caption br p div h1 h2 h3 h4 h5 h6 li ul ol hr pre center form body'.split(
    ' ',
  ),
)
const ENDS = new Set(['td', 'th', 'tr', 'table'])

function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ')
}

function span(attributes: string, name: string): number {
  const number = Number.parseInt(attributeOf(attributes, name), 10)
  return number > 1 ? Math.min(number, LIMITS.row) : 1
}

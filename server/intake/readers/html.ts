import type { Book } from '../sheet.ts'
import { type GridBuilder, openGrid } from './grid.ts'
import { type Budget, openBudget, refusePlace } from './limits.ts'
import { type Line, type PageCell, type PageTable, readPage } from './page.ts'
import { refuse } from './refuse.ts'

export function looksLikeHtml(text: string): boolean {
  return /^\s*<(!doctype|html|head|body|div|table|meta|style|\?xml|!--)/i.test(text)
}

/**
 * Reads a web page as a spreadsheet program shows it: line for line on one sheet. Many systems
 * export such pages and call them .xls.
 */
export function readHtml(text: string, encoding: string, name: string): Book {
  const start = text.slice(0, 4096)
  if (/mso-application|<\?xml(?![\s\S]*<html)/i.test(start)) {
    throw refuse('R_FORMAT', 'format', { raw: 'XML' })
  }
  const lines = readPage(text)
  if (lines.every((line) => typeof line === 'string')) {
    throw refuse('R_FORMAT', 'web-page', { raw: 'HTML' })
  }
  const budget = openBudget()
  const grid = openGrid(budget)
  layOut(lines, grid, budget, 1)
  const sheet = { name, hidden: false, ...grid.done(), pictures: 0 }
  return { format: 'html', sheets: [sheet], encoding }
}

/** Answers the row that is free below. */
function layOut(lines: readonly Line[], grid: GridBuilder, budget: Budget, top: number): number {
  let row = top
  for (const line of lines) {
    if (typeof line === 'string') grid.put(row++, 1, { text: line, kind: 'text' })
    else row = layOutTable(line, grid, budget, row)
  }
  return row
}

function layOutTable(table: PageTable, grid: GridBuilder, budget: Budget, top: number): number {
  const inner = framed(table)
  if (inner) return layOut(inner, grid, budget, top)
  const end = top + table.rows.length
  const free: number[] = [] // by column: the first row that no cell above reaches into
  table.rows.forEach(({ cells, hidden }, i) => {
    const row = top + i
    let column = 1
    if (hidden) grid.hideRow(row)
    for (const { across, down, lines } of cells) {
      const from = column
      while ((free[column] ?? 0) > row) column++
      const bottom = Math.min(row + down, end) - 1
      const right = column + across - 1
      refusePlace(bottom, right)
      budget.spend(across + Math.floor((column - from) / 64)) // each step is paid for
      const text = textOf(lines)
      if (text) grid.put(row, column, { text, kind: 'text' })
      if (bottom > row || right > column) grid.merge({ top: row, left: column, bottom, right })
      while (column <= right) free[column++] = bottom + 1
    }
  })
  return end
}

/** What is in a table that is only a frame around another. */
function framed({ rows }: PageTable): PageCell['lines'] | undefined {
  const cells = rows.flatMap((row) => row.cells)
  const [only] = cells
  const isFrame = cells.length === 1 && only?.lines.some((line) => typeof line !== 'string')
  return isFrame ? only?.lines : undefined
}

/** A table inside a cell is a part of its text. */
function textOf(lines: readonly Line[]): string {
  const words = lines.map((line) =>
    typeof line === 'string'
      ? line
      : line.rows.map(({ cells }) => cells.map((cell) => textOf(cell.lines)).join(' ')).join('\n'),
  )
  return words.join('\n')
}

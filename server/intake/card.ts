import type { Column, Form, Table } from '../../schema/forms/form.ts'
import { inline } from './inline.ts'
import { labelsOf } from './labels.ts'
import { address, type Cell, cellAt, mergedAt, type Sheet, usedRows } from './sheet.ts'
import { comparable } from './values/plain.ts'

/** A form of labels and boxes as it was found on a sheet: one card, one activity. */
export interface FoundCard {
  readonly form: Form
  readonly table: Table
  readonly firstRow: number
  readonly lastRow: number
  readonly boxes: ReadonlyMap<string, Box>
}

/** What stands in the box of a label; no cell where it was left empty. */
export interface Box {
  readonly column: Column
  /** The address of the box, or of its label where the box holds nothing. */
  readonly at: string
  readonly cell: Cell | undefined
}

/** The cards on a sheet, from top to bottom; none where too few of the printed labels are there. */
export function findCards(sheet: Sheet, form: Form): FoundCard[] {
  const [table] = form.tables
  if (table === undefined) return []
  const cards: Map<string, Box & { row: number }>[] = []
  const rows = usedRows(sheet)
  for (const row of rows) {
    for (const { column, box } of boxesIn(sheet, row, table)) {
      let card = cards.at(-1)
      // A label that stands on this card already begins the next one.
      if (card === undefined || (card.has(column.field) && card.has(table.known[0] as string))) {
        card = new Map()
        cards.push(card)
      }
      if (!card.has(column.field)) card.set(column.field, { ...box, row })
    }
  }
  const known = cards.filter((card) => table.known.every((field) => card.has(field)))
  return known.map((boxes, i) => {
    const firstRow = Math.min(...[...boxes.values()].map((box) => box.row))
    const next = known[i + 1]
    const end = next === undefined ? Number.MAX_SAFE_INTEGER : topOf(next) - 1
    return { form, table, firstRow, lastRow: end, boxes }
  })
}

const topOf = (boxes: ReadonlyMap<string, { row: number }>) =>
  Math.min(...[...boxes.values()].map((box) => box.row))

const MOST_COLUMNS = 60

function boxesIn(sheet: Sheet, row: number, table: Table) {
  const found: { column: Column; box: Box }[] = []
  for (let index = 1; index <= Math.min(sheet.columnCount, MOST_COLUMNS); index++) {
    const text = cellAt(sheet, row, index)?.text ?? ''
    if (text === '') continue
    const column = table.columns.find(({ term }) => labelsOf(term).has(comparable(text)))
    if (column !== undefined) {
      found.push({ column, box: boxBeside(sheet, row, index, column, table) })
      continue
    }
    for (const { column: named, value } of inlineColumns(text, table)) {
      const at = address(row, index)
      const cell = value === '' ? undefined : ({ text: value, kind: 'text' } as const)
      found.push({ column: named, box: { column: named, at, cell } })
    }
  }
  return found
}

/** The box to the right of a label; below it, where the label fills the whole width. */
function boxBeside(sheet: Sheet, row: number, index: number, column: Column, table: Table): Box {
  const merged = mergedAt(sheet, row, index)
  const right = (merged?.right ?? index) + 1
  const below = (merged?.bottom ?? row) + 1
  const isLabel = (cell: Cell | undefined) =>
    cell !== undefined &&
    table.columns.some(({ term }) => labelsOf(term).has(comparable(cell.text)))
  const beside = cellAt(sheet, row, right)
  if (beside !== undefined && !isLabel(beside)) {
    return { column, at: address(row, right), cell: beside }
  }
  const under = right > sheet.columnCount ? cellAt(sheet, below, index) : undefined
  if (under !== undefined && !isLabel(under)) {
    return { column, at: address(below, index), cell: under }
  }
  const at = right > sheet.columnCount ? address(row, index) : address(row, right)
  return { column, at: beside === undefined ? at : address(row, index), cell: undefined }
}

/** Labels of the card that stand with their values in one piece of text. */
export function inlineColumns(text: string, table: Table): { column: Column; value: string }[] {
  const terms = table.columns.map((column) => column.term)
  return inline(text, terms).flatMap(({ term, value }) => {
    const column = table.columns.find((one) => one.term === term)
    return column === undefined ? [] : [{ column, value }]
  })
}

import { attribute, elementsOf, type Tag, tagsOf, wordsIn } from './tags.ts'
import {
  FINDINGS_TABLE,
  isFindingsRow,
  isFrame,
  type WordCell,
  type WordTable,
} from './wordtables.ts'

/** A cell with the places where it may be changed. */
export interface FoundCell extends WordCell {
  readonly tables: FoundTable[]
  readonly open: Tag
  properties?: Span
  shade?: Span
  /** In its properties: what must stand behind a shade. */
  behindShade?: Tag
  /** Its first paragraph, and the place behind that one's properties. */
  paragraph?: Span & { start: number }
}

export type FoundTable = WordTable<FoundCell>

/** From a tag to the one that closes it; the same twice where it is empty. */
export interface Span {
  readonly open: Tag
  close: Tag
}

/** The tables 表1, 表2 … of a document, as its reader counts them. */
export function tablesIn(xml: string): FoundTable[] {
  const found: FoundTable[] = []
  const path: Tag[] = []
  const tables: FoundTable[] = []
  const cells: FoundCell[] = []
  const begin = (tag: Tag) => {
    const { name, raw } = tag
    const within = path.at(-1)?.name
    const [table, cell] = [tables.at(-1), cells.at(-1)]
    if (name === 'tbl') tables.push({ ours: false, rows: [] })
    else if (name === 'tblCaption' && attribute(raw, 'val') === FINDINGS_TABLE) beOurs(table)
    else if (name === 'tr') table?.rows.push({ before: 0, cells: [] })
    else if (name === 'gridBefore') beginLater(table, count(raw))
    else if (name === 'tc') {
      const begun = { span: 1, down: undefined, across: undefined, tables: [], open: tag }
      table?.rows.at(-1)?.cells.push(begun)
      cells.push(begun)
    } else if (name === 'tcPr' && cell && within === 'tc')
      cell.properties = { open: tag, close: tag }
    else if (within === 'tcPr' && cell) readProperty(cell, tag)
    else if (name === 'p' && cell && !cell.paragraph && isInside(path, cell)) {
      cell.paragraph = { open: tag, close: tag, start: tag.end }
    }
  }
  const end = (tag: Tag) => {
    const cell = cells.at(-1)
    const closed = path.at(-1)
    if (tag.name === 'tcPr' && cell?.properties && closed === cell.properties.open) {
      cell.properties.close = tag
    }
    if (tag.name === 'shd' && cell?.shade && closed === cell.shade.open) cell.shade.close = tag
    const paragraph = cell?.paragraph
    if (tag.name === 'pPr' && paragraph && path.at(-2) === paragraph.open) paragraph.start = tag.end
    if (tag.name === 'p' && paragraph && closed === paragraph.open) paragraph.close = tag
    if (tag.name === 'tr' && closed && tables.at(-1)?.rows.length === 1) {
      const words = elementsOf(xml.slice(closed.start, tag.end), 'tc').map(({ raw }) =>
        wordsIn(raw),
      )
      if (isFindingsRow(words)) beOurs(tables.at(-1))
    }
    if (tag.name === 'tc') cells.pop()
    const table = tag.name === 'tbl' ? tables.pop() : undefined
    if (table) (cells.at(-1)?.tables ?? found).push(table)
  }
  for (const tag of tagsOf(xml)) {
    const isRead = !path.some(({ name }) => name === 'Fallback') // the same drawing once more
    if (tag.kind !== 'close') {
      if (isRead) begin(tag)
      path.push(tag)
    }
    if (tag.kind === 'open') continue
    if (isRead) end(tag)
    path.pop()
  }
  return found.flatMap(unframed)
}

function beOurs(table: FoundTable | undefined): void {
  if (table) table.ours = true
}

function unframed(table: FoundTable): FoundTable[] {
  if (table.ours) return []
  return isFrame(table) ? (table.rows[0]?.cells[0]?.tables.flatMap(unframed) ?? []) : [table]
}

function beginLater(table: FoundTable | undefined, columns: number): void {
  const row = table?.rows.at(-1)
  if (row) row.before = columns
}

function readProperty(cell: FoundCell, tag: Tag): void {
  const merging = attribute(tag.raw, 'val') === 'restart' ? 'restart' : 'continue'
  if (tag.name === 'gridSpan') cell.span = Math.max(1, count(tag.raw))
  else if (tag.name === 'vMerge') cell.down = merging
  else if (tag.name === 'hMerge') cell.across = merging
  else if (tag.name === 'shd') cell.shade = { open: tag, close: tag }
  else if (BEHIND_SHADE.test(tag.name)) cell.behindShade ??= tag
}

// ECMA-376 part 1, 17.4.69: the order inside the properties of a cell
const BEHIND_SHADE =
  /^(noWrap|tcMar|textDirection|tcFitText|vAlign|hideMark|headers|cellIns|cellDel|cellMerge|tcPrChange)$/

function isInside(path: readonly Tag[], cell: FoundCell): boolean {
  const outer = path.findLast(({ name }) => name === 'tc' || name === 'p')
  return outer === cell.open
}

function count(raw: string): number {
  return Math.max(0, Number.parseInt(attribute(raw, 'val') ?? '', 10) || 0)
}

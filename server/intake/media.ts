import { type Block, rowsOf } from './blocks.ts'
import { addressOf, cellOf, type Pen, screened, write } from './cells.ts'
import { readFigureCell } from './figures.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import { readName } from './naming.ts'
import type { FoundTable } from './recognize.ts'
import type { Sheet } from './sheet.ts'
import { readLinks } from './values/link.ts'
import { isMissing } from './values/plain.ts'

/** A row of 媒体宣传情况; `seen` keeps in which row a link stood first. */
export function understandMedia(
  sheet: Sheet,
  table: FoundTable,
  block: Block,
  pen: Pen,
  seen: Map<string, string>,
): JudgedRow {
  const { cells, held: nameHeld } = readName(sheet, table, block.top, pen)
  let held = nameHeld
  for (const field of ['printReports', 'webReports', 'reads']) {
    const read = readFigureCell(sheet, table, field, block, pen)
    held ||= read.held
    if (read.cell !== null) cells[field] = read.cell
  }
  const links = readLinkCell(sheet, table, block, pen, held)
  held ||= links.held
  if (links.cell !== null) cells.links = links.cell
  else checkEvidence(cells, addressOf(table, 'links', block.top), pen)
  const name = String(cells.activityName?.value ?? '')
  const other = firstWith(links.urls, name, seen)
  if (other !== undefined && links.cell !== null) {
    write(pen, [remark('W_POSSIBLE_DUP', { other })], links.cell.cell, 'links')
  }
  return { kind: 'media', row: block.top, held, cells }
}

function readLinkCell(
  sheet: Sheet,
  table: FoundTable,
  block: Block,
  pen: Pen,
  isHeld: boolean,
): { cell: JudgedCell | null; urls: readonly string[]; held: boolean } {
  const rows = rowsOf(block).filter(
    (row) => !isMissing(cellOf(sheet, table, 'links', row)?.text ?? ''),
  )
  const raw = rows.map((row) => cellOf(sheet, table, 'links', row)?.text ?? '').join('\n')
  if (raw === '' || /^(?:无|没有)$/.test(raw.trim())) return { cell: null, urls: [], held: false }
  const cell = addressOf(table, 'links', rows[0] ?? block.top)
  // A long number in an address is a page, not a bank card.
  const { safe, remarks } = screened(
    raw.replaceAll(/(?<=\/\/\S*)\d{19,}|(?<=\/\/\S*)\d{16,17}/g, ''),
  )
  const { urls, text, remarks: told } = readLinks(safe ? raw : '')
  const held = write(pen, safe ? told : remarks, cell, 'links')
  const judged = { cell, raw: safe ? raw : null, value: urls }
  const beside = text === undefined || !safe ? {} : { text }
  return { cell: { ...judged, ...beside }, urls: isHeld || held ? [] : urls, held }
}

/** X06: reads need a link or an outlet. */
function checkEvidence(cells: Record<string, JudgedCell>, at: string, pen: Pen): void {
  const outlet = cells.printReports?.text ?? cells.webReports?.text
  if (Number(cells.reads?.value ?? 0) > 0 && outlet === undefined) {
    write(pen, [remark('W_NO_URL', { raw: '' })], at, 'links')
  }
}

/** The name of the row that gave one of these links before. */
function firstWith(
  urls: readonly string[],
  name: string,
  seen: Map<string, string>,
): string | undefined {
  const other = urls.map((url) => seen.get(url)).find((one) => one !== undefined)
  for (const url of urls) if (!seen.has(url)) seen.set(url, name)
  return other
}

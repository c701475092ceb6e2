import type { Parts } from './parts.ts'
import {
  applyEdits,
  attribute,
  type Edit,
  type Element,
  elementsOf,
  type Tag,
  withAttribute,
  withoutAttribute,
} from './tags.ts'

/** Makes a sheet the first one, and the one that is open; what counts sheets by their place follows. */
export function showFirst(parts: Parts, workbook: string, name: string): void {
  const xml = parts.text(workbook) ?? ''
  const sheets = elementsOf(xml, 'sheet')
  const from = sheets.findIndex(({ open }) => attribute(open.raw, 'name') === name)
  const [first, moved] = [sheets[0], sheets[from]]
  if (!first || !moved) throw new Error(`the workbook has no sheet '${name}'`)
  const edits = from === 0 ? [] : [...move(moved, first), ...renumbered(xml, from)]
  parts.put(workbook, applyEdits(xml, [...edits, ...opened(xml)]))
  const id = attribute(moved.open.raw, 'id')
  for (const relation of parts.relations(workbook)) {
    if (/^(work|chart)sheet$/.test(relation.type) && relation.id !== id) {
      parts.put(relation.part, unselected(parts.text(relation.part) ?? ''))
    }
  }
}

function move(sheet: Element, before: Element): Edit[] {
  const at = before.open.start
  return [
    { start: at, end: at, text: sheet.raw },
    { start: sheet.open.start, end: sheet.close.end, text: '' },
  ]
}

/** A print area or a filter belongs to a sheet by its place. */
function renumbered(xml: string, from: number): Edit[] {
  return elementsOf(xml, 'definedName').flatMap(({ open }) => {
    const place = attribute(open.raw, 'localSheetId')
    if (place === undefined || Number(place) > from) return []
    const now = Number(place) === from ? 0 : Number(place) + 1
    return [replaced(open, withAttribute(open.raw, 'localSheetId', now))]
  })
}

function opened(xml: string): Edit[] {
  return elementsOf(xml, 'workbookView').map(({ open }) =>
    replaced(open, withAttribute(withAttribute(open.raw, 'activeTab', 0), 'firstSheet', 0)),
  )
}

/** Two selected sheets would be written into together. */
function unselected(xml: string): string {
  const edits = elementsOf(xml, 'sheetView').map(({ open }) =>
    replaced(open, withoutAttribute(open.raw, 'tabSelected')),
  )
  return applyEdits(xml, edits)
}

function replaced({ start, end }: Tag, text: string): Edit {
  return { start, end, text }
}

import { addComments, commentedCells, NO_COMMENTS, withoutOurs } from './comments.ts'
import { type Mark, markedCell, wordsOf, worstOf } from './findings.ts'
import { addNotes, NO_NOTES, removeNotes } from './notes.ts'
import type { Paint } from './paint.ts'
import { type Parts, unusedName } from './parts.ts'
import { anchorOf, type Restyle, restyleCells } from './restyle.ts'
import { applyEdits, attribute, tagsOf } from './tags.ts'

export function markSheet(parts: Parts, part: string, marks: readonly Mark[], paint: Paint): void {
  const xml = parts.text(part) ?? ''
  const byCell = gathered(xml, marks)
  if (byCell.size === 0) return
  const styles = new Map<string, Restyle>()
  const texts = new Map<string, string>()
  for (const [cell, here] of byCell) {
    styles.set(cell, (base) => paint.coloured(base, worstOf(here)))
    texts.set(cell, wordsOf(here))
  }
  parts.put(part, restyleCells(xml, styles))
  writeComments(parts, part, texts)
}

/** Takes off the comments of an earlier check; its colours go with the styles. */
export function clearSheet(parts: Parts, part: string): void {
  const comments = related(parts, part, 'comments')
  if (!comments) return
  const { xml, cleared } = withoutOurs(parts.text(comments) ?? '')
  parts.put(comments, xml)
  const notes = notesPart(parts, part)
  if (notes) parts.put(notes, removeNotes(parts.text(notes) ?? '', cleared))
}

/** By the cell a person sees: marks inside a merged area go to its first cell. */
function gathered(xml: string, marks: readonly Mark[]): Map<string, Mark[]> {
  const anchor = anchorOf(xml)
  const byCell = new Map<string, Mark[]>()
  for (const mark of marks) {
    const named = markedCell(mark)
    if (!named) continue
    const cell = anchor(named)
    byCell.set(cell, [...(byCell.get(cell) ?? []), mark])
  }
  return byCell
}

function writeComments(parts: Parts, part: string, texts: ReadonlyMap<string, string>): void {
  const comments = related(parts, part, 'comments') ?? newComments(parts, part)
  const xml = parts.text(comments) ?? NO_COMMENTS
  const present = commentedCells(xml)
  parts.put(comments, addComments(xml, texts))
  const boxes = new Map([...texts].filter(([cell]) => !present.has(cell)))
  const notes = notesPart(parts, part) ?? newNotes(parts, part)
  parts.put(notes, addNotes(parts.text(notes) ?? NO_NOTES, boxes))
}

function related(parts: Parts, part: string, type: string): string | undefined {
  return parts.relations(part).find((relation) => relation.type === type)?.part
}

function newComments(parts: Parts, part: string): string {
  const name = unusedName(parts, (n) => `xl/comments${n}.xml`)
  parts.attach(part, 'comments', name, COMMENTS, NO_COMMENTS)
  return name
}

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** A sheet may have a second VML drawing, for its page header: only the named one is for comments. */
function notesPart(parts: Parts, part: string): string | undefined {
  for (const tag of tagsOf(parts.text(part) ?? '')) {
    if (tag.name !== 'legacyDrawing') continue
    const id = attribute(tag.raw, 'id')
    return parts.relations(part).find((relation) => relation.id === id)?.part
  }
  return undefined
}

function newNotes(parts: Parts, part: string): string {
  const name = unusedName(parts, (n) => `xl/drawings/vmlDrawing${n}.vml`)
  const id = parts.attach(part, 'vmlDrawing', name, DRAWING, NO_NOTES)
  parts.put(part, withLegacyDrawing(parts.text(part) ?? '', id))
  return name
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

// ECMA-376 part 1, 18.3.1.99: what must stand behind `legacyDrawing` in a worksheet
const BEHIND =
  /^(legacyDrawingHF|drawingHF|picture|oleObjects|controls|AlternateContent|webPublishItems|tableParts|extLst)$/

function withLegacyDrawing(xml: string, id: string): string {
  let depth = 0
  for (const { kind, name, prefix, start } of tagsOf(xml)) {
    if (kind === 'close') depth--
    const isEnd = kind === 'close' && depth === 0
    if (isEnd || (kind !== 'close' && depth === 1 && BEHIND.test(name))) {
      const own = isEnd || name !== 'AlternateContent' ? prefix : ''
      const text = `<${own}legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>`
      return applyEdits(xml, [{ start, end: start, text }])
    }
    if (kind === 'open') depth++
  }
  return xml
}

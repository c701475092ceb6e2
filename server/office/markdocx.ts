import { wordPosition } from './address.ts'
import { type Mark, wordsOf, worstOf } from './findings.ts'
import { COLOURS, type Severity } from './paint.ts'
import { openParts, type Parts, unusedName } from './parts.ts'
import { applyEdits, attribute, type Edit, elementsOf } from './tags.ts'
import { type FoundCell, tablesIn } from './wordcells.ts'
import { addWordComments, commentEdits, withoutOurComments, withPrefix } from './wordcomments.ts'
import { findingsPageXml, withFindingsPage, withoutFindingsPage } from './wordfindings.ts'
import { placedCells } from './wordtables.ts'

/**
 * The same document, with a colour and a comment in each marked cell and a first page that lists all
 * marks. Marks name cells as `{ sheet: '表1', cell: 'R6C2' }`.
 */
export async function markDocx(bytes: Uint8Array, marks: readonly Mark[]): Promise<Buffer> {
  const parts = await openParts(bytes)
  const part = related(parts, '', 'officeDocument') ?? 'word/document.xml'
  const cleared = clear(parts, part)
  const cells = gathered(cleared, marks)
  const prefix = elementsOf(cleared, 'body')[0]?.open.prefix ?? 'w:'
  const ids = writeComments(parts, part, [...cells.values()].map(wordsOf))
  const edits = [...cells].flatMap(([cell, here], i) => [
    shadeEdit(cell, worstOf(here), prefix),
    ...anchorEdits(cell, ids[i] as number, prefix),
  ])
  const marked = applyEdits(cleared, edits)
  const page = withPrefix(findingsPageXml(marks, freeBookmark(cleared)), prefix)
  parts.put(part, marks.length > 0 ? withFindingsPage(marked, page) : marked)
  return await parts.pack()
}

/** Takes off what an earlier check wrote. A colour that a cell had before it was marked is gone. */
function clear(parts: Parts, part: string): string {
  const xml = withoutFindingsPage(parts.text(part) ?? '')
  const ours = new Set(Object.values(COLOURS).map((colour) => colour.slice(2)))
  const shades = elementsOf(xml, 'shd').filter(
    ({ open, path }) => path.at(-2) === 'tcPr' && ours.has(attribute(open.raw, 'fill') ?? ''),
  )
  const edits = shades.map(({ open, close }) => ({ start: open.start, end: close.end, text: '' }))
  const comments = related(parts, part, 'comments')
  if (!comments) return applyEdits(xml, edits)
  const { xml: theirs, ids } = withoutOurComments(parts.text(comments) ?? '')
  parts.put(comments, theirs)
  return applyEdits(xml, [...edits, ...commentEdits(xml, ids)])
}

function related(parts: Parts, part: string, type: string): string | undefined {
  return parts.relations(part).find((relation) => relation.type === type)?.part
}

/** By the cell a person sees: marks inside a merged area go to the cell that shows it. */
function gathered(xml: string, marks: readonly Mark[]): Map<FoundCell, Mark[]> {
  const tables = tablesIn(xml).map(placedCells)
  const byCell = new Map<FoundCell, Mark[]>()
  for (const mark of marks) {
    const place = wordPosition(mark.cell)
    const table = tables[Number(/^表(\d+)$/.exec(mark.sheet)?.[1] ?? 0) - 1]
    const found = table?.find(
      ({ area }) =>
        place &&
        area.top <= place.row &&
        place.row <= area.bottom &&
        area.left <= place.column &&
        place.column <= area.right,
    )
    if (found) byCell.set(found.cell, [...(byCell.get(found.cell) ?? []), mark])
  }
  return byCell
}

const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

function writeComments(parts: Parts, part: string, texts: readonly string[]): readonly number[] {
  if (texts.length === 0) return []
  const comments = related(parts, part, 'comments')
  const { xml, ids } = addWordComments(comments && parts.text(comments), texts)
  const name = comments ?? unusedName(parts, (n) => `word/comments${n === 1 ? '' : n}.xml`)
  if (comments) parts.put(name, xml)
  else parts.attach(part, 'comments', name, COMMENTS, xml)
  return ids
}

function shadeEdit(cell: FoundCell, severity: Severity, prefix: string): Edit {
  const { properties, shade, behindShade, open } = cell
  const fill = COLOURS[severity].slice(2)
  const xml = withPrefix(`<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`, prefix)
  if (shade) return { start: shade.open.start, end: shade.close.end, text: xml }
  if (!properties) {
    return { start: open.end, end: open.end, text: `<${prefix}tcPr>${xml}</${prefix}tcPr>` }
  }
  if (properties.open !== properties.close) {
    const at = (behindShade ?? properties.close).start
    return { start: at, end: at, text: xml }
  }
  const { start, end } = properties.open
  return { start, end, text: `<${prefix}tcPr>${xml}</${prefix}tcPr>` }
}

function anchorEdits({ paragraph }: FoundCell, id: number, prefix: string): Edit[] {
  if (!paragraph) return []
  const begin = withPrefix(`<w:commentRangeStart w:id="${id}"/>`, prefix)
  const end = withPrefix(
    `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    prefix,
  )
  const { open, close, start } = paragraph
  if (open === close) {
    const text = `${open.raw.replace(/\s*\/>$/, '>')}${begin}${end}</${prefix}p>`
    return [{ start: open.start, end: open.end, text }]
  }
  return [
    { start, end: start, text: begin },
    { start: close.start, end: close.start, text: end },
  ]
}

function freeBookmark(xml: string): number {
  const taken = elementsOf(xml, 'bookmarkStart').map(({ raw }) => Number(attribute(raw, 'id')))
  return Math.max(0, ...taken.filter(Number.isFinite)) + 1
}

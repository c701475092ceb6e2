import { escapeCell, escapeXml, XML_HEAD } from './markup.ts'
import { appendTo, applyEdits, attribute, elementsOf, wordsIn } from './tags.ts'

export const COMMENT_AUTHOR = '邻站 Linzhan'

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const NO_COMMENTS = `${XML_HEAD}<comments xmlns="${SPREADSHEET}"><authors></authors>\
<commentList></commentList></comments>`

/** Cells with comments in the file. */
export function commentedCells(xml: string): Set<string> {
  return new Set(elementsOf(xml, 'comment').map(({ open }) => attribute(open.raw, 'ref') ?? ''))
}

/** Adds a text to the comment of each cell, or a comment where there is none. */
export function addComments(xml: string, texts: ReadonlyMap<string, string>): string {
  const present = commentedCells(xml)
  const merged = applyEdits(
    xml,
    elementsOf(xml, 'comment').flatMap(({ open, raw }) => {
      const text = texts.get(attribute(open.raw, 'ref') ?? '')
      const edit = { start: open.start, end: open.start + raw.length }
      return text === undefined ? [] : [{ ...edit, text: withText(raw, text) }]
    }),
  )
  const { xml: authored, id } = withAuthor(merged)
  const list = elementsOf(authored, 'commentList')[0]
  if (!list) throw new Error('the comments of a sheet have no list')
  const added = [...texts].filter(([place]) => !present.has(place))
  const { prefix } = list.open
  return appendTo(
    authored,
    list,
    added.map(([place, text]) => commentXml(place, id, text, prefix)).join(''),
  )
}

/** Takes out what an earlier check wrote; answers the cells that have no comment any more. */
export function withoutOurs(xml: string): { xml: string; cleared: Set<string> } {
  const cleared = new Set<string>()
  const edits = elementsOf(xml, 'comment').flatMap(({ open, close, raw }) => {
    const [theirs = '', ours] = wordsIn(raw).split(COMMENT_MARK)
    if (ours === undefined) return []
    const kept = theirs.trim() === '' ? '' : withOnly(raw, theirs.trimEnd())
    if (kept === '') cleared.add(attribute(open.raw, 'ref') ?? '')
    return [{ start: open.start, end: close.end, text: kept }]
  })
  return { xml: applyEdits(xml, edits), cleared }
}

// Stands before all we say. LibreOffice drops authors and cuts texts into runs, so that only the
// words themselves tell a later check what is its own.
export const COMMENT_MARK = '【检查 Check】'

function withOnly(comment: string, text: string): string {
  const body = elementsOf(comment, 'text')[0]
  if (!body) return comment
  const { open, close } = body
  const inner = runXml(text, open.prefix)
  return applyEdits(comment, [{ start: open.end, end: close.start, text: inner }])
}

function withAuthor(xml: string): { xml: string; id: number } {
  const authors = elementsOf(xml, 'author')
  const known = authors.findIndex(({ raw }) => raw.includes(COMMENT_AUTHOR))
  if (known >= 0) return { xml, id: known }
  const list = elementsOf(xml, 'authors')[0]
  if (!list) throw new Error('the comments of a sheet have no authors')
  const { prefix } = list.open
  const author = `<${prefix}author>${escapeXml(COMMENT_AUTHOR)}</${prefix}author>`
  return { xml: appendTo(xml, list, author), id: authors.length }
}

function commentXml(place: string, author: number, text: string, prefix: string): string {
  const open = `<${prefix}comment ref="${place}" authorId="${author}">`
  return `${open}<${prefix}text>${runXml(COMMENT_MARK + text, prefix)}</${prefix}text></${prefix}comment>`
}

/** A person's own comment stays first and keeps its author. */
function withText(comment: string, text: string): string {
  const body = elementsOf(comment, 'text')[0]
  if (!body) return comment
  const { prefix } = body.open
  const added = appendTo(comment, body, runXml(`\n${COMMENT_MARK}${text}`, prefix))
  return elementsOf(comment, 'r').length > 0 ? added : plainAsRun(added, prefix)
}

/** A text of one piece (`<t>`) becomes a run (`<r><t>`): only runs may stand beside runs. */
function plainAsRun(comment: string, prefix: string): string {
  const plain = elementsOf(comment, 't').find(({ path }) => path.at(-2) === 'text')
  if (!plain) return comment
  const text = `<${prefix}r>${plain.raw}</${prefix}r>`
  return applyEdits(comment, [{ start: plain.open.start, end: plain.close.end, text }])
}

function runXml(text: string, prefix: string): string {
  const words = escapeCell(text.slice(0, 30_000))
  const look = `<${prefix}rPr><${prefix}sz val="9"/></${prefix}rPr>`
  return `<${prefix}r>${look}<${prefix}t xml:space="preserve">${words}</${prefix}t></${prefix}r>`
}

import { COMMENT_AUTHOR, COMMENT_MARK } from './comments.ts'
import { escapeWords, XML_HEAD } from './markup.ts'
import { appendTo, applyEdits, attribute, type Edit, elementsOf, wordsIn } from './tags.ts'

/** Takes our comments out of the list; answers their ids, by which the document knows them. */
export function withoutOurComments(xml: string): { xml: string; ids: Set<string> } {
  const ours = elementsOf(xml, 'comment').filter(({ raw }) => wordsIn(raw).startsWith(COMMENT_MARK))
  const edits = ours.map(({ open, close }) => ({ start: open.start, end: close.end, text: '' }))
  const ids = ours.map(({ open }) => attribute(open.raw, 'id') ?? '')
  return { xml: applyEdits(xml, edits), ids: new Set(ids) }
}

/** What in the document belongs to those comments. */
export function commentEdits(xml: string, ids: ReadonlySet<string>): Edit[] {
  if (ids.size === 0) return []
  const isOurs = (raw: string) => ids.has(attribute(raw, 'id') ?? '')
  const cut = (start: number, end: number): Edit => ({ start, end, text: '' })
  const ranges = ['commentRangeStart', 'commentRangeEnd'].flatMap((name) =>
    elementsOf(xml, name).filter(({ raw }) => isOurs(raw)),
  )
  const runs = elementsOf(xml, 'r').filter(({ raw }) =>
    elementsOf(raw, 'commentReference').some((reference) => isOurs(reference.raw)),
  )
  return [...ranges, ...runs].map(({ open, close }) => cut(open.start, close.end))
}

/** Adds comments; answers the id of each. */
export function addWordComments(
  xml: string | undefined,
  texts: readonly string[],
): { xml: string; ids: readonly number[] } {
  const list = xml ?? `${XML_HEAD}<w:comments xmlns:w="${WORD}"></w:comments>`
  const root = elementsOf(list, 'comments')[0]
  if (!root) throw new Error('the comments of the document have no list')
  const taken = elementsOf(list, 'comment').map(({ open }) => Number(attribute(open.raw, 'id')))
  const first = Math.max(-1, ...taken.filter(Number.isFinite)) + 1
  const ids = texts.map((_, i) => first + i)
  const added = texts.map((text, i) => commentXml(first + i, text)).join('')
  return { xml: appendTo(list, root, withPrefix(added, root.open.prefix)), ids }
}

/** Our XML is written with `w:`; documents may call it otherwise. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === 'w:' ? xml : xml.replace(/(<\/?|\s)w:(?=\w)/g, `$1${prefix}`)
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function commentXml(id: number, text: string): string {
  const lines = `${COMMENT_MARK}${text}`.slice(0, 30_000).split('\n')
  const paragraphs = lines.map(
    (line) => `<w:p><w:r><w:t xml:space="preserve">${escapeWords(line)}</w:t></w:r></w:p>`,
  )
  return `<w:comment w:id="${id}" w:author="${COMMENT_AUTHOR}" w:initials="邻站">${paragraphs.join('')}</w:comment>`
}

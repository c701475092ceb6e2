import { wordPosition } from './address.ts'
import { headline, type Mark } from './findings.ts'
import { escapeWords } from './markup.ts'
import { COLOURS, type Severity } from './paint.ts'
import { applyEdits, attribute, type Element, elementsOf, tagsOf, wordsIn } from './tags.ts'
import { facesXml, sizeXml } from './wordstyles.ts'
import { FINDINGS_MARKS, FINDINGS_TABLE, FINDINGS_TITLES, isFindingsRow } from './wordtables.ts'

/** Puts a first page before the document: how much is to be changed, and a list of it. */
export function withFindingsPage(xml: string, page: string): string {
  const body = elementsOf(xml, 'body')[0]
  if (!body) throw new Error('the document has no body')
  const at = body.open.end
  return applyEdits(xml, [{ start: at, end: at, text: page }])
}

export function findingsPageXml(marks: readonly Mark[], bookmark: number): string {
  const rows = marks.map((mark, i) => rowXml(cellsOf(mark, i + 1), mark.severity))
  const titles = FINDINGS_TITLES.map((text) => ({ text, bold: true }))
  return `<w:p>${CENTRED}${bookmarkXml(bookmark, HEAD)}${runXml(headline(marks), 18, true)}</w:p>\
<w:p>${PLAIN}${bookmarkXml(bookmark + 1, NOTE)}${runXml(NOTICE, 10.5)}</w:p>\
<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders>\
<w:tblCaption w:val="${FINDINGS_TABLE}"/></w:tblPr>\
<w:tblGrid>${WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>\
${rowXml(titles)}${rows.join('')}</w:tbl>\
<w:p>${TINY}${bookmarkXml(bookmark + 2, END)}<w:r><w:br w:type="page"/></w:r></w:p>`
}

/** Takes the page of an earlier check off, piece by piece: people may have worked on it. */
export function withoutFindingsPage(xml: string): string {
  const edits = childrenOfBody(xml).flatMap(({ open, close, raw }) => {
    const marked = bookmarkIn(raw)
    const isOurs = open.name === 'tbl' ? isOurTable(raw) : marked !== undefined
    if (!isOurs) return []
    const isWrittenOn = marked === END && wordsIn(raw).trim() !== ''
    return [{ start: open.start, end: close.end, text: isWrittenOn ? withoutBreak(raw) : '' }]
  })
  return applyEdits(xml, edits)
}

const { head: HEAD, note: NOTE, end: END } = FINDINGS_MARKS
const WIDTHS = [600, 1900, 1000, 3500, 2600]
const WORDS: Record<Severity, string> = { ERROR: '要改', WARNING: '请核对', NOTE: '提示' }
const ADVICE: Record<Severity, string> = {
  ERROR: '请在表中改正此处',
  WARNING: '请核对；无误可不改',
  NOTE: '',
}
const NOTICE =
  '本页由邻站检查时添加。请在后面的表中改正标色的格，改好后直接再次报送本文件；本页、标色和批注不影响读取，不必删除。'

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join('')
const NO_INDENT = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
const PLAIN = `<w:pPr><w:spacing w:before="0" w:after="80"/>${NO_INDENT}<w:jc w:val="left"/></w:pPr>`
const CENTRED = PLAIN.replace('"left"/></w:pPr>', '"center"/></w:pPr>')
const TINY = `<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${NO_INDENT}</w:pPr>`

interface Words {
  readonly text: string
  readonly bold?: boolean
}

function cellsOf(mark: Mark, number: number): Words[] {
  const { severity, text, advice } = mark
  const texts = [String(number), placeOf(mark), WORDS[severity], text, advice ?? ADVICE[severity]]
  return texts.map((each) => ({ text: each }))
}

/** `表1 第6行第2列` */
function placeOf({ sheet, cell }: Mark): string {
  const place = wordPosition(cell)
  return [sheet, place ? `第${place.row}行第${place.column}列` : cell].join(' ').trim()
}

function rowXml(cells: readonly Words[], severity?: Severity): string {
  const written = cells.map(({ text, bold }, i) => {
    const fill = bold ? 'EDEDED' : severity && i === 2 ? COLOURS[severity].slice(2) : undefined
    const shade = fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : ''
    const lines = text.split('\n').map((line) => `<w:p>${PLAIN}${runXml(line, 10.5, bold)}</w:p>`)
    return `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[i]}" w:type="dxa"/>${shade}</w:tcPr>${lines.join('')}</w:tc>`
  })
  const header = severity ? '' : '<w:tblHeader/>'
  return `<w:tr><w:trPr><w:cantSplit/>${header}</w:trPr>${written.join('')}</w:tr>`
}

function runXml(text: string, size: number, bold = false): string {
  const look = `<w:rPr>${facesXml('宋体')}${bold ? '<w:b/>' : ''}${sizeXml(size)}</w:rPr>`
  return `<w:r>${look}<w:t xml:space="preserve">${escapeWords(text.slice(0, 2000))}</w:t></w:r>`
}

function childrenOfBody(xml: string): Element[] {
  const children: Element[] = []
  let depth = 0
  let open: Element['open'] | undefined
  for (const tag of tagsOf(xml)) {
    if (tag.kind !== 'close' && depth++ === 2) open = tag
    if (tag.kind === 'open') continue
    depth--
    if (depth !== 2 || !open) continue
    children.push({ open, close: tag, path: [], raw: xml.slice(open.start, tag.end) })
    open = undefined
  }
  return children
}

function bookmarkXml(id: number, name: string): string {
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`
}

function bookmarkIn(xml: string): string | undefined {
  const names = elementsOf(xml, 'bookmarkStart').map(({ raw }) => attribute(raw, 'name'))
  return names.find((name) => name === HEAD || name === NOTE || name === END)
}

function isOurTable(xml: string): boolean {
  const captions = elementsOf(xml, 'tblCaption').map(({ raw }) => attribute(raw, 'val'))
  const first = elementsOf(xml, 'tr')[0]
  const words = elementsOf(first?.raw ?? '', 'tc').map(({ raw }) => wordsIn(raw))
  return captions.includes(FINDINGS_TABLE) || isFindingsRow(words)
}

/** Somebody has written behind the end of our page: only the end itself goes. */
function withoutBreak(paragraph: string): string {
  return paragraph
    .replace(/<(?:\w+:)?br\s[^>]*type="page"[^>]*\/>/, '')
    .replace(/<(?:\w+:)?bookmarkStart\s[^>]*linzhan_findings_[^>]*\/>/, '')
}

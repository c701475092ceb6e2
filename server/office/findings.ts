import { linesOf } from './heights.ts'
import { escapeCell, escapeXml, XML_HEAD } from './markup.ts'
import type { Paint, Severity } from './paint.ts'

/** Something to say about a cell (or several: `C5:C7`); without one, about the sheet or the file. */
export interface Mark {
  readonly sheet: string
  readonly cell: string
  readonly severity: Severity
  /** What is wrong. */
  readonly text: string
  /** What to write instead, where that can be said. */
  readonly advice?: string
}

export const FINDINGS_SHEET = '检查意见 Findings'

export const SEVERITY_WORDS: Record<Severity, string> = {
  ERROR: '错误 Error',
  WARNING: '警告 Warning',
  NOTE: '提示 Note',
}

/** All that is said of one cell, line by line. */
export function wordsOf(marks: readonly Mark[]): string {
  const lines = marks.map(({ severity, text, advice }) => {
    const said = `${SEVERITY_WORDS[severity]}: ${text}`
    return advice ? `${said}\n怎么改：${advice}` : said
  })
  return lines.join('\n')
}

/** `3 处要改，5 处请核对` */
export function headline(marks: readonly Mark[]): string {
  const count = (wanted: Severity) => marks.filter(({ severity }) => severity === wanted).length
  const said = [
    [count('ERROR'), '处要改'],
    [count('WARNING'), '处请核对'],
  ] as const
  const words = said.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  return words.join('，') || '没有要改的地方'
}

export function worstOf(marks: readonly Mark[]): Severity {
  const order: Severity[] = ['ERROR', 'WARNING', 'NOTE']
  return order.find((each) => marks.some(({ severity }) => severity === each)) ?? 'NOTE'
}

/** The cell that carries the mark; undefined when it is about no cell. */
export function markedCell({ cell }: Mark): string | undefined {
  return /^[A-Z]{1,3}[1-9]\d{0,6}(?=:|$)/.exec(cell)?.[0]
}

/** The sheet that lists all marks; a click on a line leads to its cell. */
export function findingsXml(marks: readonly Mark[], sheets: ReadonlySet<string>, paint: Paint) {
  const bold = paint.text({ bold: true })
  const titles = HEADERS.map((words) => [words, bold] as const)
  const rows = [
    rowXml(1, [[headline(marks), bold]], 1),
    rowXml(2, [[NOTICE, paint.text({})]], 2),
    rowXml(3, titles, 1),
    ...marks.map((mark, i) => markXml(mark, i + FIRST_MARK, paint)),
  ]
  return [
    XML_HEAD,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">',
    '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${WIDTHS.map(columnXml).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="A2:F2"/></mergeCells>',
    linksXml(marks, sheets),
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('')
}

const NOTICE =
  '由邻站检查时添加；修改后可直接再次报送，本表和标色、批注不影响读取。 Added by the check; correct the cells and send the file again as it is.'
const HEADERS = [
  '序号 No.',
  '工作表 Sheet',
  '单元格 Cell',
  '级别 Severity',
  '意见 Finding',
  '怎么改 What to write',
]
const WIDTHS = [8, 22, 12, 14, 80, 40]
const FIRST_MARK = 4

function columnXml(width: number, i: number): string {
  return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
}

function markXml(
  { sheet, cell, severity, text, advice = '' }: Mark,
  row: number,
  paint: Paint,
): string {
  const plain = paint.text({})
  const cells = [
    [String(row - FIRST_MARK + 1), plain],
    [sheet, plain],
    [cell, plain],
    [SEVERITY_WORDS[severity], paint.text({ severity })],
    [text, plain],
    [advice, plain],
  ] as const
  const lines = cells.map(([words], i) => linesOf(words, WIDTHS[i] ?? 0))
  return rowXml(row, cells, Math.max(...lines))
}

type Words = readonly [words: string, style: number]

function rowXml(row: number, cells: readonly Words[], lines: number): string {
  const written = cells.map(([text, style], i) => {
    const words = escapeCell(text.slice(0, 32_000))
    const place = `${'ABCDEF'[i]}${row}`
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`
  })
  return `<row r="${row}" ht="${Math.min(409, lines * 15)}">${written.join('')}</row>`
}

function linksXml(marks: readonly Mark[], sheets: ReadonlySet<string>): string {
  const links = marks.flatMap((mark, i) => {
    if (!sheets.has(mark.sheet)) return []
    const place = `'${mark.sheet.replaceAll("'", "''")}'!${markedCell(mark) ?? 'A1'}`
    return [`<hyperlink ref="C${i + FIRST_MARK}" location="${escapeXml(place)}"/>`]
  })
  return links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''
}

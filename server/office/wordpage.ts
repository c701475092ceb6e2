import { type Area, area } from './address.ts'
import type { WrittenBlock, WrittenCell, WrittenParagraph, WrittenTable } from './document.ts'
import { escapeWords } from './markup.ts'
import { boxXml, listXml } from './wordcontrols.ts'
import { pictureXml, sizeOf } from './wordpictures.ts'

export const WORD_NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"',
].join(' ')

/** Paragraphs and tables as WordprocessingML; numbers its controls and pictures as they come. */
export function openPage(landscape: boolean) {
  const pictures: { readonly bytes: Uint8Array; readonly name: string }[] = []
  const width = landscape ? 16_838 - 2268 : 11_906 - 2268 // in twentieths of a point, as all of Word
  let controls = 0
  const contents = (cell: WrittenCell): string => {
    const { text = '', look = 'text', choices, boxes = [] } = cell
    const lines = choices
      ? [listXml(++controls, choices, text)]
      : text.split('\n').map((line) => runXml(line))
    if (boxes.length > 0) {
      const ticks = boxes.map((box) => boxXml(++controls, box.ticked ?? false) + runXml(box.label))
      lines.push(ticks.join(runXml('　')))
    }
    for (const bytes of cell.pictures ?? []) {
      const name = `image${pictures.length + 1}.${sizeOf(bytes).ending}`
      pictures.push({ bytes, name })
      lines.push(`<w:r>${pictureXml(bytes, pictures.length, `rId${pictures.length + 2}`)}</w:r>`)
    }
    const shown = text === '' && lines.length > 1 && !choices ? lines.slice(1) : lines
    return shown.map((line) => styledXml(look, line)).join('')
  }
  return {
    pictures,
    xml: (block: WrittenBlock): string =>
      'rows' in block ? tableXml(block, width, contents) : paragraphXml(block),
  }
}

function paragraphXml({ text, look = 'text', newPage }: WrittenParagraph): string {
  const lines = text.split('\n').map((line) => runXml(line))
  return styledXml(look, lines.join('<w:r><w:br/></w:r>'), newPage ? '<w:pageBreakBefore/>' : '')
}

/** The name of a look is the name of its style. */
function styledXml(look: string, runs: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${look}"/>${more}</w:pPr>${runs}</w:p>`
}

function runXml(text: string): string {
  return text && `<w:r><w:t xml:space="preserve">${escapeWords(text)}</w:t></w:r>`
}

function tableXml(
  { widths, rows, merges = [], headerRows = 0 }: WrittenTable,
  full: number,
  contents: (cell: WrittenCell) => string,
): string {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => Math.round((width / whole) * full))
  const areas = merges.map(area)
  const written = rows.map((row, i) => {
    const cells = columns.flatMap((_, j) => {
      const merge = areas.find((each) => covers(each, i + 1, j + 1))
      if (merge && merge.left !== j + 1) return []
      const cell = asCell(merge && merge.top !== i + 1 ? null : (row[j] ?? null))
      return [cellXml(cell, merge, i + 1, columns.slice(j, merge?.right ?? j + 1), contents)]
    })
    return `<w:tr>${rowPropertiesXml(row.map(asCell), i < headerRows)}${cells.join('')}</w:tr>`
  })
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  // Two tables side by side would become one: a paragraph stands behind each.
  return `<w:tbl><w:tblPr><w:tblW w:w="${full}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders>\
<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl>\
<w:p><w:pPr><w:pStyle w:val="small"/></w:pPr></w:p>`
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

function covers({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right
}

function asCell(written: string | null | WrittenCell): WrittenCell {
  return typeof written === 'object' ? (written ?? {}) : { text: written }
}

function rowPropertiesXml(cells: readonly WrittenCell[], isHeader: boolean): string {
  const height = Math.max(8, ...cells.map((cell) => cell.height ?? 0)) // millimetres
  const header = isHeader ? '<w:tblHeader/>' : ''
  return `<w:trPr><w:cantSplit/><w:trHeight w:val="${Math.round(height * 56.7)}"/>${header}</w:trPr>`
}

function cellXml(
  cell: WrittenCell,
  merge: Area | undefined,
  row: number,
  widths: readonly number[],
  contents: (cell: WrittenCell) => string,
): string {
  const width = widths.reduce((sum, each) => sum + each, 0)
  const span = widths.length > 1 ? `<w:gridSpan w:val="${widths.length}"/>` : ''
  const isTall = merge && merge.bottom > merge.top
  const down = isTall ? `<w:vMerge w:val="${merge.top === row ? 'restart' : 'continue'}"/>` : ''
  const shade =
    cell.look === 'header' ? '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${down}${shade}\
<w:vAlign w:val="center"/></w:tcPr>${contents(cell)}</w:tc>`
}

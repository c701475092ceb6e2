import { address, area, columnName, LAST_COLUMN, LAST_ROW } from './address.ts'
import type { Plain, Styled, Validation, WrittenSheet } from './book.ts'
import { serialOf } from './dates.ts'
import { rowHeights } from './heights.ts'
import { escapeXml, XML_HEAD } from './markup.ts'
import type { Look, Styles } from './styles.ts'

export interface Ink {
  readonly styles: Styles
  /** The place of a text among the shared strings. */
  readonly stringOf: (text: string) => number
  /** The formula that names a drop-down list. */
  readonly listOf: (list: readonly string[]) => string
}

/** One sheet as SpreadsheetML; the parts stand in the order the schema wants. */
export function worksheetXml(sheet: WrittenSheet, ink: Ink): string {
  refuseSize(sheet)
  const heights = rowHeights(sheet)
  return [
    XML_HEAD,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet.freezeRows ?? 0),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet, ink),
    '<sheetData>',
    ...sheet.rows.map((row, i) => rowXml(row, i + 1, heights.get(i + 1), ink)),
    '</sheetData>',
    sheet.protect ? PROTECTION : '',
    mergesXml(sheet.merges ?? []),
    validationsXml(sheet.validations ?? [], ink),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>', // A4, one page wide
    '</worksheet>',
  ].join('')
}

function refuseSize({ name, rows }: WrittenSheet): void {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length > LAST_ROW || columns > LAST_COLUMN) {
    throw new RangeError(`sheet '${name}' has ${rows.length} rows and ${columns} columns: too many`)
  }
}

function viewXml(frozen: number): string {
  if (frozen === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" \
topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
}

function columnsXml({ widths = [], protect }: WrittenSheet, ink: Ink): string {
  if (widths.length === 0) return ''
  const free = protect
    ? ` style="${ink.styles.numberOf({ value: null, style: 'free' }, 'plain')}"`
    : ''
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}"${free} customWidth="1"/>`,
  )
  return `<cols>${columns.join('')}</cols>`
}

// What is not named here stays allowed: widths, heights, rows and columns to add, sorting.
const PROTECTION =
  '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" ' +
  'insertColumns="0" insertHyperlinks="0" deleteRows="0" sort="0" autoFilter="0"/>'

function rowXml(
  row: readonly (Plain | Styled)[],
  number: number,
  height: number | undefined,
  ink: Ink,
): string {
  const cells = row.map((cell, i) => cellXml(cell, address(number, i + 1), ink)).join('')
  const tall = height === undefined ? '' : ` ht="${height}"`
  return cells && `<row r="${number}"${tall}>${cells}</row>`
}

function cellXml(written: Plain | Styled, place: string, ink: Ink): string {
  const cell = typeof written === 'object' && written !== null ? written : { value: written }
  const { value, look } = stored(cell, place)
  const style = ink.styles.numberOf(cell, look)
  const start = `<c r="${place}"${style === 0 ? '' : ` s="${style}"`}`
  if (value === null) return style === 0 ? '' : `${start}/>`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  return `${start} t="s"><v>${ink.stringOf(value)}</v></c>`
}

function stored({ value, format }: Styled, place: string): { value: Plain; look: Look } {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${place}: ${value} is not a number a workbook can hold`)
  }
  if (format === 'text' && value !== null) return { value: String(value), look: 'plain' }
  if (typeof value !== 'string') return { value, look: 'plain' }
  if (value.length > 32_767) throw new RangeError(`${place}: ${value.length} characters, too many`)
  const serial = format === 'date' ? serialOf(value) : undefined
  if (serial !== undefined) return { value: serial, look: value.includes('T') ? 'moment' : 'day' }
  if (/^[=+\-@\t\r]/.test(value)) return { value, look: 'formula-like' }
  return { value, look: value.includes('\n') ? 'lines' : 'plain' }
}

function mergesXml(merges: readonly string[]): string {
  if (merges.length === 0) return ''
  const cells = merges.map((text) => `<mergeCell ref="${range(text)}"/>`)
  return `<mergeCells count="${merges.length}">${cells.join('')}</mergeCells>`
}

function validationsXml(validations: readonly Validation[], ink: Ink): string {
  if (validations.length === 0) return ''
  const rules = validations.map(({ range: cells, list, prompt }) => {
    const type = list === undefined ? '' : ' type="list"'
    const said = prompt === undefined ? '' : ` prompt="${escapeXml(prompt.slice(0, 255))}"`
    const start = `<dataValidation${type} allowBlank="1" showInputMessage="1" showErrorMessage="1"\
${said} sqref="${range(cells)}"`
    return list === undefined
      ? `${start}/>`
      : `${start}><formula1>${escapeXml(ink.listOf(list))}</formula1></dataValidation>`
  })
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

function range(text: string): string {
  const { top, left, bottom, right } = area(text)
  return `${columnName(left)}${top}:${columnName(right)}${bottom}`
}

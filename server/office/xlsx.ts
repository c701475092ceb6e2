import { columnName } from './address.ts'
import type { WrittenBook, WrittenSheet } from './book.ts'
import { escapeCell, escapeXml, XML_HEAD } from './markup.ts'
import { collectStyles } from './styles.ts'
import { worksheetXml } from './worksheet.ts'
import { packZip } from './zip.ts'

/** The hidden sheet that keeps drop-down lists too long for a cell's own rule. */
export const LISTS_SHEET = '选项 Lists'

/** The same book gives the same bytes. */
export async function writeXlsx(book: WrittenBook): Promise<Buffer> {
  refuseNames(book.sheets)
  const styles = collectStyles()
  const strings = new Map<string, number>()
  const lists: (readonly string[])[] = []
  const ink = {
    styles,
    stringOf: (text: string) => place(strings, text),
    listOf: (list: readonly string[]) => literalList(list) ?? keptList(lists, list),
  }
  const pages = book.sheets.map((sheet) => worksheetXml(sheet, ink))
  if (lists.length > 0) pages.push(worksheetXml(listsSheet(lists), ink))
  const names = book.sheets.map((sheet) => sheet.name)
  return await packZip([
    ['[Content_Types].xml', contentTypesXml(pages.length)],
    ['_rels/.rels', relationshipsXml([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(names, lists.length > 0)],
    ['xl/_rels/workbook.xml.rels', relationshipsXml(workbookTargets(pages.length))],
    ['xl/styles.xml', styles.xml()],
    ['xl/sharedStrings.xml', stringsXml(strings)],
    ...pages.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml] as const),
  ])
}

function refuseNames(sheets: readonly WrittenSheet[]): void {
  const seen = new Set([LISTS_SHEET.toLowerCase()])
  for (const { name } of sheets) {
    const wrong = name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)
    if (wrong || seen.has(name.toLowerCase())) {
      throw new RangeError(`'${name}' cannot be the name of a sheet (or is taken)`)
    }
    seen.add(name.toLowerCase())
  }
  if (sheets.length === 0) throw new RangeError('a book needs at least one sheet')
}

function place(strings: Map<string, number>, text: string): number {
  const known = strings.get(text)
  if (known !== undefined) return known
  strings.set(text, strings.size)
  return strings.size - 1
}

/** Excel takes a list inside the rule up to 255 characters, when no entry holds a comma. */
function literalList(list: readonly string[]): string | undefined {
  const text = list.join(',').replaceAll('"', '""')
  const fits = text.length <= 253 && list.every((entry) => /^(?! )[^,\n]+(?<! )$/.test(entry))
  return fits ? `"${text}"` : undefined
}

function keptList(lists: (readonly string[])[], list: readonly string[]): string {
  const same = lists.findIndex((other) => other.join('\n') === list.join('\n'))
  if (same < 0) lists.push(list)
  const column = columnName(same < 0 ? lists.length : same + 1)
  return `'${LISTS_SHEET}'!$${column}$1:$${column}$${list.length}`
}

function listsSheet(lists: readonly (readonly string[])[]): WrittenSheet {
  const height = Math.max(...lists.map((list) => list.length))
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null))
  return { name: LISTS_SHEET, rows }
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypesXml(sheets: number): string {
  const pages = Array.from({ length: sheets }, (_, i) =>
    override(`/xl/worksheets/sheet${i + 1}.xml`, `${TYPE}.worksheet+xml`),
  )
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
${override('/xl/workbook.xml', `${TYPE}.sheet.main+xml`)}\
${override('/xl/styles.xml', `${TYPE}.styles+xml`)}\
${override('/xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`)}${pages.join('')}</Types>`
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`
}

function workbookTargets(sheets: number): [string, string][] {
  return [
    ...Array.from({ length: sheets }, (_, i): [string, string] => [
      'worksheet',
      `worksheets/sheet${i + 1}.xml`,
    ]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function relationshipsXml(targets: readonly [string, string][]): string {
  const lines = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  const scheme = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return `${XML_HEAD}<Relationships xmlns="${scheme}">${lines.join('')}</Relationships>`
}

function workbookXml(names: readonly string[], hasLists: boolean): string {
  const sheets = names.map((name, i) => sheetXml(name, i + 1, ''))
  if (hasLists) sheets.push(sheetXml(LISTS_SHEET, names.length + 1, ' state="veryHidden"'))
  return `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>\
<sheets>${sheets.join('')}</sheets></workbook>`
}

function sheetXml(name: string, number: number, state: string): string {
  return `<sheet name="${escapeXml(name)}" sheetId="${number}"${state} r:id="rId${number}"/>`
}

function stringsXml(strings: Map<string, number>): string {
  const items = [...strings.keys()].map(
    (text) => `<si><t xml:space="preserve">${escapeCell(text)}</t></si>`,
  )
  return `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
uniqueCount="${strings.size}">${items.join('')}</sst>`
}

import { FINDINGS_SHEET, findingsXml, type Mark } from './findings.ts'
import { showFirst } from './firstsheet.ts'
import { clearSheet, markSheet } from './marksheet.ts'
import { escapeXml } from './markup.ts'
import { openPaint } from './paint.ts'
import { openParts, type Parts, unusedName } from './parts.ts'
import { appendTo, attribute, elementsOf } from './tags.ts'

/** The same workbook, with a colour and a comment in each marked cell and a list of all marks. */
export async function markXlsx(bytes: Uint8Array, marks: readonly Mark[]): Promise<Buffer> {
  const parts = await openParts(bytes)
  const workbook = partOf(parts, '', 'officeDocument') ?? 'xl/workbook.xml'
  const styles = partOf(parts, workbook, 'styles')
  const paint = openPaint(styles && parts.text(styles))
  const sheets = sheetParts(parts, workbook)
  const findings = sheets.get(FINDINGS_SHEET)
  sheets.delete(FINDINGS_SHEET)
  for (const [name, part] of sheets) {
    clearSheet(parts, part)
    markSheet(
      parts,
      part,
      marks.filter(({ sheet }) => sheet === name),
      paint,
    )
  }
  const list = findingsXml(marks, new Set(sheets.keys()), paint)
  if (findings) parts.put(findings, list)
  else addSheet(parts, workbook, FINDINGS_SHEET, list)
  showFirst(parts, workbook, FINDINGS_SHEET)
  if (styles) parts.put(styles, paint.xml())
  else parts.attach(workbook, 'styles', 'xl/styles.xml', `${TYPE}.styles+xml`, paint.xml())
  return await parts.pack()
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function partOf(parts: Parts, from: string, type: string): string | undefined {
  return parts.relations(from).find((relation) => relation.type === type)?.part
}

function sheetParts(parts: Parts, workbook: string): Map<string, string> {
  const relations = new Map(parts.relations(workbook).map((each) => [each.id, each]))
  const sheets = new Map<string, string>()
  for (const { open } of elementsOf(parts.text(workbook) ?? '', 'sheet')) {
    const relation = relations.get(attribute(open.raw, 'id') ?? '')
    const name = attribute(open.raw, 'name') ?? ''
    if (relation?.type === 'worksheet') sheets.set(name, relation.part)
  }
  return sheets
}

function addSheet(parts: Parts, workbook: string, name: string, xml: string): void {
  const part = unusedName(parts, (n) => `xl/worksheets/sheet${n}.xml`)
  const id = parts.attach(workbook, 'worksheet', part, `${TYPE}.worksheet+xml`, xml)
  const text = parts.text(workbook) ?? ''
  const list = elementsOf(text, 'sheets')[0]
  if (!list) throw new Error('the workbook has no list of sheets')
  const numbers = elementsOf(text, 'sheet').map(({ open }) =>
    Number(attribute(open.raw, 'sheetId')),
  )
  const number = Math.max(0, ...numbers.filter((each) => each < 65_000)) + 1
  const line = `<${list.open.prefix}sheet xmlns:r="${OFFICE}" name="${escapeXml(name)}" \
sheetId="${number}" r:id="${id}"/>`
  parts.put(workbook, appendTo(text, list, line))
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

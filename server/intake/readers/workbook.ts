import type { Archive } from '../../office/unzip.ts'
import { mainPart, readRelations } from './package.ts'
import { refuse } from './refuse.ts'
import { partId, readXml } from './xml.ts'

export interface Workbook {
  readonly date1904: boolean
  readonly sheets: readonly { name: string; hidden: boolean; part: string }[]
  readonly stringsPart: string | undefined
  readonly stylesPart: string | undefined
}

/** The table of contents: sheets in the order of their tabs, charts left out. */
export async function readWorkbook(zip: Archive): Promise<Workbook> {
  const part = await workbookPart(zip)
  const relations = await readRelations(zip, part)
  const listed: { name: string; state: string; id: string | undefined }[] = []
  let date1904 = false
  await readXml(zip.chunks(part), {
    open(element, attributes) {
      if (element === 'workbookPr') date1904 = isTrue(attributes.date1904)
      if (element !== 'sheet') return
      const { name = '', state = 'visible' } = attributes
      listed.push({ name, state, id: partId(attributes) })
    },
  })
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const sheets = listed.flatMap(({ name, state, id = '' }) => {
    const relation = byId.get(id)
    if (!relation) throw refuse('R_FORMAT', 'damaged', { sheet: name })
    if (relation.type === 'xlMacrosheet') throw refuse('R_MACRO', 'macro', { sheet: name })
    return relation.type === 'worksheet'
      ? [{ name, hidden: state !== 'visible', part: relation.part }]
      : []
  })
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part
  return { date1904, sheets, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

async function workbookPart(zip: Archive): Promise<string> {
  const { part, types } = await mainPart(zip)
  if (types.some((type) => /sheet\.binary/i.test(type))) {
    throw refuse('R_FORMAT', 'format', { raw: '.xlsb' })
  }
  return part
}

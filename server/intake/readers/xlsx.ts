import type { Archive } from '../../office/unzip.ts'
import type { Book, Sheet } from '../sheet.ts'
import { openBudget } from './limits.ts'
import { readRelations, refuseContents } from './package.ts'
import { readStrings } from './strings.ts'
import { readCellStyles } from './styles.ts'
import { readWorkbook } from './workbook.ts'
import { readWorksheet } from './worksheet.ts'
import { readXml } from './xml.ts'
import { openZip } from './zip.ts'

/** Reads a workbook without running anything in it: of a formula, the value kept beside it. */
export async function readXlsx(bytes: Uint8Array): Promise<Book> {
  return await readSheets(await openZip(bytes))
}

export async function readSheets(zip: Archive): Promise<Book> {
  refuseContents(zip.names)
  const workbook = await readWorkbook(zip)
  const reading = {
    strings: await readStrings(zip, workbook.stringsPart),
    formats: await readCellStyles(zip, workbook.stylesPart),
    date1904: workbook.date1904,
  }
  const budget = openBudget()
  const sheets: Sheet[] = []
  for (const { name, hidden, part } of workbook.sheets) {
    const sheet = await readWorksheet(zip.chunks(part), reading, budget)
    const pictures = sheet.pictures + (await countPictures(zip, part))
    sheets.push({ name, hidden, ...sheet, pictures })
  }
  return { format: 'xlsx', sheets }
}

/** Pictures that lie over the cells; they are counted, never opened. */
async function countPictures(zip: Archive, sheetPart: string): Promise<number> {
  let count = 0
  for (const { type, part } of await readRelations(zip, sheetPart)) {
    if (type !== 'drawing' || !zip.has(part)) continue
    await readXml(zip.chunks(part), {
      open(element) {
        if (element === 'pic') count++
      },
    })
  }
  return count
}

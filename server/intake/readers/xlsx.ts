import type { Archive } from '../../office/unzip.ts'
import type { Book, Sheet } from '../sheet.ts'
import { readDrawings } from './drawings.ts'
import { openBudget } from './limits.ts'
import { refuseContents } from './package.ts'
import { openPictures } from './photos.ts'
import { readStrings } from './strings.ts'
import { readCellStyles } from './styles.ts'
import { readWorkbook } from './workbook.ts'
import { readWorksheet } from './worksheet.ts'
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
  const look = openPictures(zip)
  const sheets: Sheet[] = []
  for (const { name, hidden, part } of workbook.sheets) {
    const sheet = await readWorksheet(zip.chunks(part), reading, budget)
    const { pictures, photos } = await readDrawings(zip, part, look, budget)
    sheets.push({ name, hidden, ...sheet, pictures: sheet.pictures + pictures, photos })
  }
  return { format: 'xlsx', sheets }
}

import { address } from '../../office/address.ts'
import { relationsName } from '../../office/names.ts'
import type { Archive } from '../../office/unzip.ts'
import { isFrame, placedCells } from '../../office/wordtables.ts'
import type { Book, Photo, Sheet } from '../sheet.ts'
import { openGrid } from './grid.ts'
import { type Budget, LIMITS, openBudget, tooLarge } from './limits.ts'
import { mainPart, type Outside, readOutside, readRelations, refuseContents } from './package.ts'
import { openPictures, type Picture } from './photos.ts'
import { refuse } from './refuse.ts'
import { openFields } from './wordfields.ts'
import { readStory, type Story, type StoryTable } from './wordstory.ts'
import { readXml } from './xml.ts'

/** Reads a Word document: each of its tables as a sheet, and its other text as paragraphs. */
export async function readDocx(zip: Archive): Promise<Book> {
  refuseContents(zip.names)
  const { part } = await mainPart(zip)
  const outside = await readOutside(zip)
  refuseOutside(outside)
  await refuseFields(zip, part)
  const budget = openBudget()
  const { body, links } = await readStory(zip.chunks(part), budget)
  const { tables, paragraphs, pictures } = layOut(body)
  const look = await openGallery(zip, part)
  const sheets: Sheet[] = []
  for (const { table, above } of tables) {
    const sheet = sheetOf(table, `表${sheets.length + 1}`, above, budget)
    const photos = await photosOf(picturesOf(table), look)
    sheets.push({ ...sheet, pictures: photos.length, photos })
  }
  const photos = await photosOf([[null, pictures]], look)
  const own = outside.filter(
    ({ from, type }) => type === 'hyperlink' && from === relationsName(part),
  )
  const targets = new Set([...own.map(({ target }) => target), ...links])
  return { format: 'docx', sheets, paragraphs, photos, links: [...targets] }
}

/** Templates on the writer's own disk are common, and nobody looks there. */
function refuseOutside(outside: readonly Outside[]): void {
  const other = outside.find(
    ({ type, target }) =>
      type !== 'hyperlink' &&
      !(type === 'attachedTemplate' && !/^(https?|ftp):|^(file:)?[\\/]{2}(?![\\/])/i.test(target)),
  )
  if (other) throw refuse('R_FORMAT', 'external-content', { part: other.type })
}

/** Page headers, notes and comments are not read; what they would start is refused all the same. */
async function refuseFields(zip: Archive, part: string): Promise<void> {
  for (const { type, part: other } of await readRelations(zip, part)) {
    const isText = /^(header|footer|footnotes|endnotes|comments|glossaryDocument)$/.test(type)
    if (isText && zip.has(other)) await readXml(zip.chunks(other), openFields())
  }
}

interface LaidOut {
  readonly tables: { readonly table: StoryTable; readonly above: readonly string[] }[]
  readonly paragraphs: string[]
  readonly pictures: string[]
}

/** Takes frames away, and our own list of findings. */
function layOut(body: Story): LaidOut {
  const laid: LaidOut = { tables: [], paragraphs: [], pictures: [] }
  let above: string[] = []
  const walk = ({ blocks, pictures }: Story) => {
    for (const id of pictures) laid.pictures.push(id)
    for (const block of blocks) {
      if (typeof block === 'string') {
        if (block.trim() === '') continue
        above.push(block)
        laid.paragraphs.push(block)
      } else if (block.ours) continue
      else if (isFrame(block)) walk(block.rows[0]?.cells[0] as Story)
      else {
        laid.tables.push({ table: block, above })
        above = []
        if (laid.tables.length > LIMITS.sheets) throw tooLarge('sheets', laid.tables.length)
      }
    }
  }
  walk(body)
  return laid
}

function sheetOf(table: StoryTable, name: string, above: readonly string[], budget: Budget) {
  const grid = openGrid(budget)
  for (const { cell, area } of placedCells(table)) {
    const text = textOf(cell)
    if (text !== '') grid.put(area.top, area.left, { text, kind: 'text' })
    if (area.bottom > area.top || area.right > area.left) grid.merge(area)
  }
  return { name, hidden: false, ...grid.done(), above }
}

/** A table inside a cell is a part of its text. */
function textOf({ blocks }: Story): string {
  const lines = blocks.map((block) =>
    typeof block === 'string'
      ? block
      : block.rows.map(({ cells }) => cells.map(textOf).join('\t')).join('\n'),
  )
  const isBlank = (line: string) => line.trim() === ''
  const first = lines.findIndex((line) => !isBlank(line))
  const last = lines.findLastIndex((line) => !isBlank(line))
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n')
}

type Shown = readonly [cell: string | null, ids: readonly string[]]

function picturesOf(table: StoryTable): Shown[] {
  return placedCells(table).map(({ cell, area }) => [address(area.top, area.left), idsIn(cell)])
}

function idsIn({ pictures, blocks }: Story): string[] {
  const tables = blocks.filter((block) => typeof block !== 'string')
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  return [...pictures, ...cells.flatMap(idsIn)]
}

/** Pictures by the ids under which a part knows them. */
async function openGallery(zip: Archive, part: string) {
  const relations = await readRelations(zip, part)
  const parts = new Map(relations.map((relation) => [relation.id, relation.part]))
  const look = openPictures(zip)
  return async (id: string) => await look(parts.get(id) ?? '')
}

async function photosOf(
  shown: readonly Shown[],
  look: (id: string) => Promise<Picture | undefined>,
): Promise<Photo[]> {
  const photos: Photo[] = []
  for (const [cell, ids] of shown) {
    for (const id of ids) {
      const picture = await look(id)
      if (picture) photos.push({ ...picture, cell })
    }
  }
  return photos
}

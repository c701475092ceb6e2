import { address } from '../../office/address.ts'
import type { Archive } from '../../office/unzip.ts'
import type { Photo } from '../sheet.ts'
import type { Budget } from './limits.ts'
import { readRelations } from './package.ts'
import type { Picture } from './photos.ts'
import { readXml, valueIn } from './xml.ts'

/** Pictures that lie over the cells of a sheet, each with the cell under its top left corner. */
export async function readDrawings(
  zip: Archive,
  sheetPart: string,
  look: (part: string) => Promise<Picture | undefined>,
  budget: Budget,
): Promise<{ pictures: number; photos: Photo[] }> {
  const photos: Photo[] = []
  let pictures = 0
  for (const { type, part } of await readRelations(zip, sheetPart)) {
    if (type !== 'drawing' || !zip.has(part)) continue
    const anchored = await readAnchors(zip, part)
    budget.spend(anchored.length)
    pictures += anchored.length
    const relations = await readRelations(zip, part)
    const parts = new Map(relations.map((relation) => [relation.id, relation.part]))
    for (const { cell, id } of anchored) {
      const picture = await look(parts.get(id) ?? '')
      if (picture) photos.push({ ...picture, cell })
    }
  }
  return { pictures, photos }
}

interface Anchored {
  readonly cell: string | null
  id: string
}

async function readAnchors(zip: Archive, part: string): Promise<Anchored[]> {
  const anchored: Anchored[] = []
  let inStart = false
  let count = ''
  let column = 0
  let row = 0
  await readXml(zip.chunks(part), {
    open(element, attributes) {
      if (/^(oneCell|twoCell|absolute)Anchor$/.test(element)) [column, row] = [0, 0]
      if (element === 'from') inStart = true
      if (element === 'pic') {
        const cell = row > 0 && column > 0 ? address(row, column) : null
        anchored.push({ cell, id: '' })
      }
      const last = anchored.at(-1)
      if (element === 'blip' && last?.id === '') last.id = valueIn(attributes, 'embed') ?? ''
      count = ''
    },
    text(piece) {
      if (inStart) count += piece
    },
    close(element) {
      if (element === 'from') inStart = false
      if (inStart && element === 'col') column = Number(count) + 1
      if (inStart && element === 'row') row = Number(count) + 1
    },
  })
  return anchored
}

import { area, position } from '../../office/address.ts'
import type { Sheet } from '../sheet.ts'
import { type RawCell, type Reading, readCell } from './cells.ts'
import { openGrid } from './grid.ts'
import { type Budget, refusePlace } from './limits.ts'
import { collectText } from './strings.ts'
import { isTrue } from './workbook.ts'
import { readXml } from './xml.ts'

/** One sheet in one pass, whatever size it claims to have; the claims are not read. */
export async function readWorksheet(
  chunks: AsyncIterable<Uint8Array>,
  reading: Reading,
  budget: Budget,
): Promise<Omit<Sheet, 'name' | 'hidden'>> {
  const grid = openGrid(budget)
  const text = collectText()
  let place = { row: 0, column: 0 }
  let raw: RawCell | undefined
  let inValue = false
  let extensions = 0
  let pictures = 0
  await readXml(chunks, {
    open(element, attributes) {
      if (element === 'extLst') extensions++
      if (extensions > 0) return
      if (raw) {
        inValue = element === 'v'
        raw.formula ||= element === 'f'
        text.open(element)
      } else if (element === 'c') {
        const { r, t, s, vm } = attributes
        place = r ? position(r) : { row: place.row, column: place.column + 1 }
        raw = { type: t, style: s, rich: vm, value: '', inline: '', formula: false }
        text.start()
      } else if (element === 'row') {
        place = { row: attributes.r ? Number(attributes.r) : place.row + 1, column: 0 }
        refusePlace(place.row, 1)
        if (isTrue(attributes.hidden) || attributes.ht === '0') grid.hideRow(place.row)
      } else if (element === 'col') {
        const { min, max, hidden, width } = attributes
        if (isTrue(hidden) || width === '0') grid.hideColumns(Number(min), Number(max))
      } else if (element === 'mergeCell') grid.merge(area(attributes.ref ?? ''))
    },
    text(piece) {
      if (inValue && raw) raw.value += piece
      else if (raw) text.add(piece)
    },
    close(element) {
      if (element === 'extLst') extensions--
      if (!raw) return
      inValue = false
      text.close(element)
      if (element !== 'c') return
      raw.inline = text.take()
      const cell = readCell(raw, reading)
      if (cell === 'picture') pictures++
      else if (cell) grid.put(place.row, place.column, cell)
      raw = undefined
    },
  })
  return { ...grid.done(), pictures }
}

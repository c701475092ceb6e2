import { datums } from '../../schema/terms/region.ts'
import { type Position, toWgs84 } from '../records/datum.ts'
import { distance, metresOutside } from '../records/distance.ts'
import { type Pen, write } from './cells.ts'
import { remark } from './findings.ts'
import type { JudgedRow } from './judged.ts'
import type { World } from './world.ts'

// Hub parameters (I10): outlines are schematic, so what lies near a border is nobody's mistake.
const BORDER = 5000 // metres outside the outline of its county
const MOVED = 100 // a station that is this far from where it was has moved, or its datum is another
const SHIFT = 2000 // no Chinese datum shifts farther
const SAME = 30 // two readings of one place

/**
 * Holds positions against the outline of their county, and against where the station stood before: what
 * moved by exactly the offset of another datum was most likely given in that one (E7).
 */
export async function checkPositions(
  rows: readonly JudgedRow[],
  world: World,
  pen: Pen,
): Promise<void> {
  if (world.whereabouts === null) return
  const placed = rows.flatMap((row) => {
    const position = positionOf(row)
    return position === null ? [] : [{ row, position }]
  })
  if (placed.length === 0) return
  const known = await world.whereabouts(
    placed.map(({ row }) => idOf(row)),
    [...new Set(placed.map(({ row }) => String(row.cells.region?.value)))],
  )
  for (const { row, position } of placed) {
    const at = row.cells.lon?.cell ?? ''
    const outline = known.outlines.get(String(row.cells.region?.value))
    const outside = outline === undefined ? 0 : metresOutside(position, outline)
    if (outside > BORDER) {
      const km = Math.round(outside / 1000)
      const region = world.regions.find((one) => one.id === row.cells.region?.value)?.nameZh ?? ''
      write(pen, [remark('W_COORD_DISTRICT', { region, km })], at, 'lon')
    }
    const before = known.positions.get(idOf(row))
    const datum = before && shiftedBy(row, position, before)
    if (before && datum) {
      const metres = Math.round(distance(position, before))
      write(pen, [remark('W_DATUM_SHIFT', { metres, datum })], at, 'lon')
    }
  }
}

/** The datum whose offset leads back to where the station stood; null for a true move. */
function shiftedBy(row: JudgedRow, position: Position, before: Position): string | null {
  const moved = distance(position, before)
  if (moved < MOVED || moved > SHIFT) return null
  const filed = { lon: Number(row.cells.lon?.raw), lat: Number(row.cells.lat?.raw) }
  const given = String(row.cells.datumGiven?.value ?? '')
  const others = (['WGS84', 'GCJ02', 'BD09'] as const).filter((one) => one !== given)
  const found = others.find((one) => distance(toWgs84(filed, one), before) < SAME)
  return found === undefined ? null : datums[found].zh
}

function positionOf(row: JudgedRow): Position | null {
  const { lon, lat } = row.cells
  if (row.held || typeof lon?.value !== 'number' || typeof lat?.value !== 'number') return null
  return { lon: lon.value, lat: lat.value }
}

const idOf = (row: JudgedRow): string => `station:${row.cells.registerNumber?.value}`

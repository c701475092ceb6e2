import { type Position, toWgs84 } from '../records/datum.ts'
import { type Pen, write } from './cells.ts'
import { remark } from './findings.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import { isWithin } from './values/city.ts'
import { cityOf, type World } from './world.ts'

/**
 * The position of a row (X12): inside the city of its region, swapped only where just the other order
 * fits, and converted to WGS 84 from the datum it was given in. `raw` keeps the numbers as filed.
 */
export function placed(row: JudgedRow, world: World, pen: Pen): JudgedRow {
  const { lon, lat, datumGiven, region } = row.cells
  if (lon === undefined || lat === undefined) return row
  const alone = lon.raw === null ? lat : lat.raw === null ? lon : null
  if (alone !== null) return alone.raw === null ? row : halved(row, alone === lat ? lon : lat, pen)
  if (typeof lon.value !== 'number' || typeof lat.value !== 'number') return row

  const city = cityOf(world, typeof region?.value === 'string' ? region.value : null)?.code ?? null
  const found = ordered({ lon: lon.value, lat: lat.value }, city)
  if (found === null) {
    const raw = `${lon.value}, ${lat.value}`
    write(pen, [remark('E_COORD_OUTSIDE', { raw })], lon.cell, 'lon')
    const none = { lon: { ...lon, value: null }, lat: { ...lat, value: null } }
    return { ...row, held: true, cells: { ...row.cells, ...none } }
  }
  const { position, swapped } = found
  if (swapped) {
    write(pen, [remark('W_COORD_SWAPPED', { a: position.lon, b: position.lat })], lon.cell, 'lon')
  }
  const datum = datumGiven?.value
  if (typeof datum !== 'string') write(pen, [remark('W_CRS_UNKNOWN')], lon.cell, 'lon')
  const { lon: east, lat: north } = toWgs84(position, String(datum))
  const cells = { lon: { ...lon, value: east }, lat: { ...lat, value: north } }
  return { ...row, cells: { ...row.cells, ...cells } }
}

function halved(row: JudgedRow, blank: JudgedCell, pen: Pen): JudgedRow {
  const field = blank === row.cells.lon ? 'lon' : 'lat'
  const name = field === 'lon' ? '经度' : '纬度'
  return { ...row, held: write(pen, [remark('E_MISSING', { field: name })], blank.cell, field) }
}

/** The order in which two numbers are a position of the city: as filed, or the other way round. */
function ordered(
  filed: Position,
  city: string | null,
): { position: Position; swapped: boolean } | null {
  if (isWithin(city, filed)) return { position: filed, swapped: false }
  const other = { lon: filed.lat, lat: filed.lon }
  return isWithin(city, other) ? { position: other, swapped: true } : null
}

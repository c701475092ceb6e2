import { sql } from 'kysely'
import { BadInputError } from '../errors.ts'
import type { Db } from '../store/open.ts'
import type { Position } from './datum.ts'
import { type StationQuery, stationsQuery } from './station.ts'

/** A part of the map, degrees of WGS 84. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export interface MapQuestion {
  readonly box: Box
  readonly zoom: number
  readonly filter: StationQuery
  readonly limit: number
}

/** The stations of one cell of the map: how many, their middle, the box around them, the first of their ids. */
export interface Cell {
  readonly count: number
  readonly middle: Position
  readonly box: Box
  readonly first: string
}

export const ZOOM_MAXIMUM = 22
export const LIMIT_MAXIMUM = 2000
const CELLS_A_TILE = 4 // a cell has 64 pixels of a tile of 256
const PARTS = 1_000_000 // positions are added up as whole millionths of a degree: the same sum on every engine

/**
 * The stations in a box, gathered in cells as wide as a thumb at that zoom, from south to north; wider ones where
 * the box would have more than `limit` of them. One statement.
 */
export async function readMap(db: Db, at: number, question: MapQuestion): Promise<Cell[]> {
  const { box, filter } = question
  const side = sideOf(question)
  const parts = (column: 'lat' | 'lon') => sql`sum(floor(${sql.ref(column)} * ${PARTS} + 0.5))`
  const inBox = stationsQuery(db, at, filter, ['id', 'lat', 'lon'])
    .where(SHOWN)
    .where(
      sql<boolean>`lat between ${box.south} and ${box.north} and lon between ${box.west} and ${box.east}`,
    )
  const { rows } =
    await sql<Row>`select floor((lat + 90) / ${side}) as y, floor((lon + 180) / ${side}) as x,
    count(*) as count, ${parts('lat')} as lats, ${parts('lon')} as lons, min(lon) as west, min(lat) as south,
    max(lon) as east, max(lat) as north, min(id) as first
    from (${inBox}) as shown group by 1, 2 order by 1, 2`.execute(db)
  return rows.map(cellOf)
}

// written out, not bound: the index is for these rows alone
const SHOWN = sql<boolean>`"locationPrecision" in ('ROOFTOP', 'STREET', 'TOWNSHIP') and lat is not null and lon is not null`

interface Row extends Box {
  readonly count: number
  readonly lats: number
  readonly lons: number
  readonly first: string
}

function cellOf({ count, lats, lons, first, west, south, east, north }: Row): Cell {
  const many = Number(count)
  const middle = { lat: mean(lats, many), lon: mean(lons, many) }
  return { count: many, middle, first, box: { west, south, east, north } }
}

const mean = (sum: number, count: number) => Math.round(Number(sum) / count) / PARTS

/** The side of a cell in degrees: it doubles exactly, so that both engines cut alike; a whole earth is one cell. */
function sideOf({ box: { west, south, east, north }, zoom, limit }: MapQuestion): number {
  const fits = -180 <= west && west <= east && east <= 180
  if (!fits || south < -90 || !(south <= north) || north > 90) {
    throw new BadInputError(
      `A box goes from west to east (-180 to 180) and from south to north (-90 to 90), got ${west}, ${south}, ${east}, ${north}.`,
    )
  }
  inRange('zoom', zoom, 0, ZOOM_MAXIMUM)
  inRange('limit', limit, 1, LIMIT_MAXIMUM)
  let side = 360 / CELLS_A_TILE / 2 ** zoom
  const cells = () => across(west + 180, east + 180, side) * across(south + 90, north + 90, side)
  while (cells() > limit) side *= 2
  return side
}

const across = (from: number, to: number, side: number) =>
  Math.floor(to / side) - Math.floor(from / side) + 1

function inRange(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new BadInputError(`'${name}' must be from ${least} to ${most}, got ${value}.`)
}

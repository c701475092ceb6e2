import { type RawBuilder, sql } from 'kysely'
import { BadInputError } from '../errors.ts'
import type { Db } from '../store/open.ts'
import { ADDED_UP, ADDED_UP_AGAIN } from './cluster.ts'
import type { Position } from './datum.ts'
import { regionsWithin } from './region.ts'
import {
  around,
  BELOW,
  COLUMN,
  isEmpty,
  LEVELS,
  ROW,
  SHOWN,
  SMALLEST,
  type Span,
  sideOf,
  standsIn,
} from './square.ts'
import { asksNothing, type StationQuery, stationsQuery } from './station.ts'

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

/**
 * The stations in a box, gathered in cells as wide as a thumb at that zoom, from south to north; wider ones where
 * the box would have more than `limit` of them. One statement. Without a filter, or with one for a region alone,
 * it adds up what was counted beforehand, and reads single stations only along the edges of the box.
 */
export async function readMap(db: Db, at: number, question: MapQuestion): Promise<Cell[]> {
  const level = levelOf(question)
  const isCounted = asksNothing({ ...question.filter, region: null })
  const parts = isCounted ? countedParts(db, at, question, level) : [shown(db, at, question, level)]
  const { rows } = await sql<Row>`select y, x, ${ADDED_UP_AGAIN}
    from (${sql.join(parts, sql` union all `)}) as part group by y, x order by y, x`.execute(db)
  return rows.map(cellOf)
}

/** Stations one by one, gathered in the cells of a level. */
function shown(
  db: Db,
  at: number,
  { box, filter }: MapQuestion,
  level: number,
  span: Span = squaresOf(box, SMALLEST),
): RawBuilder<unknown> {
  const side = sql.lit(sideOf(level))
  const { west, south, east, north } = common(box, span)
  const within = stationsQuery(db, at, filter, ['id', 'lat', 'lon', 'locationPrecision'])
    .where(SHOWN)
    .where(standsIn(span, ROW, COLUMN))
    .where(sql<boolean>`lat between ${south} and ${north} and lon between ${west} and ${east}`)
  return sql`select floor((lat + 90) / ${side}) as y, floor((lon + 180) / ${side}) as x, ${ADDED_UP}
    from (${within}) as shown group by 1, 2`
}

/** What of a box lies in a stretch of smallest squares, and a hair around it: indexes are walked no farther. */
function common(box: Box, span: Span): Box {
  const side = sideOf(SMALLEST)
  return {
    west: Math.max(box.west, span.west * side - 180 - 1e-6),
    south: Math.max(box.south, span.south * side - 90 - 1e-6),
    east: Math.min(box.east, (span.east + 1) * side - 180 + 1e-6),
    north: Math.min(box.north, (span.north + 1) * side - 90 + 1e-6),
  }
}

/**
 * What was counted beforehand: squares of the cells' own level that lie wholly in the box, then smaller ones in
 * what is left along its edges, at last single stations.
 */
function countedParts(
  db: Db,
  at: number,
  question: MapQuestion,
  level: number,
): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = []
  let done = NOTHING
  for (const one of LEVELS.filter((one) => one >= level)) {
    const whole = inside(squaresOf(question.box, one))
    const known = isEmpty(done) ? NOTHING : scaled(done)
    parts.push(...around(whole, known).map((span) => counted(at, question, one, span, level)))
    done = isEmpty(whole) ? NOTHING : whole
  }
  const left = around(squaresOf(question.box, SMALLEST), done)
  return [...parts, ...left.map((span) => shown(db, at, question, level, span))]
}

const NOTHING: Span = { south: 0, north: -1, west: 0, east: -1 }

function counted(
  at: number,
  { filter }: MapQuestion,
  level: number,
  span: Span,
  wanted: number,
): RawBuilder<unknown> {
  const wide = sql.lit(2 ** (level - wanted))
  const region = filter.region ? sql`and region in ${regionsWithin(filter.region, at)}` : sql``
  return sql`select floor(y / ${wide}) as y, floor(x / ${wide}) as x, count, located, lats, lons, west, south, east, north, first
    from cluster where level = ${sql.lit(level)} and ${standsIn(span, sql.ref('y'), sql.ref('x'))}
      and since <= ${at} and ("until" is null or "until" > ${at}) ${region}`
}

/** The squares that a box touches. */
function squaresOf({ west, south, east, north }: Box, level: number): Span {
  const side = sideOf(level)
  return {
    south: Math.floor((south + 90) / side),
    north: Math.floor((north + 90) / side),
    west: Math.floor((west + 180) / side),
    east: Math.floor((east + 180) / side),
  }
}

/** Those beyond whose ends lie others that the box touches: they lie wholly in it, whatever is rounded. */
const inside = ({ south, north, west, east }: Span): Span => ({
  south: south + 1,
  north: north - 1,
  west: west + 1,
  east: east - 1,
})

/** The same stretch in squares of the next level. */
const scaled = ({ south, north, west, east }: Span): Span => ({
  south: south * BELOW,
  north: north * BELOW + BELOW - 1,
  west: west * BELOW,
  east: east * BELOW + BELOW - 1,
})

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

const mean = (millionths: number, count: number) =>
  Math.round(Number(millionths) / count) / 1_000_000

/** At zoom z a square of level z has 64 pixels of a tile of 256; above that a whole earth is one of them. */
function levelOf({ box: { west, south, east, north }, zoom, limit }: MapQuestion): number {
  const fits = -180 <= west && west <= east && east <= 180
  if (!fits || south < -90 || !(south <= north) || north > 90) {
    throw new BadInputError(
      `A box goes from west to east (-180 to 180) and from south to north (-90 to 90), got ${west}, ${south}, ${east}, ${north}.`,
    )
  }
  inRange('zoom', zoom, 0, ZOOM_MAXIMUM)
  inRange('limit', limit, 1, LIMIT_MAXIMUM)
  let level = zoom
  const cells = () => {
    const span = squaresOf({ west, south, east, north }, level)
    return (span.east - span.west + 1) * (span.north - span.south + 1)
  }
  while (cells() > limit) level -= 1
  return level
}

function inRange(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new BadInputError(`'${name}' must be from ${least} to ${most}, got ${value}.`)
}

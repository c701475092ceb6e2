import { type RawBuilder, sql } from 'kysely'

/** The map cut into squares of a degree or a part of one, each side half of that above it, exactly. */

/** The levels at which stations are counted beforehand: every other, so that a square has sixteen below it. */
export const LEVELS = [0, 2, 4, 6, 8, 10, 12, 14, 16] as const
export const SMALLEST = 16
export const BELOW = 4 // squares along a side of one of the next level

const WHOLE = 90 // degrees, the side at level 0

export const sideOf = (level: number) => WHOLE / 2 ** level

/** A stretch of squares, all four ends within it. */
export interface Span {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

export const isEmpty = ({ south, north, west, east }: Span) => south > north || west > east

/** What of a span lies outside another within it: at most four stretches. */
export function around(outer: Span, inner: Span): Span[] {
  if (isEmpty(inner)) return [outer].filter((one) => !isEmpty(one))
  const { south, north, west, east } = inner
  return [
    { ...outer, north: south - 1 },
    { ...outer, south: north + 1 },
    { ...outer, south, north, east: west - 1 },
    { ...outer, south, north, west: east + 1 },
  ].filter((one) => !isEmpty(one))
}

/** Written out, not bound: the index of smallest squares is used where the words are the same. */
export const ROW = sql<number>`floor((lat + 90) / 0.001373291015625)`
export const COLUMN = sql<number>`floor((lon + 180) / 0.001373291015625)`

/** Within the meridians of a column, and a hair beyond: an index is walked no farther. */
export const inColumn = (x: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`lon >= ${x} * 0.001373291015625 - 180.000001 and lon <= (${x} + 1) * 0.001373291015625 - 179.999999`

/** Positions that a map can show: the index is for these rows alone. */
export const SHOWN = sql<boolean>`"locationPrecision" in ('ROOFTOP', 'STREET', 'TOWNSHIP') and lat is not null and lon is not null`

/**
 * Whether something stands in a stretch of squares, in words that lead along its longer side: few looks into an index
 * by rows or by columns, each for a long range.
 */
export function standsIn(
  { south, north, west, east }: Span,
  row: RawBuilder<number>,
  column: RawBuilder<number>,
): RawBuilder<boolean> {
  const rows = sql<boolean>`${row} between ${south} and ${north}`
  const columns = sql<boolean>`${column} between ${west} and ${east}`
  const [high, wide] = [north - south, east - west]
  if (Math.min(high, wide) > MOST_LOOKS) return sql`${rows} and ${columns}`
  return high <= wide
    ? sql`${row} in ${series(south, north)} and ${columns}`
    : sql`${column} in ${series(west, east)} and ${rows}`
}

const MOST_LOOKS = 200

/** All whole numbers from one to another, as a subquery for `in`. */
function series(from: number, to: number): RawBuilder<number> {
  // a sum has no type of a column, so that an index by an expression can still be looked into
  return sql`(with recursive n(n) as (select ${from} + 0 union all
    select n + 1 from n where n < ${to} + 0) select n from n)`
}

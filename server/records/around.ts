import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../store/open.ts'
import type { Position } from './datum.ts'
import { boundsTo } from './haversine.ts'
import { regionsWithin } from './region.ts'
import { BELOW } from './square.ts'

/** Squares of the smallest level in which all stations up to some distance from a point lie. */
export interface Around {
  readonly squares: readonly Place[]
  /** The haversine up to which nobody is left out. */
  readonly reach: number
}

interface Place {
  readonly y: number
  readonly x: number
}

interface Counted extends Place {
  readonly located: number
  readonly near: number
  readonly far: number
}

export interface AroundQuestion {
  readonly point: Position
  readonly region?: string | null
  /** No farther than that haversine. */
  readonly most: number
}

const FIRST = 6 // 1.4 degrees: the whole country has some hundreds of them
const NEXT = [8, 10, 12, 14, 16] as const
const MOST_SQUARES = 1000 // more of them cost more than reading every station
const A_HAIR = 1 + 1e-9 // rounding loses nobody

/**
 * Looks for the smallest circle around a point that surely holds so many stations with metres: at each level only
 * squares that can hold one of them are looked into. Null where so many squares can that all stations had better be
 * read. Five statements, and one more for the first of several calls.
 */
export async function openAround(db: Db, at: number, question: AroundQuestion) {
  const first = await readSquares(db, at, question, FIRST, sql``)
  return async (wanted: number): Promise<Around | null> => {
    let { squares, reach } = withinReach(first, wanted, question.most)
    for (const level of NEXT) {
      const above = places(squares)
      if (above.length === 0) return { squares: [], reach }
      if (above.length > MOST_SQUARES) return null
      const below = await readSquares(db, at, question, level, below16(above))
      ;({ squares, reach } = withinReach(below, wanted, Math.min(reach, question.most)))
    }
    const found = places(squares)
    return found.length > MOST_SQUARES ? null : { squares: found, reach }
  }
}

/** The squares that can hold one of so many nearest stations. */
function withinReach(all: readonly Counted[], wanted: number, most: number) {
  let count = 0
  const byFar = [...all].sort((a, b) => a.far - b.far)
  const last = byFar.find(({ located }) => {
    count += located
    return count >= wanted
  })
  const reach = Math.min(most, (last?.far ?? Number.POSITIVE_INFINITY) * A_HAIR)
  return { squares: all.filter(({ near }) => near <= reach * A_HAIR), reach }
}

/** Counts of several regions may stand in one square. */
function places(squares: readonly Counted[]): Place[] {
  return [...new Map(squares.map(({ y, x }) => [`${y} ${x}`, { y, x }])).values()]
}

function below16(above: readonly Place[]): RawBuilder<unknown> {
  return sql`join (${asTable(above)}) as above on
    cluster.y between above.y * ${sql.lit(BELOW)} and above.y * ${sql.lit(BELOW)} + ${sql.lit(BELOW - 1)}
    and cluster.x between above.x * ${sql.lit(BELOW)} and above.x * ${sql.lit(BELOW)} + ${sql.lit(BELOW - 1)}`
}

/**
 * Places as rows with `y` and `x`, on either engine. Their number is rounded up, the last said again: so a few
 * statements serve all numbers, and are prepared once.
 */
export function asTable(places: readonly Place[]): RawBuilder<unknown> {
  const size = 2 ** Math.ceil(Math.log2(places.length))
  const last = places.at(-1) as Place
  const padded = [...places, ...Array<Place>(size - places.length).fill(last)]
  const rows = padded.map(({ y, x }, i) =>
    i === 0 ? sql`(${y} + 0, ${x} + 0)` : sql`(${y}, ${x})`,
  )
  return sql`with given(y, x) as (values ${sql.join(rows)}) select distinct y, x from given`
}

async function readSquares(
  db: Db,
  at: number,
  { point, region }: AroundQuestion,
  level: number,
  among: RawBuilder<unknown>,
): Promise<Counted[]> {
  const own = region ? sql`and region in ${regionsWithin(region, at)}` : sql``
  const { rows } = await sql<Row>`select cluster.y, cluster.x, located, west, south, east, north
    from cluster ${among} where level = ${sql.lit(level)} and located > 0
      and since <= ${at} and ("until" is null or "until" > ${at}) ${own}`.execute(db)
  return rows.map(({ y, x, located, ...box }) => ({
    y: Number(y),
    x: Number(x),
    located: Number(located),
    ...boundsTo(point, box),
  }))
}

interface Row {
  readonly y: number
  readonly x: number
  readonly located: number
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

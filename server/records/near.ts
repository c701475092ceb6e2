import { type RawBuilder, sql } from 'kysely'
import { BadInputError, HubError } from '../errors.ts'
import type { Db } from '../store/open.ts'
import { type Around, asTable, openAround } from './around.ts'
import type { Position } from './datum.ts'
import { digestOf } from './digest.ts'
import { distance } from './distance.ts'
import { degreesOf, haversineOf, haversineTo } from './haversine.ts'
import { PAGE_DEFAULT, PAGE_MAXIMUM } from './page.ts'
import { COLUMN, inColumn, ROW, SHOWN } from './square.ts'
import { asksNothing, type StationQuery, type StationRow, stationsQuery } from './station.ts'

/** From where, of which stations, and how much of the list. */
export interface NearQuestion {
  readonly point: Position
  readonly filter: StationQuery
  /** Only those at most so many metres away: stations without metres are none of them. */
  readonly within?: number | null
  readonly first?: number | null
  readonly after?: string | null
  /** The columns to read; null reads all. */
  readonly columns?: readonly string[] | null
}

export interface Near {
  readonly station: StationRow
  readonly metres: number | null
  readonly cursor: string
}

export interface NearPage {
  readonly found: readonly Near[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
}

const OWN_COLUMNS = ['id', 'nameZh', 'lat', 'lon', 'locationPrecision'] as const

/**
 * Stations nearest first, exactly by great circle; then those whose position has no metres (known to the
 * township at best), by name. At most twenty-two statements, however many stations there are: one looks whether few
 * fit a text, one reads the widest squares, up to eighteen look closer, one reads all that fit, and one those without
 * metres.
 */
export async function readNear(db: Db, at: number, question: NearQuestion): Promise<NearPage> {
  const { point, within = null } = question
  checkPoint(point)
  const size = question.first ?? PAGE_DEFAULT
  if (!Number.isInteger(size) || size < 1 || size > PAGE_MAXIMUM) {
    throw new BadInputError(`'first' must be from 1 to ${PAGE_MAXIMUM}, got ${size}.`)
  }
  if (within !== null && within < 1) {
    throw new BadInputError(`'within' must be 1 metre or more, got ${within}.`)
  }
  const after = question.after == null ? null : readCursor(question.after, point)
  const columns = question.columns && [...new Set([...OWN_COLUMNS, ...question.columns])]
  const asked: Asked = { ...question, db, at, columns, within, size, after }
  const located = after?.far === null ? [] : await nearest(asked)
  const whole = located.length > size || within !== null
  const found = whole ? located : [...located, ...(await withoutMetres(asked, located.length))]
  return {
    found: found.slice(0, size).map((row) => nearOf(row, point)),
    hasNextPage: found.length > size,
    hasPreviousPage: after !== null,
  }
}

interface Asked extends Omit<NearQuestion, 'after'> {
  readonly db: Db
  readonly at: number
  readonly within: number | null
  readonly size: number
  readonly after: Mark | null
}

/** The last station of a page. `far` is the haversine of its distance: it grows as metres do, without roots. */
interface Mark {
  readonly far: number | null
  readonly name: string
  readonly id: string
}

type Found = StationRow & { readonly far: number | null }

/** Refuses what lies on no map. */
export function checkPoint({ lat, lon }: Position): void {
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return
  throw new BadInputError(
    `A point has a latitude from -90 to 90 and a longitude from -180 to 180, got ${lat}, ${lon}.`,
  )
}

const FEW = 200 // stations that are sooner read than looked for around a point
const ROUNDS = [4, 64, 1024] // times as many as wanted, while a filter leaves too few of them

/** So many squares around the point as surely hold the page and one more; more of them while the filter leaves too few. */
async function nearest(asked: Asked): Promise<Found[]> {
  const { db, at, point, filter, size, after, within } = asked
  const most = within === null ? Number.POSITIVE_INFINITY : haversineOf(within)
  if (await areFew(asked)) return measured(asked, most)
  const around = await openAround(db, at, { point, region: filter.region, most })
  const all = after === null && asksNothing({ ...filter, region: null })
  for (const times of all ? [1] : ROUNDS) {
    const here = await around(times * (size + 1))
    if (here === null) break
    const found = await measured(asked, here.reach, here.squares)
    if (found.length > size || here.reach >= most) return found
  }
  return measured(asked, most)
}

/** Only where an index leads to those that fit: else counting them is no cheaper than looking for the nearest. */
async function areFew({ db, at, filter }: Asked): Promise<boolean> {
  if (!filter.meanings && !filter.operator) return false
  const some = stationsQuery(db, at, filter, ['id']).limit(FEW + 1)
  const row = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count) <= FEW
}

const LOCATED = sql<boolean>`"locationPrecision" in ('ROOFTOP', 'STREET') and lat is not null and lon is not null`

/** The stations that fit up to a distance, nearest first, as many as a page and one more. */
async function measured(
  asked: Asked,
  most: number,
  squares: Around['squares'] | null = null,
): Promise<Found[]> {
  if (squares?.length === 0) return []
  const { db, at, point, filter, columns, size } = asked
  const far = haversineTo(point)
  let query = stationsQuery(db, at, filter, columns).select(far.as('far'))
  if (squares === null) query = query.where(LOCATED).where(farther(asked, far, most))
  else {
    // What an index tells of them alone decides which these are, where nothing else is asked.
    const isPlain = asksNothing(filter)
    const end = isPlain ? sql`order by far, id limit ${size + 1}` : sql``
    query = query.where(
      sql<boolean>`id in (select id from (${inSquares(asked, far, most, squares)}) as near
        where ${farther(asked, sql`far`, most)} ${end})`,
    )
  }
  return query
    .orderBy(sql`far, id`)
    .limit(size + 1)
    .execute() as Promise<Found[]>
}

/** Each distance is measured once: an offset keeps both engines from writing it out again where it is compared. */
function inSquares(
  { at, point: { lat } }: Asked,
  far: RawBuilder<number>,
  most: number,
  squares: Around['squares'],
): RawBuilder<unknown> {
  const high = degreesOf(most)
  const near = high < 180 ? sql`and lat between ${lat - high} and ${lat + high}` : sql``
  return sql`select id, ${far} as far from (${asTable(squares)}) as square join station
    on ${ROW} = square.y and ${COLUMN} = square.x and ${inColumn(sql`square.x`)}
    where ${SHOWN} and ${LOCATED} ${near} and since <= ${at} and ("until" is null or "until" > ${at}) limit ${sql.lit(Number.MAX_SAFE_INTEGER)} offset 0`
}

function farther({ after }: Asked, far: RawBuilder<number>, most: number): RawBuilder<boolean> {
  const end =
    most === Number.POSITIVE_INFINITY ? sql<boolean>`1 = 1` : sql<boolean>`${far} <= ${most}`
  if (after === null) return end
  return sql`${end} and (${far} > ${after.far} or (${far} = ${after.far} and id > ${after.id}))`
}

async function withoutMetres(asked: Asked, already: number): Promise<Found[]> {
  const { db, at, filter, columns, size, after } = asked
  let query = stationsQuery(db, at, filter, columns).where(sql<boolean>`not (${LOCATED})`)
  if (after?.far === null) {
    query = query.where(
      sql<boolean>`("nameZh" > ${after.name} or ("nameZh" = ${after.name} and id > ${after.id}))`,
    )
  }
  const rows = await query
    .orderBy('nameZh')
    .orderBy('id')
    .limit(size + 1 - already)
    .execute()
  return rows.map((row) => ({ ...row, far: null }))
}

function nearOf({ far, ...station }: Found, point: Position): Near {
  const { lat, lon, nameZh: name, id } = station
  const metres = far === null ? null : distance(point, { lat: lat!, lon: lon! })
  return { station, metres, cursor: writeCursor({ far, name, id }, point) }
}

/** A cursor belongs to its point: from elsewhere the same number of metres is another place in the list. */
const signOf = ({ lat, lon }: Position) => digestOf([lat, lon]).slice(0, 8)

function writeCursor({ far, name, id }: Mark, point: Position): string {
  return Buffer.from(JSON.stringify([signOf(point), far, name, id])).toString('base64url')
}

function readCursor(cursor: string, point: Position): Mark {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values)) {
      const [, far, name, id] = values
      const mark = { far, name, id }
      const fits = far === null || typeof far === 'number'
      if (fits && typeof name === 'string' && writeCursor(mark, point) === cursor) return mark
    }
  } catch {
    // told below, like every other cursor that is not one of ours
  }
  throw new HubError('INVALID_CURSOR', 'The cursor is not one that this list has given.')
}

import { sql } from 'kysely'
import { BadInputError, HubError } from '../errors.ts'
import type { Db } from '../store/open.ts'
import type { Position } from './datum.ts'
import { digestOf } from './digest.ts'
import { distance } from './distance.ts'
import { PAGE_DEFAULT, PAGE_MAXIMUM } from './page.ts'
import { type StationQuery, type StationRow, stationsQuery } from './station.ts'

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
 * township at best), by name. At most eighteen statements, however many stations there are: one looks whether
 * few fit the filter, up to fifteen look into growing circles, one at the whole, one reads those without metres.
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

const FEW = 200 // stations whose distances cost less than looking for their neighbourhood
const FIRST_CIRCLE = 500 // metres
const WIDEST_CIRCLE = 10_000_000 // metres; beyond it lies the whole earth
const WIDEST_IN_REGION = 20_000 // beyond it, the index by regions leads to fewer stations than the circle

/** A circle is enough as soon as it holds the page and one more: what lies outside is farther. */
async function nearest(asked: Asked): Promise<Found[]> {
  const { filter, size, after, within } = asked
  const most = within ?? Number.POSITIVE_INFINITY
  const widest = (await areFew(asked)) ? 0 : filter.region ? WIDEST_IN_REGION : WIDEST_CIRCLE
  let metres = Math.max(FIRST_CIRCLE, after === null ? 0 : metresOf(after.far!) * 1.25)
  while (metres < Math.min(widest, most)) {
    const found = await inCircle(asked, metres)
    if (found.length > size) return found
    metres *= growth(found.length, size + 1)
  }
  return inCircle(asked, most)
}

/** As much as the stations found so far make one expect; from twice to four times. */
function growth(found: number, wanted: number): number {
  return Math.min(4, Math.max(2, 1.2 * Math.sqrt(wanted / Math.max(1, found))))
}

async function areFew({ db, at, filter }: Asked): Promise<boolean> {
  const some = stationsQuery(db, at, filter, ['id']).limit(FEW + 1)
  const row = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count) <= FEW
}

// written out, not bound: an index for these rows alone is used where the words are the same
const LOCATED = sql<boolean>`"locationPrecision" in ('ROOFTOP', 'STREET') and lat is not null and lon is not null`

async function inCircle(asked: Asked, metres: number): Promise<Found[]> {
  const { db, at, point, filter, columns, size, after } = asked
  const far = farFrom(point)
  let query = stationsQuery(db, at, filter, columns).select(far.as('far')).where(LOCATED)
  if (metres !== Number.POSITIVE_INFINITY) {
    query = query.where(boxAround(point, metres)).where(far, '<=', haversineOf(metres))
  }
  if (after !== null) {
    query = query.where(
      sql<boolean>`(${far} > ${after.far} or (${far} = ${after.far} and id > ${after.id}))`,
    )
  }
  return query
    .orderBy(sql`far, id`)
    .limit(size + 1)
    .execute() as Promise<Found[]>
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

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI
const METRES_A_DEGREE = distance({ lon: 0, lat: 0 }, { lon: 0, lat: 1 })

function farFrom({ lat, lon }: Position) {
  const north = sql`sin(radians(lat - ${lat}) / 2)`
  const east = sql`sin(radians(lon - ${lon}) / 2)`
  const narrow = sql`${Math.cos(radians(lat))} * cos(radians(lat))`
  return sql<number>`(${north} * ${north} + ${narrow} * ${east} * ${east})`
}

function haversineOf(metres: number): number {
  return Math.sin(radians(Math.min(180, metres / METRES_A_DEGREE)) / 2) ** 2
}

function metresOf(haversine: number): number {
  return degrees(2 * Math.asin(Math.min(1, Math.sqrt(haversine)))) * METRES_A_DEGREE
}

/** The box around a circle, as stretches of the index by bands of latitude. */
function boxAround({ lat, lon }: Position, metres: number) {
  const reach = Math.min(180, metres / METRES_A_DEGREE) * (1 + 1e-9) + 1e-9 // a hair more: rounding loses nobody
  const [south, north] = [lat - reach, lat + reach]
  const bands = sql`floor(lat * 100) in (with recursive band(n) as (
    select ${Math.floor(south * 100)} + 0
    union all select n + 1 from band where n < ${Math.floor(north * 100)}) select n from band)`
  const between = sql`${bands} and lat between ${south} and ${north}`
  if (south <= -90 || north >= 90) return sql<boolean>`${between}` // a pole has every longitude
  const wide = degrees(Math.asin(Math.min(1, Math.sin(radians(reach)) / Math.cos(radians(lat)))))
  const [west, east] = [lon - wide, lon + wide]
  if (west <= -180 || east >= 180) return sql<boolean>`${between}`
  return sql<boolean>`${between} and lon between ${west} and ${east}`
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

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'
import { holdsAll } from './match.ts'
import type { OrderKey } from './page.ts'
import { regionsWithin } from './region.ts'
import { fitOf, fitsText, type Meaning } from './search.ts'

export type StationRow = RowOf<'station'>

export interface StationQuery {
  readonly region?: string | null
  readonly setting?: readonly string[] | null
  readonly venueType?: readonly string[] | null
  readonly kind?: readonly string[] | null
  readonly status?: readonly string[] | null
  readonly amenities?: readonly string[] | null
  readonly services?: readonly string[] | null
  readonly accessible?: boolean | null
  readonly demonstration?: boolean | null
  readonly operator?: string | null
  /** Whether they assessed themselves against a standard. */
  readonly assessed?: boolean | null
  /** What a text asks for, once it is understood. */
  readonly meanings?: readonly Meaning[] | null
  readonly sample?: boolean | null
  /** Texts of opening hours; only stations that work and have one of them. */
  readonly hours?: OpenHours | null
  /** Those of which nobody knows whether they fit, instead of those that do. */
  readonly unconfirmed?: boolean | null
}

/** The texts of opening hours that say “open” at a moment, and those of which nobody can tell. */
export interface OpenHours {
  readonly open: readonly string[]
  readonly unknown: readonly string[]
}

const ONE_OF = ['setting', 'venueType', 'kind', 'status'] as const
const ALL_OF = ['amenities', 'services'] as const

export const STATION_ORDERS = {
  NAME: [{ column: 'nameZh' }, { column: 'id' }],
  REGION: [{ column: 'region' }, { column: 'nameZh' }, { column: 'id' }],
  LAST_VERIFIED: [{ column: 'lastVerifiedOn', descending: true }, { column: 'id' }],
} as const satisfies Record<string, readonly OrderKey[]>

/** The stations that fit every given part of the filter. */
export function stationsQuery(
  db: Db,
  at: number,
  filter: StationQuery = {},
  columns: readonly string[] | null = null,
): Rows<'station'> {
  let query = asOf(db, 'station', at, columns)
  for (const name of ONE_OF) {
    const codes = filter[name]
    if (codes?.length) query = query.where(name, 'in', [...codes])
  }
  const asked = askedOf(filter)
  if (filter.unconfirmed) query = query.where(inDoubt(asked))
  else for (const { fits } of asked) query = query.where(fits)
  if (filter.region)
    query = query.where(sql<boolean>`region in ${regionsWithin(filter.region, at)}`)
  if (filter.demonstration != null) {
    query = query.where('demonstrations', filter.demonstration ? '<>' : '=', '[]')
  }
  if (filter.assessed != null) {
    const forms = sql`(select station from assessment where since <= ${at} and ("until" is null or "until" > ${at}))`
    query = query.where(sql<boolean>`id ${filter.assessed ? sql`in` : sql`not in`} ${forms}`)
  }
  if (filter.operator) query = query.where('operator', '=', filter.operator)
  if (filter.meanings) query = query.where(fitsText(db, at, 'station', filter.meanings))
  if (filter.sample != null) query = query.where('sample', '=', filter.sample ? 1 : 0)
  return query
}

/** Whether a filter asks for nothing at all. “Not accessible” asks for something, “not only in doubt” does not. */
export function asksNothing({ unconfirmed, ...filter }: StationQuery): boolean {
  const isNothing = (one: unknown) => one == null || (Array.isArray(one) && one.length === 0)
  return unconfirmed !== true && Object.values(filter).every(isNothing)
}

/** What may be asked of a station and not be known of it. */
interface Asked {
  readonly fits: RawBuilder<boolean>
  readonly unknown: RawBuilder<boolean>
}

function askedOf({ accessible, hours, ...filter }: StationQuery): Asked[] {
  const asked: Asked[] = ALL_OF.flatMap((name) => {
    const codes = filter[name]
    if (!codes?.length) return []
    return { fits: holdsAll(name, codes), unknown: sql<boolean>`${sql.ref(name)} = '[]'` }
  })
  if (accessible != null) {
    const fits = sql<boolean>`accessible = ${accessible ? 1 : 0}`
    asked.push({ fits, unknown: sql<boolean>`accessible is null` })
  }
  if (hours != null) {
    const among = (texts: readonly string[]) =>
      sql<boolean>`"openingHours" in (${sql.join([...texts, ''])})`
    asked.push({
      fits: sql<boolean>`(status = 'OPERATING' and ${among(hours.open)})`,
      unknown: sql<boolean>`(status = 'UNKNOWN' or (status = 'OPERATING' and ("openingHours" is null or ${among(hours.unknown)})))`,
    })
  }
  return asked
}

/** Nothing known speaks against them, and something asked is not known. */
function inDoubt(asked: readonly Asked[]): RawBuilder<boolean> {
  if (asked.length === 0) return sql<boolean>`1 = 0`
  const possible = asked.map(({ fits, unknown }) => sql`(${unknown} or ${fits})`)
  const unknown = asked.map((one) => one.unknown)
  return sql<boolean>`(${sql.join(possible, sql` and `)} and (${sql.join(unknown, sql` or `)}))`
}

/** The stations of a query with how well they fit a text: best first, by `BEST_FIRST`. */
export function withFit(db: Db, query: Rows<'station'>, text: string): Rows<'station'> {
  const ranked = query.select(fitOf('station', text).as('fit'))
  return db.selectFrom(ranked.as('station')).selectAll() as unknown as Rows<'station'>
}

export const BEST_FIRST: readonly OrderKey[] = [
  { column: 'fit' },
  { column: 'nameZh' },
  { column: 'id' },
]

/**
 * The different opening hours that stations which work ever had: many stations share few of them. Each is found by
 * one look into an index, so it costs as much as there are texts, however many stations there are.
 */
export async function findHours(db: Db): Promise<string[]> {
  // as the index has it, which is made for this alone: lists narrowed to some hours have better ones
  const hours = sql`coalesce("openingHours", '')`
  const next = sql`select min(${hours}) from station where status = 'OPERATING' and ${hours}`
  const { rows } = await sql<{ text: string }>`with recursive known(text) as (
    ${next} > '' union all select (${next} > known.text) from known where known.text is not null
  ) select text from known where text is not null`.execute(db)
  return rows.map(({ text }) => text)
}

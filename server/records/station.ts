import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'
import { holdsAll } from './match.ts'
import type { OrderKey } from './page.ts'
import { regionsWithin } from './region.ts'
import { fitsText, type Meaning } from './search.ts'

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
  /** What a text asks for, once it is understood. */
  readonly meanings?: readonly Meaning[] | null
  readonly sample?: boolean | null
  /** Texts of opening hours; only stations that work and have one of them. */
  readonly hours?: readonly string[] | null
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
  for (const name of ALL_OF) {
    const codes = filter[name]
    if (codes?.length) query = query.where(holdsAll(name, codes))
  }
  if (filter.region)
    query = query.where(sql<boolean>`region in ${regionsWithin(filter.region, at)}`)
  if (filter.accessible != null) query = query.where('accessible', '=', filter.accessible ? 1 : 0)
  if (filter.demonstration != null) {
    query = query.where('demonstrations', filter.demonstration ? '<>' : '=', '[]')
  }
  if (filter.hours != null) {
    query = query
      .where('status', '=', 'OPERATING')
      .where('openingHours', 'in', [...filter.hours, ''])
  }
  if (filter.operator) query = query.where('operator', '=', filter.operator)
  if (filter.meanings) query = query.where(fitsText(db, at, 'station', filter.meanings))
  if (filter.sample != null) query = query.where('sample', '=', filter.sample ? 1 : 0)
  return query
}

/** The different opening hours of stations that work: many stations share few of them. */
export async function findHours(db: Db, at: number): Promise<string[]> {
  const rows = await asOf(db, 'station', at)
    .clearSelect()
    .select('openingHours')
    .where('status', '=', 'OPERATING')
    .where('openingHours', 'is not', null)
    .groupBy('openingHours')
    .execute()
  return rows.flatMap((row) => row.openingHours ?? [])
}

import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'
import { holdsText } from './match.ts'
import { regionsWithin } from './region.ts'

export type OrganizationRow = RowOf<'organization'>

export interface OrganizationQuery {
  readonly region?: string | null
  readonly type?: readonly string[] | null
  readonly teamType?: readonly string[] | null
  readonly level?: string | null
  readonly text?: string | null
  readonly sample?: boolean | null
}

export function organizationsQuery(
  db: Db,
  at: number,
  filter: OrganizationQuery = {},
): Rows<'organization'> {
  let query = asOf(db, 'organization', at)
  if (filter.region)
    query = query.where(sql<boolean>`region in ${regionsWithin(filter.region, at)}`)
  if (filter.type?.length) query = query.where('type', 'in', [...filter.type])
  if (filter.teamType?.length) query = query.where('teamType', 'in', [...filter.teamType])
  if (filter.level) query = query.where('level', '=', filter.level)
  if (filter.text) query = query.where(holdsText(['nameZh', 'nameEn'], filter.text))
  if (filter.sample != null) query = query.where('sample', '=', filter.sample ? 1 : 0)
  return query
}

/** The organizations straight below these. */
export async function findChildOrganizations(db: Db, parents: readonly string[], at: number) {
  return asOf(db, 'organization', at)
    .where('parent', 'in', [...parents])
    .orderBy('id')
    .execute()
}

/** Every organization with the names it is known by. */
export async function findOrganizationNames(db: Db, at: number) {
  return asOf(db, 'organization', at)
    .clearSelect()
    .select(['id', 'nameZh', 'nameEn', 'aliases', 'region'])
    .orderBy('id')
    .execute()
}

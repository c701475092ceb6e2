import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'
import { holdsAll, holdsText } from './match.ts'
import { regionsWithin } from './region.ts'

export type ProjectRow = RowOf<'project'>

export interface ProjectQuery {
  readonly region?: string | null
  readonly organization?: string | null
  readonly station?: string | null
  readonly status?: readonly string[] | null
  readonly services?: readonly string[] | null
  readonly themes?: readonly string[] | null
  readonly text?: string | null
  readonly sample?: boolean | null
}

export function projectsQuery(db: Db, at: number, filter: ProjectQuery = {}): Rows<'project'> {
  let query = asOf(db, 'project', at)
  if (filter.region)
    query = query.where(sql<boolean>`region in ${regionsWithin(filter.region, at)}`)
  if (filter.organization) query = query.where('organization', '=', filter.organization)
  if (filter.station) query = query.where('station', '=', filter.station)
  if (filter.status?.length) query = query.where('status', 'in', [...filter.status])
  if (filter.services?.length) query = query.where(holdsAll('services', filter.services))
  if (filter.themes?.length) query = query.where(holdsAll('themes', filter.themes))
  if (filter.text) query = query.where(holdsText(['nameZh', 'nameEn'], filter.text))
  if (filter.sample != null) query = query.where('sample', '=', filter.sample ? 1 : 0)
  return query
}

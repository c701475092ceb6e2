import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { placesOf } from './activityplace.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'
import { holdsText } from './match.ts'
import { regionsWithin } from './region.ts'

export type ActivityRow = RowOf<'activity'>
export type MediaRow = RowOf<'media'>

export interface ActivityQuery {
  readonly campaign?: string | null
  readonly region?: string | null
  readonly organization?: string | null
  readonly station?: string | null
  readonly group?: string | null
  readonly period?: Span | null
  readonly text?: string | null
  readonly sample?: boolean | null
}

/** The code that stands for "no word of the name says which group". */
export const UNGROUPED = 'NONE'

export function activitiesQuery(db: Db, at: number, filter: ActivityQuery = {}): Rows<'activity'> {
  let query = asOf(db, 'activity', at)
  if (filter.campaign) query = query.where('campaign', '=', filter.campaign)
  if (filter.region)
    query = query.where(sql<boolean>`region in ${regionsWithin(filter.region, at)}`)
  if (filter.organization) query = query.where('organization', '=', filter.organization)
  if (filter.station) {
    const places = placesOf([filter.station], at)
    query = query.where(sql<boolean>`place in (select member from ${places} as places)`)
  }
  if (filter.group === UNGROUPED) query = query.where('group', 'is', null)
  else if (filter.group) query = query.where('group', 'like', `${filter.group}%`)
  if (filter.period) query = query.where('submission', 'in', reportsWithin(db, at, filter.period))
  if (filter.text) query = query.where(holdsText(['nameZh'], filter.text))
  if (filter.sample != null) query = query.where('sample', '=', filter.sample ? 1 : 0)
  return query
}

/** The forms whose period lies within these days, both included. */
function reportsWithin(db: Db, at: number, { from, to }: Span) {
  return asOf(db, 'submission', at)
    .clearSelect()
    .select('id')
    .where('periodFrom', '>=', dayText(from))
    .where('periodTo', '<=', dayText(to))
}

interface Span {
  readonly from: Date | string
  readonly to: Date | string
}

/** A day of a question has no time zone: its own letters, or those of UTC. */
const dayText = (day: Date | string) =>
  (typeof day === 'string' ? day : day.toISOString()).slice(0, 10)

export function mediaQuery(db: Db, at: number): Rows<'media'> {
  return asOf(db, 'media', at)
}

import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'
import { regionsWithin } from './region.ts'

export type CampaignRow = RowOf<'campaign'>
export type ObligationRow = RowOf<'obligation'>
export type ReporterRow = RowOf<'reporter'>

export function campaignsQuery(
  db: Db,
  at: number,
  filter: { region?: string | null; activeOn?: string | null } = {},
): Rows<'campaign'> {
  let query = asOf(db, 'campaign', at)
  const { region, activeOn } = filter
  if (region) query = query.where(sql<boolean>`region in ${regionsWithin(region, at)}`)
  if (activeOn) {
    query = query
      .where((eb) => eb.or([eb('startsOn', 'is', null), eb('startsOn', '<=', activeOn)]))
      .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', activeOn)]))
  }
  return query
}

export async function findCampaigns(db: Db, at: number): Promise<CampaignRow[]> {
  return campaignsQuery(db, at).orderBy('id').execute()
}

export async function findObligations(
  db: Db,
  campaigns: readonly string[],
  at: number,
): Promise<ObligationRow[]> {
  return asOf(db, 'obligation', at)
    .where('campaign', 'in', [...campaigns])
    .orderBy('id')
    .execute()
}

export async function findReporters(
  db: Db,
  campaigns: readonly string[],
  at: number,
): Promise<ReporterRow[]> {
  return asOf(db, 'reporter', at)
    .where('campaign', 'in', [...campaigns])
    .orderBy('id')
    .execute()
}

import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'
import { findRegionsBelow, readAbove, regionId } from './region.ts'

export type DocumentRow = RowOf<'document'>
export type StandardRow = RowOf<'standard'>
export type IndicatorRow = RowOf<'indicator'>

export function documentsQuery(db: Db, at: number): Rows<'document'> {
  return asOf(db, 'document', at)
}

/** What documents define: campaigns, standards or indicators, by the document's id. */
export async function findDefinedBy<T extends 'campaign' | 'standard' | 'indicator'>(
  db: Db,
  type: T,
  documents: readonly string[],
  at: number,
): Promise<RowOf<T>[]> {
  const query = asOf(db, type as 'campaign', at).where('document', 'in', [...documents])
  return (await query.orderBy('id').execute()) as unknown as RowOf<T>[]
}

export async function findStandards(db: Db, at: number): Promise<StandardRow[]> {
  return asOf(db, 'standard', at).orderBy('id').execute()
}

/** Those that hold in a region: its own, and those of all above and below it. */
export async function findIndicators(
  db: Db,
  at: number,
  region: string | null = null,
): Promise<IndicatorRow[]> {
  const query = asOf(db, 'indicator', at).orderBy('id')
  if (region === null) return query.execute()
  const above = await readAbove(db, [regionId(region)], at)
  const below = await findRegionsBelow(db, region, at)
  return query.where('region', 'in', [...above.keys(), ...below, regionId(region)]).execute()
}

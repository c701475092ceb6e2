import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'

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

export async function findIndicators(db: Db, at: number): Promise<IndicatorRow[]> {
  return asOf(db, 'indicator', at).orderBy('id').execute()
}

import type { RecordType } from '../../schema/database.ts'
import type { ChangeTable } from '../../schema/tables/revision.ts'
import type { RecordTable } from '../../schema/tables/row.ts'
import { getByIds } from '../records/asof.ts'
import { findObservationsOf } from '../records/statistic.ts'
import { batch, type Context } from './context.ts'
import { publicFacts, publicValues } from './values.ts'

/** The stored fields of a record as it stood at a revision, under their public names; null where it was not. */
export async function valuesAt(
  context: Context,
  type: RecordType,
  id: string,
  at: number,
): Promise<Record<string, unknown> | null> {
  if (at < 1) return null
  const rows = batch(context, `values ${type} ${at}`, async (ids) => {
    const found = (await getByIds(context.db, type, ids, at)) as unknown as RecordTable[]
    return new Map(found.map((row) => [row.id, row]))
  })
  const row = await rows.load(id)
  if (row === undefined) return null
  const values = publicValues(row as unknown as Record<string, unknown>)
  if (type !== 'activity' && type !== 'media') return values
  const facts = batch(context, `facts ${at}`, async (ids) =>
    Map.groupBy(await findObservationsOf(context.db, ids, at), (fact) => fact.record),
  )
  return { ...values, figures: publicFacts((await facts.load(id)) ?? []) }
}

/** The states of a record from its changes (newest first): each from its revision until the next. */
export async function statesOf(
  context: Context,
  type: RecordType,
  record: { id: string; at: number },
  changes: readonly ChangeTable[],
) {
  const states = await Promise.all(
    changes.map(async (change, i) => {
      const values = await valuesAt(context, type, record.id, change.revision)
      return values && { values, since: change.revision, ended: changes[i - 1]?.revision ?? null }
    }),
  )
  return states.filter((state) => state !== null)
}

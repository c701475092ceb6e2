import type { RecordType } from '../../schema/database.ts'
import type { ObservationTable } from '../../schema/tables/activity.ts'
import type { ChangeTable } from '../../schema/tables/revision.ts'
import { parse, type RecordTable, type SourceRef } from '../../schema/tables/row.ts'
import { getSources, getVersions } from '../records/asof.ts'
import { MEASURED } from '../records/content.ts'
import { getObservationVersions } from '../records/observation.ts'
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
  const row = inForce(await versionsOf(context, type, id), at)
  if (row === undefined) return null
  const sources = await sourcesOf(context, id, row.since)
  const values = { ...publicValues(row as unknown as Record<string, unknown>), sources }
  if (!MEASURED.has(type)) return values
  const facts = (await factsOf(context, id)).filter((fact) => lives(fact, at))
  return { ...values, figures: publicFacts(facts) }
}

/** The cells and clauses that a state of a record was read from. */
export async function sourcesOf(
  context: Context,
  id: string,
  since: number,
): Promise<readonly SourceRef[]> {
  const sources = batch(context, 'sources', async (ids) =>
    Map.groupBy(await getSources(context.db, ids), (row) => row.record),
  )
  const found = (await sources.load(id))?.find((row) => row.since === since)
  return found === undefined ? [] : parse(found.refs)
}

/** All that a record has been, read with its neighbours in one statement whatever revisions are asked for. */
async function versionsOf(context: Context, type: RecordType, id: string): Promise<RecordTable[]> {
  const versions = batch(context, `versions ${type}`, async (ids) =>
    Map.groupBy(await getVersions(context.db, type, ids), (row) => row.id),
  )
  return (await versions.load(id)) ?? []
}

async function factsOf(context: Context, id: string): Promise<ObservationTable[]> {
  const facts = batch(context, 'versions of facts', async (ids) =>
    Map.groupBy(await getObservationVersions(context.db, ids), (fact) => fact.record),
  )
  return (await facts.load(id)) ?? []
}

const inForce = (rows: readonly RecordTable[], at: number) => rows.find((row) => lives(row, at))

const lives = (row: { since: number; until: number | null }, at: number) =>
  row.since <= at && (row.until === null || row.until > at)

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

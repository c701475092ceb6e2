import { randomBytes } from 'node:crypto'
import { type Kysely, PostgresAdapter, sql, type Transaction } from 'kysely'
import type { Database, RecordType } from '../../schema/database.ts'
import type { ObservationTable } from '../../schema/tables/activity.ts'
import type { RevisionTable } from '../../schema/tables/revision.ts'
import type { RecordTable, SourceTable } from '../../schema/tables/row.ts'
import { inBatches } from './batches.ts'
import { chainHash, digestOfSummary } from './chain.ts'
import { keepClusters } from './cluster.ts'
import { type Content, digestOfContent, rowOf } from './content.ts'
import { newestRevision } from './revision.ts'
import { dropSearched, keepSearched } from './searched.ts'
import { decideServed } from './served.ts'
import { keepTally } from './tally.ts'

export type Trx = Transaction<Database>

interface Entry {
  readonly type: RecordType
  readonly record: string
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED'
  readonly digest: string | null
}

/**
 * The book in which one revision is written. Open it first in the transaction: its first statement
 * takes the writers' lock, so that numbers rise by one and no two writers see the same past.
 */
export interface Ledger {
  readonly trx: Trx
  readonly number: number
  readonly at: string
  /** By record: one that changes twice in one revision has changed once. */
  readonly entries: Map<string, Entry>
  readonly previous: RevisionTable
}

/** What any record table can be told: every one has these columns. */
interface AnyTable {
  record: RecordTable
  source: SourceTable
}

const BATCH = 100 // so that what a batch needs is gone before the memory of a process grows by it

export async function openLedger(trx: Trx, at: string): Promise<Ledger> {
  await trx
    .insertInto('hub')
    .values({ key: 'writer', value: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: at }))
    .execute()
  await walkIndexes(trx)
  const previous = await newestRevision(trx)
  return { trx, number: previous.number + 1, at, entries: new Map(), previous }
}

/**
 * PostgreSQL has counted nothing yet of what this very transaction writes, and would rather read whole tables
 * for every batch than look up its records.
 */
async function walkIndexes(trx: Trx): Promise<void> {
  const { adapter } = trx.getExecutor()
  if (adapter instanceof PostgresAdapter) await sql`set local enable_seqscan = off`.execute(trx)
}

/**
 * Makes the records of a type what they should be: null ends a record, equal content changes nothing.
 */
export async function keep(
  ledger: Ledger,
  type: RecordType,
  wanted: ReadonlyMap<string, Content | null>,
): Promise<void> {
  const ids = [...wanted.keys()].sort()
  await inBatches(ids, BATCH, (batch) => keepBatch(ledger, type, batch, wanted))
}

async function keepBatch(
  ledger: Ledger,
  type: RecordType,
  ids: readonly string[],
  wanted: ReadonlyMap<string, Content | null>,
): Promise<void> {
  const { trx, number } = ledger
  const tables = trx as unknown as Kysely<AnyTable>
  const table = `${type} as record` as 'record'
  const current = await tables
    .selectFrom(table)
    .leftJoin('source', (join) =>
      join.onRef('source.record', '=', 'record.id').onRef('source.since', '=', 'record.since'),
    )
    .select(['record.id', 'record.since', 'record.digest', 'source.salt'])
    .where('record.id', 'in', ids)
    .where(inForce)
    .execute()
  const states = new Map(current.map((row) => [row.id, row]))

  const ended: string[] = []
  const rewritten: string[] = []
  const rows: RecordTable[] = []
  const sources: SourceTable[] = []
  const observations: ObservationTable[] = []
  for (const id of ids) {
    const content = wanted.get(id) ?? null
    const before = states.get(id)
    if (before === undefined && content === null) continue
    const row = content === null ? null : rowOf(id, content)
    if (before !== undefined && content !== null && row !== null) {
      if (before.digest === digestOfContent(row, { ...content, salt: before.salt })) continue
    }

    if (before !== undefined) (before.since === number ? rewritten : ended).push(id)
    let digest: string | null = null
    if (content !== null && row !== null) {
      const salt = randomBytes(16).toString('hex')
      digest = digestOfContent(row, { ...content, salt })
      rows.push({ ...row, since: number, until: null, digest } as RecordTable)
      sources.push({ record: id, since: number, refs: JSON.stringify(content.sources), salt })
      for (const one of content.observations ?? []) {
        observations.push({ ...one, record: id, since: number, until: null })
      }
    }
    note(ledger, { type, record: id, before: before !== undefined, digest })
  }

  if (rewritten.length > 0) await unwrite(ledger, type, rewritten)
  if (ended.length > 0) {
    const end = { until: number }
    await tables
      .updateTable(type as 'record')
      .set(end)
      .where('id', 'in', ended)
      .where(inForce)
      .execute()
    await trx
      .updateTable('observation')
      .set(end)
      .where('record', 'in', ended)
      .where(inForce)
      .execute()
  }
  if (rows.length > 0) {
    await tables
      .insertInto(type as 'record')
      .values(rows)
      .execute()
    await trx.insertInto('source').values(sources).execute()
    await keepSearched(trx, type, rows)
  }
  await inBatches(observations, BATCH, async (batch) => {
    await trx.insertInto('observation').values(batch).execute()
  })
}

interface Kept {
  readonly type: RecordType
  readonly record: string
  /** Whether it was in force before. */
  readonly before: boolean
  readonly digest: string | null
}

/** Notes what the revision does to a record, all its steps taken together. */
function note({ entries }: Ledger, { type, record, before, digest }: Kept): void {
  const earlier = entries.get(record) // an id says its type
  const existed = earlier === undefined ? before : earlier.kind !== 'ADDED'
  if (!existed && digest === null) {
    entries.delete(record)
    return
  }
  const kind = !existed ? 'ADDED' : digest === null ? 'REMOVED' : 'CHANGED'
  entries.set(record, { type, record, kind, digest })
}

/** Takes back states that this very revision wrote: it writes them anew. */
async function unwrite(
  { trx, number }: Ledger,
  type: RecordType,
  ids: readonly string[],
): Promise<void> {
  const tables = trx as unknown as Kysely<AnyTable>
  await tables
    .deleteFrom(type as 'record')
    .where('id', 'in', ids)
    .where('since', '=', number)
    .execute()
  await dropSearched(
    trx,
    ids.map((id) => ({ id, since: number })),
  )
  await trx.deleteFrom('source').where('record', 'in', ids).where('since', '=', number).execute()
  await trx
    .deleteFrom('observation')
    .where('record', 'in', ids)
    .where('since', '=', number)
    .execute()
}

/** Written so that no index on `until` serves it: it would be walked whole for every batch of records. */
const inForce = sql<boolean>`coalesce("until", 0) = 0`

/** Ends the revision: its changes, its number and its hash; undefined where nothing changed. */
export async function closeLedger(
  ledger: Ledger,
  summary: { zh: string; en: string },
): Promise<RevisionTable | undefined> {
  if (ledger.entries.size === 0) return undefined
  const { trx, number, at, previous } = ledger
  await decideServed(trx, number)
  await keepTally(trx, number)
  const entries = [...ledger.entries.values()].sort(byTypeAndRecord)
  const counted = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length
  const salt = randomBytes(16).toString('hex')
  const revision = {
    number,
    at,
    summaryZh: summary.zh,
    summaryEn: summary.en,
    told: digestOfSummary({ summaryZh: summary.zh, summaryEn: summary.en, salt }),
    salt,
    added: counted('ADDED'),
    changed: counted('CHANGED'),
    removed: counted('REMOVED'),
  }
  const hash = chainHash(previous.hash, revision, entries)
  await trx
    .insertInto('revision')
    .values({ ...revision, hash })
    .execute()
  let position = 0
  await inBatches(entries, BATCH, async (batch) => {
    const changes = batch.map((entry) => ({ revision: number, position: position++, ...entry }))
    await trx.insertInto('change').values(changes).execute()
  })
  if (entries.some(({ type }) => type === 'station')) await keepClusters(trx, number)
  return { ...revision, hash }
}

const byTypeAndRecord = (a: Entry, b: Entry) =>
  a.type === b.type ? (a.record < b.record ? -1 : 1) : a.type < b.type ? -1 : 1

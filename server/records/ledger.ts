import type { Kysely, Transaction } from 'kysely'
import type { Database, RecordType } from '../../schema/database.ts'
import type { ObservationTable } from '../../schema/tables/activity.ts'
import type { RevisionTable } from '../../schema/tables/revision.ts'
import type { RecordTable, SourceRef, SourceTable } from '../../schema/tables/row.ts'
import { canonical, digestOf } from './digest.ts'
import { newestRevision } from './revision.ts'

export type Trx = Transaction<Database>

/** A fact that belongs to a record: what differs from fact to fact; the rest comes with the record. */
export type Observation = Omit<ObservationTable, 'record' | 'since' | 'until'>

/** All that a record holds in one state. */
export interface Content {
  readonly values: Readonly<Record<string, unknown>>
  readonly sources: readonly SourceRef[]
  readonly sample: boolean
  readonly observations?: readonly Observation[]
}

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
  readonly entries: Entry[]
  readonly previous: RevisionTable
}

/** What any record table can be told: every one has these columns. */
interface AnyTable {
  record: RecordTable
}

const BATCH = 400

export async function openLedger(trx: Trx, at: string): Promise<Ledger> {
  await trx
    .insertInto('hub')
    .values({ key: 'writer', value: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: at }))
    .execute()
  const previous = await newestRevision(trx)
  return { trx, number: previous.number + 1, at, entries: [], previous }
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
  for (let i = 0; i < ids.length; i += BATCH) {
    await keepBatch(ledger, type, ids.slice(i, i + BATCH), wanted)
  }
}

async function keepBatch(
  ledger: Ledger,
  type: RecordType,
  ids: readonly string[],
  wanted: ReadonlyMap<string, Content | null>,
): Promise<void> {
  const { trx, number } = ledger
  const tables = trx as unknown as Kysely<AnyTable>
  const table = type as 'record'
  const current = await tables
    .selectFrom(table)
    .select(['id', 'since', 'digest'])
    .where('until', 'is', null)
    .where('id', 'in', ids)
    .execute()
  const digests = new Map(current.map((row) => [row.id, row.digest]))

  const ended: string[] = []
  const rows: RecordTable[] = []
  const sources: SourceTable[] = []
  const observations: ObservationTable[] = []
  for (const id of ids) {
    const content = wanted.get(id) ?? null
    const before = digests.get(id)
    const row = content === null ? null : rowOf(id, content)
    const digest = content === null || row === null ? null : digestOfContent(row, content)
    if (before === undefined && digest === null) continue
    if (before === digest) continue

    if (before !== undefined) ended.push(id)
    if (row !== null) {
      rows.push({ ...row, since: number, until: null, digest } as RecordTable)
      sources.push({ record: id, since: number, refs: JSON.stringify(content?.sources ?? []) })
      for (const one of content?.observations ?? []) {
        observations.push({ ...one, record: id, since: number, until: null })
      }
    }
    const kind = before === undefined ? 'ADDED' : digest === null ? 'REMOVED' : 'CHANGED'
    ledger.entries.push({ type, record: id, kind, digest })
  }

  if (ended.length > 0) {
    const end = { until: number }
    await tables
      .updateTable(table)
      .set(end)
      .where('until', 'is', null)
      .where('id', 'in', ended)
      .execute()
    await trx
      .updateTable('observation')
      .set(end)
      .where('until', 'is', null)
      .where('record', 'in', ended)
      .execute()
  }
  if (rows.length > 0) {
    await tables.insertInto(table).values(rows).execute()
    await trx.insertInto('source').values(sources).execute()
  }
  for (let i = 0; i < observations.length; i += BATCH) {
    await trx
      .insertInto('observation')
      .values(observations.slice(i, i + BATCH))
      .execute()
  }
}

function rowOf(id: string, content: Content): Record<string, unknown> {
  const columns = Object.entries(content.values).map(([key, value]) => [key, stored(value)])
  return {
    ...Object.fromEntries(columns),
    id,
    sample: content.sample ? 1 : 0,
  }
}

function stored(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value !== null && typeof value === 'object') return JSON.stringify(value)
  return value ?? null
}

function factsOf(content: Pick<Content, 'observations'>): string[] {
  return (content.observations ?? []).map(canonical).sort()
}

function digestOfContent(
  row: Readonly<Record<string, unknown>>,
  content: Pick<Content, 'sources' | 'observations'>,
): string {
  return digestOf({ ...row, sources: content.sources, observations: factsOf(content) })
}

/** The types of record that have facts of their own. */
export const MEASURED: ReadonlySet<RecordType> = new Set(['activity', 'media', 'platform'])

/** The digest that a kept row should carry; `hub verify` compares it with the one it does. */
export function digestOfRow(
  row: Readonly<Record<string, unknown>>,
  sources: readonly SourceRef[],
  facts: readonly ObservationTable[],
): string {
  const { since: _since, until: _until, digest: _digest, ...kept } = row
  const observations = facts.map(({ record: _r, since: _s, until: _u, ...fact }) => fact)
  return digestOfContent(kept, { sources, observations })
}

/** Ends the revision: its changes, its number and its hash; undefined where nothing changed. */
export async function closeLedger(
  ledger: Ledger,
  summary: { zh: string; en: string },
): Promise<RevisionTable | undefined> {
  if (ledger.entries.length === 0) return undefined
  const { trx, number, at, previous } = ledger
  const entries = [...ledger.entries].sort(byTypeAndRecord)
  const counted = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length
  const revision = {
    number,
    at,
    summaryZh: summary.zh,
    summaryEn: summary.en,
    added: counted('ADDED'),
    changed: counted('CHANGED'),
    removed: counted('REMOVED'),
  }
  const hash = chainHash(previous.hash, revision, entries)
  await trx
    .insertInto('revision')
    .values({ ...revision, hash })
    .execute()
  const changes = entries.map((entry, position) => ({ revision: number, position, ...entry }))
  for (let i = 0; i < changes.length; i += BATCH) {
    await trx
      .insertInto('change')
      .values(changes.slice(i, i + BATCH))
      .execute()
  }
  return { ...revision, hash }
}

/** A revision's hash holds its own facts, every change in it, and the hash before it. */
export function chainHash(
  previous: string,
  revision: Omit<RevisionTable, 'hash'>,
  changes: readonly { type: string; record: string; kind: string; digest: string | null }[],
): string {
  const lines = changes.map(
    ({ type, record, kind, digest }) => `${type} ${record} ${kind} ${digest ?? '-'}`,
  )
  return digestOf([previous, revision, lines])
}

const byTypeAndRecord = (a: Entry, b: Entry) =>
  a.type === b.type ? (a.record < b.record ? -1 : 1) : a.type < b.type ? -1 : 1

import DataLoader from 'dataloader'
import type { RecordType } from '../../schema/database.ts'
import type { Clock } from '../clock.ts'
import { getByIds, type RowOf } from '../records/asof.ts'
import { newestMark } from '../records/revision.ts'
import type { Db } from '../store/open.ts'
import type { KeptRecords, RecordsAt } from './kept.ts'

/**
 * What one request knows: the database, the revision it reads (chosen once, so that an import in the
 * middle of a request is not seen half), the moment, and its loaders.
 */
export interface Context {
  readonly db: Db
  readonly newest: number
  readonly clock: Clock
  /** Where links point to: the public address of the hub, without a slash at the end. */
  readonly origin: string
  readonly batches: Map<string, DataLoader<string, unknown>>
  /** Who asks, and what is left of its points. */
  readonly client: Client
  /** What earlier requests read of a revision; null where nothing is kept. */
  recordsAt(revision: number): RecordsAt | null
}

/** Who asks. `spend` takes points, or gives the seconds to wait for them. */
export interface Client {
  readonly name: string
  readonly anonymous: boolean
  readonly limit: number
  readonly remaining: number
  readonly resetAt: Date
  spend(points: number): number | null
}

const MOST = 2_147_483_647 // what an Int of GraphQL can say

/** Who asks inside this process, such as the portal: nothing is counted. */
const insider = (resetAt: Date): Client => ({
  name: 'anonymous',
  anonymous: true,
  limit: MOST,
  remaining: MOST,
  resetAt,
  spend: () => null,
})

export async function createContext(
  db: Db,
  clock: Clock,
  origin = '',
  kept: KeptRecords | null = null,
  client: Client = insider(clock()),
): Promise<Context> {
  const { number: newest, hash } = await newestMark(db)
  const current = kept?.at(hash, newest) ?? null
  const recordsAt = (revision: number) =>
    revision === newest ? current : (kept?.at(hash, revision) ?? null)
  return { db, newest, clock, origin, batches: new Map(), client, recordsAt }
}

/** What a root resolver reads: the newest revision, or the one that `Query.at` gave. */
export interface Root {
  readonly revision?: number
}

export function revisionAt(root: Root | undefined, context: Context): number {
  return root?.revision ?? context.newest
}

/** One question asked for many keys at once; `name` must tell any two different questions apart. */
export function batch<V>(
  context: Context,
  name: string,
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): DataLoader<string, V | null> {
  const known = context.batches.get(name)
  if (known !== undefined) return known as DataLoader<string, V | null>
  const loader = new DataLoader<string, V | null>(async (keys) => {
    const found = await load(keys)
    return keys.map((key) => found.get(key) ?? null)
  })
  context.batches.set(name, loader as DataLoader<string, unknown>)
  return loader
}

/**
 * Like `batch`, for answers that follow from a revision alone: what one request has read is kept for others.
 * `sizeOf` says how many records an answer is as large as.
 */
export function batchOnce<V extends object>(
  context: Context,
  at: number,
  name: string,
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  sizeOf: (answer: V) => number,
): { load(key: string): Promise<V | null> } {
  const kept = context.recordsAt(at)
  const loader = batch(context, name, async (keys) => {
    const found = await load(keys)
    for (const [key, answer] of found) kept?.set(`${name} ${key}`, answer, sizeOf(answer))
    return found
  })
  return {
    load: async (key) => (kept?.get(`${name} ${key}`) as V | undefined) ?? loader.load(key),
  }
}

/** The record with an id as it stood at a revision; null for an unknown id or one of another type. */
export function recordOf<T extends RecordType>(
  context: Context,
  type: T,
  id: string | null | undefined,
  at: number,
): Promise<RowOf<T> | null> | RowOf<T> | null {
  if (id == null || !id.startsWith(`${type}:`)) return null
  const kept = context.recordsAt(at)
  const row = kept?.get(id)
  if (row !== undefined) return row as RowOf<T>
  const name = `${type} ${at}`
  const known = context.batches.get(name) as DataLoader<string, RowOf<T> | null> | undefined
  const loader =
    known ??
    batch(context, name, async (ids) => {
      const rows = await getByIds(context.db, type, ids, at)
      for (const one of rows) kept?.set(one.id, one)
      return byId(rows)
    })
  return loader.load(id)
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

import type { Kysely } from 'kysely'
import type { RecordTables, RecordType } from '../../schema/database.ts'
import type { ObservationTable } from '../../schema/tables/activity.ts'
import { parse, type RecordTable, type SourceRef } from '../../schema/tables/row.ts'
import type { Db } from '../store/open.ts'
import { chainHash, digestOfSummary } from './chain.ts'
import { CHANGE_TYPES } from './change.ts'
import { miscounted } from './cluster.ts'
import { digestOfRow, MEASURED } from './content.ts'
import { EMPTY } from './revision.ts'

/** Something in the database that cannot be as the hub wrote it. */
export interface Fault {
  readonly where: string
  readonly message: string
}

/** Reads every row and every revision again: digests, the chain of hashes, whole lives, known references. */
export async function verifyHub(db: Db): Promise<Fault[]> {
  const faults: Fault[] = []
  const erased = await erasedRecords(db)
  for (const type of RECORD_TYPES) faults.push(...(await verifyRecords(db, type, erased)))
  faults.push(...(await verifyChain(db)))
  faults.push(...(await verifyReferences(db)))
  faults.push(...(await verifyClusters(db)))
  return faults
}

const RECORD_TYPES = Object.values(CHANGE_TYPES)

/** What was taken out of a state cannot be read again: its digest is believed, with the chain over it. */
async function erasedRecords(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('erasure').select('record').execute()
  return new Set(rows.map(({ record }) => record))
}

async function verifyRecords(
  db: Db,
  type: RecordType,
  erased: ReadonlySet<string>,
): Promise<Fault[]> {
  const faults: Fault[] = []
  const tables = db as unknown as Kysely<{ record: RecordTable }>
  const rows = await tables
    .selectFrom(type as 'record')
    .selectAll()
    .orderBy('id')
    .orderBy('since')
    .execute()
  const facts = await observationsByRow(db, type)
  const sources = await sourcesByRow(db, type)
  let before: RecordTable | undefined
  for (const row of rows) {
    const key = `${row.id} ${row.since}`
    const kept = row as unknown as Record<string, unknown>
    const { refs = [], salt = null } = sources.get(key) ?? {}
    const digest = digestOfRow(kept, refs, facts.get(key) ?? [], salt)
    const isErased = salt === null && erased.has(row.id)
    if (digest !== row.digest && !isErased) {
      faults.push({
        where: row.id,
        message: `its stored fields differ from its digest (since ${row.since})`,
      })
    }
    if (before?.id === row.id && (before.until === null || before.until > row.since)) {
      faults.push({ where: row.id, message: `two states at once in revision ${row.since}` })
    }
    before = row
  }
  return faults
}

interface Told {
  readonly refs: readonly SourceRef[]
  readonly salt: string | null
}

async function sourcesByRow(db: Db, type: RecordType): Promise<Map<string, Told>> {
  const rows = await db
    .selectFrom('source')
    .selectAll()
    .where('record', 'like', `${type}:%`)
    .execute()
  return new Map(
    rows.map(({ record, since, refs, salt }) => [
      `${record} ${since}`,
      { refs: parse(refs), salt },
    ]),
  )
}

async function observationsByRow(db: Db, type: RecordType) {
  const grouped = new Map<string, ObservationTable[]>()
  if (!MEASURED.has(type)) return grouped
  const rows = await db
    .selectFrom('observation')
    .selectAll()
    .where('record', 'like', `${type}:%`)
    .execute()
  for (const row of rows) {
    const key = `${row.record} ${row.since}`
    grouped.set(key, [...(grouped.get(key) ?? []), row])
  }
  return grouped
}

async function verifyChain(db: Db): Promise<Fault[]> {
  const faults: Fault[] = []
  const revisions = await db.selectFrom('revision').selectAll().orderBy('number').execute()
  let previous = EMPTY
  for (const { hash, ...revision } of revisions) {
    const where = `revision ${revision.number}`
    if (revision.number !== previous.number + 1) {
      faults.push({ where, message: `comes after revision ${previous.number}` })
    }
    const changes = await db
      .selectFrom('change')
      .selectAll()
      .where('revision', '=', revision.number)
      .orderBy('position')
      .execute()
    const {
      number: _number,
      at: _at,
      added: _a,
      changed: _c,
      removed: _r,
      told,
      ...summary
    } = revision
    const isErased = told === null || summary.salt === null
    if (!isErased && digestOfSummary(summary) !== told) {
      faults.push({ where, message: 'its summary differs from its digest' })
    }
    if (chainHash(previous.hash, revision, changes) !== hash) {
      faults.push({
        where,
        message: 'its hash does not follow from its changes and the revision before',
      })
    }
    previous = { ...revision, hash }
  }
  return faults
}

const REFERENCES: readonly (readonly [RecordType, string, RecordType])[] = [
  ['region', 'parent', 'region'],
  ['organization', 'region', 'region'],
  ['station', 'region', 'region'],
  ['station', 'operator', 'organization'],
  ['project', 'organization', 'organization'],
  ['project', 'station', 'station'],
  ['campaign', 'document', 'document'],
  ['obligation', 'campaign', 'campaign'],
  ['reporter', 'campaign', 'campaign'],
  ['activity', 'submission', 'submission'],
]

async function verifyReferences(db: Db): Promise<Fault[]> {
  const tables = db as unknown as Kysely<{ record: RecordTable & Record<string, string> }>
  const faults: Fault[] = []
  for (const [type, column, target] of REFERENCES) {
    const loose = await tables
      .selectFrom(`${type as keyof RecordTables} as from` as 'record')
      .select(['id'])
      .where('until', 'is', null)
      .where(column, 'is not', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom(`${target} as to` as 'record')
              .select('id')
              .whereRef('to.id' as 'id', '=', `from.${column}` as 'id')
              .where('to.until' as 'until', 'is', null),
          ),
        ),
      )
      .execute()
    for (const { id } of loose) {
      faults.push({ where: id, message: `its ${column} names no ${target} in force` })
    }
  }
  return faults
}

async function verifyClusters(db: Db): Promise<Fault[]> {
  return (await miscounted(db)).map(({ level, count, is }) => ({
    where: `map, level ${level}`,
    message: `it counts ${count} stations, there are ${is}`,
  }))
}

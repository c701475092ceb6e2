import type { Kysely } from 'kysely'
import type { RecordTable, SourceRef } from '../../schema/tables/row.ts'
import { inBatches } from './batches.ts'
import { follow } from './follow.ts'
import type { Ledger, Trx } from './ledger.ts'
import { regionsWithin } from './region.ts'

/** A register that says that it is complete for a region. */
export interface Completeness {
  readonly type: 'station' | 'organization' | 'project'
  readonly region: string
  /** The cell that says so: it is the source of every closing. */
  readonly source: SourceRef
}

/** What a complete register no longer lists. */
export interface Removal {
  /** In force in its region before it, listed or not. */
  readonly active: number
  readonly missing: number
  /** The first of them, by name. */
  readonly names: readonly string[]
  /** Kept back until a person confirms it: more than the hub's share would go at once. */
  readonly held: boolean
}

/** Above this share of the active records a removal waits for a person: a parameter of the hub (I10). */
export const REMOVAL_SHARE = 0.05

/** Closings stand behind the rows of their form, so that judging its rows anew leaves them alone. */
export const REMOVALS = 1_000_000_000

/** What a record is once it is closed; its page and its id stay. */
const CLOSED: Readonly<Record<Completeness['type'], Record<string, unknown>>> = {
  station: { status: 'CLOSED' },
  project: { status: 'CLOSED' },
  organization: { active: false },
}

/**
 * Notes as claims of the register that what it does not list is closed. Only what came from a register is
 * looked at: a site that a policy document names stays. Gives null where it lists everything.
 */
export async function claimRemovals(
  trx: Trx,
  submission: string,
  { type, region, source }: Completeness,
  sample: boolean,
): Promise<Removal | null> {
  const active = await activeIn(trx, type, region)
  const listed = await listedIn(trx, submission)
  const missing = active.filter(({ id }) => !listed.has(id))
  if (missing.length === 0) return null
  const held = missing.length > active.length * REMOVAL_SHARE
  const field = Object.keys(CLOSED[type])[0] as string
  const content = JSON.stringify({
    values: CLOSED[type],
    sources: [{ ...source, field, submission }],
    sample,
  })
  const claims = missing.map(({ id }, i) => ({
    submission,
    position: REMOVALS + i,
    type,
    record: id,
    held: held ? (1 as const) : (0 as const),
    content,
  }))
  await inBatches(claims, 100, async (batch) => {
    await trx
      .insertInto('claim')
      .values([...batch])
      .execute()
  })
  const names = missing.slice(0, 5).map(({ nameZh }) => nameZh)
  return { active: active.length, missing: missing.length, names, held }
}

/** Lets the closings of a register count, or keeps them back. */
export async function holdRemovals(
  ledger: Ledger,
  submission: string,
  held: boolean,
): Promise<void> {
  await ledger.trx
    .updateTable('claim')
    .set({ held: held ? 1 : 0 })
    .where('submission', '=', submission)
    .where('position', '>=', REMOVALS)
    .execute()
  await follow(ledger, [submission])
}

interface Active extends RecordTable {
  nameZh: string
  region: string | null
  registerNumber: string | null
  status: string
  active: number | null
}

const ENDED = ['CLOSED', 'CANCELLED', 'REJECTED', 'EVALUATED', 'LISTED_BRAND']

async function activeIn(trx: Trx, type: Completeness['type'], region: string) {
  const tables = trx as unknown as Kysely<{ record: Active }>
  const rows = tables
    .selectFrom(type as 'record')
    .select(['id', 'nameZh'])
    .where('until', 'is', null)
    .where('registerNumber', 'is not', null)
    .where('region', 'in', regionsWithin(region, Number.MAX_SAFE_INTEGER))
    .orderBy('id')
  return type === 'organization'
    ? rows.where((eb) => eb.or([eb('active', 'is', null), eb('active', '=', 1)])).execute()
    : rows.where('status', 'not in', ENDED).execute()
}

async function listedIn(trx: Trx, submission: string): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('claim')
    .select('record')
    .where('submission', '=', submission)
    .execute()
  return new Set(rows.map(({ record }) => record))
}

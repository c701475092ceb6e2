import { sql } from 'kysely'
import type { ServedTable } from '../../schema/tables/served.ts'
import type { Db } from '../store/open.ts'
import { GUARDED, leastFor, mayTell, type Thresholds } from './guard.ts'
import type { Batch } from './learned.ts'
import { isCollege, readLines } from './line.ts'
import { exact, together } from './qualifier.ts'
import { NONE } from './slice.ts'
import { readThresholds } from './threshold.ts'

type Cell = Omit<ServedTable, 'since' | 'until'>

/**
 * Decides, for every place whose rows a revision touched, what may be told of whom its campaign served. It is part of
 * writing the revision, so that no door ever sees a count undecided, and a decision is never taken back.
 */
export async function decideServed(trx: Db, revision: number): Promise<void> {
  const thresholds = await readThresholds(trx)
  const { campaigns, isReset } = await touchedBy(trx, revision, thresholds)
  if (campaigns.length === 0) return
  const counts = await countsOf(trx, revision, campaigns)
  const decided = await trx
    .selectFrom('served')
    .selectAll()
    .where('campaign', 'in', campaigns)
    .orderBy('since')
    .execute()
  const before = Map.groupBy(decided, keyOf)
  const wanted = new Map(counts.map((one) => [keyOf(one), one]))
  for (const key of new Set([...wanted.keys(), ...before.keys()])) {
    const versions = before.get(key) ?? []
    const current = versions.find((one) => one.until === null)
    if (!isReset && !isTouched(wanted.get(key), revision)) continue
    const cell = decide(wanted.get(key), versions, revision, thresholds)
    if (isSame(current, cell)) continue
    if (current !== undefined) await end(trx, current, revision)
    if (cell === undefined) continue
    const row = { ...cell, since: revision, until: null }
    await trx.insertInto('served').values(row).execute()
  }
}

/** A count with every batch of rows that it ever had. */
interface Counted {
  readonly campaign: string
  readonly line: string
  readonly audience: string
  readonly batches: (Batch & Pick<Cell, 'qualifier' | 'rows' | 'sample'>)[]
}

/** What may be told of a count; nothing at all where no row is in force. */
function decide(
  count: Counted | undefined,
  versions: readonly ServedTable[],
  revision: number,
  thresholds: Thresholds,
): Cell | undefined {
  const { campaign, line, audience, batches } = count ?? NOTHING
  const now = batches.filter((one) => one.until === null)
  if (now.length === 0) return undefined
  const turns = batches.flatMap((one) => [one.since, one.until ?? revision])
  const told = new Set(
    [...turns, ...versions.map((one) => Number(one.since))].filter(
      (one) => one < revision && versions.some((version) => isTold(version, one)),
    ),
  )
  const sample = now.some((one) => one.sample === 1) ? 1 : 0
  const place = { campaign, line, audience, sample } as const
  if (!mayTell(batches, [...told], revision, leastFor(audience, thresholds))) {
    return { ...place, value: null, qualifier: 'UNKNOWN', rows: 0 }
  }
  return {
    ...place,
    value: exact(now.reduce((sum, one) => sum + one.value, 0)),
    qualifier: now.map((one) => one.qualifier).reduce(together),
    rows: now.reduce((sum, one) => sum + one.rows, 0),
  }
}

const NOTHING: Counted = { campaign: '', line: '', audience: '', batches: [] }

const isTold = ({ value, since, until }: ServedTable, revision: number) =>
  value !== null && since <= revision && (until === null || until > revision)

/** Whether rows of a count came or went with a revision; of any other nothing is decided anew. */
function isTouched(count: Counted | undefined, revision: number): boolean {
  return count?.batches.some((one) => one.since === revision || one.until === revision) ?? false
}

const keyOf = ({ campaign, line, audience }: Pick<Cell, 'campaign' | 'line' | 'audience'>) =>
  `${campaign} ${line} ${audience}`

function isSame(current: ServedTable | undefined, cell: Cell | undefined): boolean {
  if (current === undefined || cell === undefined) return current === cell
  return (['value', 'qualifier', 'rows', 'sample'] as const).every(
    (field) => current[field] === cell[field],
  )
}

async function end(trx: Db, { campaign, line, audience, since }: ServedTable, revision: number) {
  await trx
    .updateTable('served')
    .set({ until: revision })
    .where('campaign', '=', campaign)
    .where('line', '=', line)
    .where('audience', '=', audience)
    .where('since', '=', since)
    .execute()
}

/** The campaigns whose counts a revision touched; all of them, to be decided anew, where the guard was never or otherwise set before. */
async function touchedBy(trx: Db, revision: number, { general, sensitive }: Thresholds) {
  const value = `${general} ${sensitive}`
  const row = await trx
    .selectFrom('hub')
    .select('value')
    .where('key', '=', 'guard')
    .executeTakeFirst()
  const isReset = row?.value !== value
  let query = trx
    .selectFrom('observation')
    .select('campaign')
    .where('measure', '=', sql.lit(GUARDED))
    .where('campaign', 'is not', null)
    .groupBy('campaign')
    .$narrowType<{ campaign: string }>()
  if (isReset) {
    await trx
      .insertInto('hub')
      .values({ key: 'guard', value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  } else {
    query = query.where((eb) => eb.or([eb('since', '=', revision), eb('until', '=', revision)]))
  }
  const campaigns = (await query.execute()).map((one) => one.campaign)
  return { campaigns, isReset }
}

/** Every batch of rows that these campaigns ever had, by place and audience: one statement. */
async function countsOf(trx: Db, at: number, campaigns: readonly string[]): Promise<Counted[]> {
  const rows = await trx
    .selectFrom('observation')
    .where('measure', '=', GUARDED)
    .where('campaign', 'in', [...campaigns])
    .where('value', 'is not', null)
    .select((eb) => [
      'campaign',
      'region',
      'qualifier',
      'since',
      'until',
      sql<string>`coalesce(audience, ${sql.lit(NONE)})`.as('audience'),
      isCollege(at).as('college'),
      eb.fn.sum<number>('value').as('value'),
      eb.fn.count<number>('value').as('rows'),
      eb.fn.max('sample').as('sample'),
    ])
    .groupBy(['campaign', 'region', 'qualifier', 'since', 'until', sql`6`, sql`7`])
    .execute()
  const lines = await readLines(
    trx,
    rows.map((row) => row.region),
    at,
  )
  const counts = new Map<string, Counted>()
  for (const row of rows) {
    const line = lines(row.region, Number(row.college) === 1)
    const place = { campaign: row.campaign as string, line, audience: row.audience }
    const count = counts.get(keyOf(place)) ?? { ...place, batches: [] }
    counts.set(keyOf(place), count)
    count.batches.push({
      value: Number(row.value),
      since: Number(row.since),
      until: row.until === null ? null : Number(row.until),
      qualifier: row.qualifier,
      rows: Number(row.rows),
      sample: Number(row.sample) as 0 | 1,
    })
  }
  return [...counts.values()]
}

import type { RecordType } from '../../schema/database.ts'
import { parse } from '../../schema/tables/row.ts'
import type { ClaimTable, FilingTable, FindingValue } from '../../schema/tables/submission.ts'
import type { Db } from '../store/open.ts'
import { batchesOf, inBatches } from './batches.ts'
import { canonical } from './digest.ts'
import { contentOf, follow, type Named, namesIn, type Progress } from './follow.ts'
import type { Content, Ledger, Trx } from './ledger.ts'
import { type Completeness, claimRemovals, REMOVALS, type Removal } from './removal.ts'

/** What one form says about one record; null content holds the row back until it is corrected. */
export interface Claim {
  readonly type: RecordType
  readonly record: string
  readonly content: Content | null
  /** Kept back although it is understood: a person has to say whether it counts. */
  readonly held?: true
  /** By what a later form finds this record again, even while its row is held. */
  readonly known?: { readonly name: string; readonly position: number }
}

/** One judged form, ready to be entered. */
export interface Filing {
  readonly submission: string
  readonly sha256: string
  readonly receivedAt: string
  readonly template: string
  readonly verdict: 'ACCEPTED' | 'NEEDS_CORRECTION' | 'RECEIVED'
  readonly scope: string | null
  readonly period: string | null
  readonly final: boolean
  readonly sample: boolean
  /** Received only: it becomes public when the desk releases it. */
  readonly awaiting?: boolean
  /** Of a register that is complete for a region, and what to say of what it does not list. */
  readonly complete?: Completeness & { told(removal: Removal): FindingValue }
  /** The submission's own stored fields, but for status and succession, which are computed. */
  readonly stored: Readonly<Record<string, unknown>>
  /** Asked for once and taken batch by batch: a register may have more of them than memory holds. */
  readonly claims: Iterable<Claim>
}

/**
 * Enters judged forms and lets every record follow from the forms that now hold. Gives what only the
 * entering could tell of each.
 */
export async function enterFilings(
  ledger: Ledger,
  filings: readonly Filing[],
  tell: Progress = () => {},
): Promise<FindingValue[][]> {
  const { trx } = ledger
  const found: FindingValue[][] = []
  let sequence = await lastSequence(trx)
  for (const { claims, stored, complete, ...filing } of filings) {
    sequence += 1
    await trx.deleteFrom('claim').where('submission', '=', filing.submission).execute()
    await trx.deleteFrom('filing').where('submission', '=', filing.submission).execute()
    await trx
      .insertInto('filing')
      .values({
        ...filing,
        final: filing.final ? 1 : 0,
        sample: filing.sample ? 1 : 0,
        awaiting: filing.awaiting ? 1 : 0,
        sequence,
        enteredIn: ledger.number,
        withdrawnIn: null,
        stored: JSON.stringify(stored),
      })
      .execute()
    await insertClaims(trx, filing.submission, claims, tell)
    found.push(await closeUnlisted(trx, { ...filing, stored, complete }))
  }
  const entered = filings.map((filing) => filing.submission)
  await follow(ledger, entered, [], tell)
  return found
}

/** What a complete register closes, told in the form's own findings. */
async function closeUnlisted(
  trx: Trx,
  { submission, stored, complete, sample }: Omit<Filing, 'claims'>,
): Promise<FindingValue[]> {
  if (complete === undefined) return []
  const removal = await claimRemovals(trx, submission, complete, sample)
  if (removal === null) return []
  const finding = complete.told(removal)
  const findings = [...((stored.findings ?? []) as FindingValue[]), finding]
  await trx
    .updateTable('filing')
    .set({ stored: JSON.stringify({ ...stored, findings }) })
    .where('submission', '=', submission)
    .execute()
  return [finding]
}

/** Lets rows of a form count, or keeps them back, and what follows from it. */
export async function holdClaims(
  ledger: Ledger,
  submission: string,
  records: readonly string[],
  held: boolean,
): Promise<void> {
  await ledger.trx
    .updateTable('claim')
    .set({ held: held ? 1 : 0 })
    .where('submission', '=', submission)
    .where('record', 'in', [...records])
    .execute()
  await follow(ledger, [submission])
}

/** Lets a form count and be public, or takes that back. */
export async function releaseFiling(
  ledger: Ledger,
  submission: string,
  released: boolean,
): Promise<void> {
  await ledger.trx
    .updateTable('filing')
    .set({ awaiting: released ? 0 : 1 })
    .where('submission', '=', submission)
    .execute()
  await follow(ledger, [submission])
}

/** Every form that was not withdrawn, oldest first. */
export async function findFilings(trx: Trx): Promise<FilingTable[]> {
  return trx
    .selectFrom('filing')
    .selectAll()
    .where('withdrawnIn', 'is', null)
    .orderBy('sequence')
    .execute()
}

/** Gives forms a new judgement where it differs; when and in which order they came stays. Tells which. */
export async function rejudgeFilings(
  ledger: Ledger,
  filings: readonly Filing[],
): Promise<string[]> {
  const { trx } = ledger
  const changed: string[] = []
  for (const filing of filings) {
    const { claims, submission, verdict, scope, period, final } = filing
    const stored = await withRemoval(trx, filing)
    const judged = {
      verdict,
      scope,
      period,
      final: final ? 1 : 0,
      stored: JSON.stringify(stored),
    } as const
    const known = await trx
      .selectFrom('filing')
      .select(['verdict', 'scope', 'period', 'final', 'stored'])
      .where('submission', '=', submission)
      .executeTakeFirst()
    const isSame =
      canonical(known) === canonical(judged) && (await claimsAre(trx, submission, claims))
    if (isSame) continue
    const before: Named[] = []
    for await (const names of namesIn(trx, [submission])) before.push(...names)
    await trx.updateTable('filing').set(judged).where('submission', '=', submission).execute()
    await trx
      .deleteFrom('claim')
      .where('submission', '=', submission)
      .where('position', '<', REMOVALS)
      .execute()
    await insertClaims(trx, submission, claims)
    // What the old claims were on must follow too, even where the new ones do not name it.
    await follow(ledger, [submission], before)
    changed.push(submission)
  }
  return changed
}

/** What a register closed when it was entered stays closed, and stays told. */
async function withRemoval(trx: Trx, { submission, stored, complete }: Filing) {
  if (complete === undefined) return stored
  const row = await trx
    .selectFrom('filing')
    .select('stored')
    .where('submission', '=', submission)
    .executeTakeFirst()
  const before = row === undefined ? {} : parse(row.stored)
  const told = ((before.findings ?? []) as FindingValue[]).filter(({ code }) =>
    code.startsWith('W_REMOV'),
  )
  return { ...stored, findings: [...((stored.findings ?? []) as FindingValue[]), ...told] }
}

async function claimsAre(trx: Trx, submission: string, claims: Iterable<Claim>): Promise<boolean> {
  const filed = trx
    .selectFrom('claim')
    .selectAll()
    .where('submission', '=', submission)
    .orderBy('position')
  let count = 0
  for (const rows of batchesOf(claimRows(submission, claims), BATCH)) {
    const next = count + rows.length
    const before = await filed.where('position', '>=', count).where('position', '<', next).execute()
    if (canonical(before) !== canonical(rows)) return false
    count = next
  }
  const more = filed.where('position', '>=', count).where('position', '<', REMOVALS)
  return (await more.limit(1).executeTakeFirst()) === undefined
}

/** Marks forms as withdrawn; what they replaced holds again. */
export async function withdrawFilings(
  ledger: Ledger,
  submissions: readonly string[],
): Promise<void> {
  await ledger.trx
    .updateTable('filing')
    .set({ withdrawnIn: ledger.number })
    .where('submission', 'in', [...submissions])
    .execute()
  await follow(ledger, submissions)
}

/** The forms that came in with these bytes and were not withdrawn. */
export async function findFilingsOf(db: Db, sha256: string): Promise<FilingTable[]> {
  return db
    .selectFrom('filing')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('withdrawnIn', 'is', null)
    .orderBy('sequence')
    .execute()
}

/** The forms of one scope that were not withdrawn. */
export async function findFilingsIn(trx: Trx | Db, scope: string): Promise<FilingTable[]> {
  return trx
    .selectFrom('filing')
    .selectAll()
    .where('scope', '=', scope)
    .where('withdrawnIn', 'is', null)
    .orderBy('sequence')
    .execute()
}

/** What one filed form claims, in its own order. */
export async function findClaimsOf(trx: Trx | Db, submission: string): Promise<Claim[]> {
  const rows = await trx
    .selectFrom('claim')
    .selectAll()
    .where('submission', '=', submission)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    const { values } = parse(row.content) as { values?: object }
    return {
      type: row.type as RecordType,
      record: row.record,
      content: values === undefined ? null : contentOf(row),
      ...(values !== undefined && row.held === 1 ? { held: true as const } : {}),
    }
  })
}

/** Every claim ever made on records of a type whose id begins so, oldest first. */
export async function findClaims(trx: Trx, type: string, prefix: string): Promise<ClaimTable[]> {
  return trx
    .selectFrom('claim')
    .innerJoin('filing', 'filing.submission', 'claim.submission')
    .selectAll('claim')
    .where('claim.type', '=', type)
    .where('claim.record', '>=', prefix)
    .where('claim.record', '<', `${prefix}\uffff`)
    .orderBy('filing.sequence')
    .orderBy('claim.position')
    .execute()
}

const BATCH = 100

async function lastSequence(trx: Trx): Promise<number> {
  const row = await trx
    .selectFrom('filing')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

async function insertClaims(
  trx: Trx,
  submission: string,
  claims: Iterable<Claim>,
  tell: Progress = () => {},
): Promise<void> {
  let count = 0
  await inBatches(claimRows(submission, claims), BATCH, async (rows) => {
    await trx.insertInto('claim').values(rows).execute()
    count += rows.length
    if (rows.length === BATCH) tell('noted', count)
  })
}

function* claimRows(submission: string, claims: Iterable<Claim>) {
  let position = 0
  for (const { type, record, content, held, known } of claims) {
    yield {
      submission,
      position: position++,
      type,
      record,
      held: content === null || held ? (1 as const) : (0 as const),
      content: JSON.stringify({ ...content, known }),
    }
  }
}

import type { FilingTable, FindingValue } from '../../schema/tables/submission.ts'
import type { Db } from '../store/open.ts'
import { type Claim, insertClaims } from './claim.ts'
import { follow, type Progress } from './follow.ts'
import type { Ledger, Trx } from './ledger.ts'
import { type Completeness, claimRemovals, type Removal } from './removal.ts'

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

/** Closes what a complete register does not list, once it is known whose it is. */
export async function closeLater(ledger: Ledger, filing: Filing): Promise<void> {
  await closeUnlisted(ledger.trx, filing)
  await follow(ledger, [filing.submission])
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

async function lastSequence(trx: Trx): Promise<number> {
  const row = await trx
    .selectFrom('filing')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

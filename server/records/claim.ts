import type { RecordType } from '../../schema/database.ts'
import { parse } from '../../schema/tables/row.ts'
import type { ClaimTable } from '../../schema/tables/submission.ts'
import type { Db } from '../store/open.ts'
import { batchesOf, inBatches } from './batches.ts'
import type { Content } from './content.ts'
import { canonical } from './digest.ts'
import { contentOf, type Progress } from './follow.ts'
import type { Trx } from './ledger.ts'
import { REMOVALS } from './removal.ts'

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

/** Notes what a form claims, batch by batch, in its own order. */
export async function insertClaims(
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

/** Whether a form has claimed just this. What a register closed is not looked at. */
export async function claimsAre(
  trx: Trx,
  submission: string,
  claims: Iterable<Claim>,
): Promise<boolean> {
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

const BATCH = 100

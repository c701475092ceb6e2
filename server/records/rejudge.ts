import { parse } from '../../schema/tables/row.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { claimsAre, insertClaims } from './claim.ts'
import { canonical } from './digest.ts'
import type { Filing } from './filing.ts'
import { follow, type Named, namesIn } from './follow.ts'
import type { Ledger, Trx } from './ledger.ts'
import { REMOVALS } from './removal.ts'

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

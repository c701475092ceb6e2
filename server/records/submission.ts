import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'

export type SubmissionRow = RowOf<'submission'>

export function submissionsQuery(
  db: Db,
  at: number,
  filter: { campaign?: string; organization?: string } = {},
): Rows<'submission'> {
  let query = asOf(db, 'submission', at)
  if (filter.campaign) query = query.where('campaign', '=', filter.campaign)
  if (filter.organization) query = query.where('organization', '=', filter.organization)
  return query
}

/** The submissions that a revision first knew. */
export async function findSubmissionsEntered(db: Db, revisions: readonly number[], at: number) {
  return asOf(db, 'submission', at)
    .innerJoin('filing', 'filing.submission', 'submission.id')
    .select('filing.enteredIn')
    .where('filing.enteredIn', 'in', [...revisions])
    .orderBy('submission.id')
    .execute()
}

import type { Db } from '../store/open.ts'
import { inBatches } from './batches.ts'

const BATCH = 100

/** Adds up anew the facts of every form that a revision touched; part of writing it. */
export async function keepTally(trx: Db, revision: number): Promise<void> {
  const touched = await trx
    .selectFrom('observation')
    .select('submission')
    .where((eb) => eb.or([eb('since', '=', revision), eb('until', '=', revision)]))
    .groupBy('submission')
    .execute()
  const submissions = touched.map((one) => one.submission)
  await inBatches(submissions, BATCH, async (batch) => {
    await trx.deleteFrom('tally').where('submission', 'in', batch).execute()
    await trx
      .insertInto('tally')
      .columns([...BY, 'value', 'cells'])
      .expression((eb) =>
        eb
          .selectFrom('observation')
          .where('submission', 'in', batch)
          .select([...BY])
          .select((one) => [
            one.fn.sum<number>('value').as('value'),
            one.fn.count<number>('value').as('cells'),
          ])
          .groupBy([...BY]),
      )
      .execute()
  })
}

const BY = [
  'submission',
  'campaign',
  'organization',
  'region',
  'group',
  'measure',
  'qualifier',
  'basis',
  'sample',
  'since',
  'until',
] as const

import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import type { Trx } from './ledger.ts'

/** That somebody found something about a station right or wrong; nothing about who. */
export interface ReportOfStation {
  readonly station: string
  readonly topic: string
  /** Shanghai. */
  readonly day: string
}

/** What citizens said of one thing about one station, and has not been dealt with. */
export interface Said extends ReportOfStation {
  readonly count: number
}

/** Counts one report; a day's count of one thing about one station ends at `most`. */
export async function takeReport(trx: Trx, said: ReportOfStation, most: number): Promise<void> {
  const last = await trx
    .selectFrom('report')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst()
  await trx
    .insertInto('report')
    .values({ number: Number(last?.last ?? 0) + 1, ...said, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['station', 'topic', 'day'])
        .doUpdateSet({ count: sql<number>`report.count + 1` })
        .where('report.count', '<', most),
    )
    .execute()
}

/** What waits to be looked at, the newest day of each, in the order of stations. */
export async function readReports(db: Db): Promise<Said[]> {
  const rows = await db
    .selectFrom('report')
    .select(['station', 'topic'])
    .select((eb) => [eb.fn.sum<number>('count').as('count'), eb.fn.max('day').as('day')])
    .groupBy(['station', 'topic'])
    .orderBy('station')
    .orderBy('topic')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** What was looked at is forgotten: the decision that says so stays. */
export async function closeReports(trx: Trx, station: string, topic: string): Promise<void> {
  await trx.deleteFrom('report').where('station', '=', station).where('topic', '=', topic).execute()
}

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { readStatistics } from '../../server/records/statistic.ts'
import { keepTally } from '../../server/records/tally.ts'
import { openStore } from '../../server/store/open.ts'
import type { Measure } from './run.ts'
import { ask, median, start } from './served.ts'

const FORMS = 10_000
const ACTIVITIES = 100 // in each
const ROUNDS = 15
const CAMPAIGN = 'campaign:ZQ-2019-MONTH'
const MEASURE = 'VOLUNTEER_PERSON_TIMES'
const TABLE = `{ campaign(id: "${CAMPAIGN}") { statistics(measures: [${MEASURE}], by: [REGION, WEEK]) {
  rows { keys { code } figures { value } } } } }`

/** A table by region and week over a million activities: as plain SQL over every row, and as the hub tells it. */
export async function benchStatistics(fed: string, folder: string): Promise<Measure[]> {
  const file = join(folder, 'statistics.sqlite')
  copyFileSync(fed, file)
  const store = await openStore(`sqlite:${file}`)
  const { number: at } = await newestRevision(store.read)
  await store.write.transaction().execute((trx) => fill(trx, at))
  const plain = await times(() => plainly(at).execute(store.read))
  const anew = await times(() =>
    readStatistics(store.read, at, {
      measures: [MEASURE],
      by: ['REGION', 'WEEK'],
      where: { campaigns: [CAMPAIGN] },
    }),
  )
  await store.close()
  const hub = await start('./hub.ts', file)
  const again = await times(() => ask(hub, JSON.stringify({ query: TABLE })))
  hub.child.kill()
  return [
    { what: `${FORMS * ACTIVITIES} activities by region and week, plain SQL, ms`, value: plain },
    { what: 'the same table, read anew from forms added up, ms (target: under 20)', value: anew },
    { what: 'the same table over /graphql, read before, ms', value: again },
    { what: 'ratio of the first two', value: anew / plain },
  ]
}

async function times(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const before = performance.now()
    await work()
    took.push(performance.now() - before)
  }
  return median(took)
}

const plainly = (at: number) => sql`
  select observation.region, report."periodFrom", report."periodTo", sum(value), count(value) from observation
  left join submission as report on report.id = observation.submission
    and report.since <= ${at} and (report."until" is null or report."until" > ${at})
  where observation.campaign = ${CAMPAIGN} and measure = ${MEASURE}
    and observation.since <= ${at} and (observation."until" is null or observation."until" > ${at})
  group by 1, 2, 3`

/** Copies of the forms that are there, each with so many activities; added up as any revision is. */
async function fill(trx: Kysely<Database>, at: number): Promise<void> {
  const forms = await trx
    .selectFrom('submission')
    .selectAll()
    .where('until', 'is', null)
    .where('campaign', '=', CAMPAIGN)
    .where('period', 'is not', null)
    .execute()
  for (let i = 0; i < FORMS; i++) {
    const form = forms[i % forms.length] as (typeof forms)[number]
    const { organization, periodFrom } = form
    const id = `submission:bench-${i}`
    await trx
      .insertInto('submission')
      .values({ ...form, id, since: at })
      .execute()
    await sql`with recursive n(n) as (select 1 union all select n + 1 from n where n < ${ACTIVITIES})
      insert into observation (record, since, measure, value, qualifier, status, campaign, organization, region,
        "periodFrom", sample, basis, submission, sheet, cell)
      select ${`activity:bench-${i}-`} || n, ${at}, ${MEASURE}, n, 'EXACT', 'OBSERVED', ${CAMPAIGN}, ${organization},
        (select region from organization where id = ${organization} and "until" is null), ${periodFrom}, 1,
        'SUM_OF_ROWS', ${id}, '', 'C' || n from n`.execute(trx)
  }
  await keepTally(trx, at)
}

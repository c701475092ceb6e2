import { sql } from 'kysely'
import type { Db, Store } from '../store/open.ts'
import { BELOW, COLUMN, inColumn, LEVELS, ROW, SHOWN, SMALLEST } from './square.ts'

const PARTS = 1_000_000 // positions are added up as whole millionths of a degree: the same sum on every engine

/** What the stations of a square add up to; `lats` and `lons` are in millionths. */
export const ADDED_UP = sql`count(*) as count,
  sum(case when "locationPrecision" in ('ROOFTOP', 'STREET') then 1 else 0 end) as located, sum(floor(lat * ${sql.lit(PARTS)} + 0.5)) as lats,
  sum(floor(lon * ${sql.lit(PARTS)} + 0.5)) as lons, min(lon) as west, min(lat) as south, max(lon) as east,
  max(lat) as north, min(id) as first`
export const ADDED_UP_AGAIN = sql`sum(count) as count, sum(located) as located, sum(lats) as lats, sum(lons) as lons, min(west) as west,
  min(south) as south, max(east) as east, max(north) as north, min(first) as first`

/** Counts anew the squares in which a revision changed stations, from the smallest up; part of writing it. */
export async function keepClusters(trx: Db, revision: number): Promise<void> {
  const touched = sql`select distinct ${ROW} as y, ${COLUMN} as x from station
    where id in (select record from change where revision = ${revision} and type = 'station')
      and (since = ${revision} or "until" = ${revision}) and ${SHOWN}`
  await end(trx, revision, SMALLEST, touched)
  await sql`with touched as materialized (${touched})
    insert into cluster select ${sql.lit(SMALLEST)}, square.y, square.x, square.region, ${sql.lit(revision)}, null, ${ADDED_UP}
    from (select touched.y, touched.x, station.region, station.lat, station.lon, station.id,
      station."locationPrecision" from touched
      join station on ${ROW} = touched.y and ${COLUMN} = touched.x
        and ${inColumn(sql`touched.x`)}
      where ${SHOWN} and since <= ${revision} and ("until" is null or "until" > ${revision})) as square
    group by 2, 3, 4`.execute(trx)
  for (const level of LEVELS.filter((one) => one < SMALLEST).reverse()) {
    const below = sql.lit(level + 2)
    const touchedHere = sql`select distinct y / ${sql.lit(BELOW)} as y, x / ${sql.lit(BELOW)} as x from cluster
      where level = ${below} and (since = ${revision} or "until" = ${revision})`
    await end(trx, revision, level, touchedHere)
    await sql`with touched as materialized (${touchedHere})
      insert into cluster select ${sql.lit(level)}, square.y, square.x, square.region, ${sql.lit(revision)}, null, ${ADDED_UP_AGAIN}
      from (select touched.y as y, touched.x as x, region, count, located, lats, lons, west, south, east, north, first from touched
        join cluster on cluster.level = ${below}
          and cluster.y between touched.y * ${sql.lit(BELOW)} and touched.y * ${sql.lit(BELOW)} + ${sql.lit(BELOW - 1)}
          and cluster.x between touched.x * ${sql.lit(BELOW)} and touched.x * ${sql.lit(BELOW)} + ${sql.lit(BELOW - 1)}
        where cluster."until" is null) as square
      group by 2, 3, 4`.execute(trx)
  }
}

async function end(
  trx: Db,
  revision: number,
  level: number,
  touched: ReturnType<typeof sql>,
): Promise<void> {
  await sql`update cluster set "until" = ${revision}
    where level = ${sql.lit(level)} and "until" is null and (y, x) in (${touched})`.execute(trx)
}

/** Changes when what is counted does: databases filled otherwise are filled anew. */
const EDITION = '1'

/** Counts the stations of a database whose revisions were written before they were counted; once. */
export async function fillClusters(store: Store): Promise<void> {
  const edition = await store.write
    .selectFrom('hub')
    .select('value')
    .where('key', '=', 'clusters')
    .executeTakeFirst()
  if (edition?.value === EDITION) return
  await store.write.transaction().execute(async (trx) => {
    await countAgain(trx)
    await trx
      .insertInto('hub')
      .values({ key: 'clusters', value: EDITION })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: EDITION }))
      .execute()
  })
}

/** Counts every revision anew, where states of stations were changed in place. */
export async function countAgain(trx: Db): Promise<void> {
  await trx.deleteFrom('cluster').execute()
  const revisions = await trx
    .selectFrom('change')
    .select('revision')
    .distinct()
    .where('type', '=', 'station')
    .orderBy('revision')
    .execute()
  for (const { revision } of revisions) await keepClusters(trx, Number(revision))
}

/** How many stations each level counts in the newest revision, where that is another number than there are. */
export async function miscounted(db: Db): Promise<{ level: number; count: number; is: number }[]> {
  const { rows } = await sql<{ level: number; count: number; is: number }>`select * from (
    select level, sum(count) as count, (
      select count(*) from station where "until" is null and ${SHOWN}) as "is"
    from cluster where "until" is null group by level) as counted where count <> "is" order by level`.execute(
    db,
  )
  return rows.map(({ level, count, is }) => ({
    level: Number(level),
    count: Number(count),
    is: Number(is),
  }))
}

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { asOf, type RowOf } from './asof.ts'
import { ofStations, type Stations } from './whichstations.ts'

/**
 * Forms name the place of an activity in words. It was at a station where these words are the name of the
 * station, or the name of its venue: what stands before …学雷锋志愿服务站.
 */
const ENDINGS = ['站', '点', '岗'].flatMap((one) => [
  `学雷锋志愿服务${one}`,
  `新时代文明实践学雷锋志愿服务${one}`,
])

/** Stations with the words that name them as a place, as (ancestor, member) pairs. */
export function placesOf(stations: Stations, at: number) {
  const live = sql`${ofStations('id', stations)} and since <= ${at} and ("until" is null or "until" > ${at})`
  const venues = ENDINGS.map(
    (ending) =>
      sql`select id, substr("nameZh", 1, length("nameZh") - ${sql.lit(ending.length)}) from station
        where ${live} and "nameZh" like ${`_%${ending}`}`,
  )
  return sql<{ ancestor: string; member: string }>`(with place(ancestor, member) as (
    select id, "nameZh" from station where ${live} union ${sql.join(venues, sql` union `)}
  ) select ancestor, member from place)` as RawBuilder<{ ancestor: string; member: string }>
}

/** The last day of the latest activity at each station that had begun by a day; absent where none is known. */
export async function findLatestActivity(
  db: Db,
  stations: Stations,
  today: string,
  at: number,
): Promise<Map<string, string>> {
  const rows = await asOf(db, 'activity', at)
    .clearSelect()
    .innerJoin(placesOf(stations, at).as('lineage'), 'lineage.member', 'activity.place')
    .select(['lineage.ancestor as station'])
    .select(sql<string>`max(coalesce("endsOn", "startsOn"))`.as('day'))
    .where('startsOn', '<=', today)
    .groupBy('lineage.ancestor')
    .execute()
  return new Map(rows.map(({ station, day }) => [station, day]))
}

/** The one station that each place names; a place that fits several names none. */
export async function findStationsAtPlaces(
  db: Db,
  places: readonly string[],
  at: number,
): Promise<Map<string, RowOf<'station'>>> {
  const namesOf = (place: string) => [place, ...ENDINGS.map((ending) => place + ending)]
  const rows = await asOf(db, 'station', at)
    .where('nameZh', 'in', places.flatMap(namesOf))
    .execute()
  const byName = Map.groupBy(rows, (row) => row.nameZh)
  const found = new Map<string, RowOf<'station'>>()
  for (const place of places) {
    const [first, ...more] = namesOf(place).flatMap((name) => byName.get(name) ?? [])
    if (first !== undefined && more.length === 0) found.set(place, first)
  }
  return found
}

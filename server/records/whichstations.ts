import { type RawBuilder, sql } from 'kysely'

/** Stations by their ids, or as a question of their own: however many it has, nobody lists them. */
export type Stations = readonly string[] | RawBuilder<string>

/** True for rows whose column names one of these stations. */
export function ofStations(column: string, stations: Stations): RawBuilder<boolean> {
  const ids = 'toOperationNode' in stations ? stations : sql`(${sql.join([...stations])})`
  return sql<boolean>`${sql.ref(column)} in ${ids}`
}

/** The stations of these regions, by the ids of all below them too, that are not closed. */
export function openStationsIn(regions: readonly string[], at: number): RawBuilder<string> {
  return sql<string>`(select id from station where region in (${sql.join([...regions])}) and status <> 'CLOSED'
    and since <= ${at} and ("until" is null or "until" > ${at}))`
}

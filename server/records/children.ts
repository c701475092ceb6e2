import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { RecordType } from '../../schema/database.ts'
import type { RecordTable } from '../../schema/tables/row.ts'
import type { Db } from '../store/open.ts'
import { placesOf } from './activityplace.ts'
import type { RowOf, Rows } from './asof.ts'
import { type OrderKey, type Page, type PageRequest, pageOf, understandPage } from './page.ts'
import { regionId } from './region.ts'

/** How children know their parents: by a column, by lying in a region or below it, or at a station. */
export type Kinship =
  | { readonly column: string }
  | { readonly within: 'region' }
  | { readonly at: 'place' }

type Loose = SelectQueryBuilder<{ record: RecordTable }, 'record', object>

/**
 * One page of children for each of many parents, in one statement: the rows are ranked within their
 * parent and cut there, so a list of a hundred parents costs no more statements than one.
 */
export async function readChildPages<T extends RecordType>(
  db: Db,
  query: Rows<T>,
  kinship: Kinship,
  parents: readonly string[],
  order: readonly OrderKey[],
  request: PageRequest,
  at: number,
): Promise<Map<string, Page<RowOf<T>>>> {
  const plan = understandPage(order, request)
  const { loose, key } = related(query, kinship, parents, at)
  const place = sql<number>`row_number() over (partition by ${key} order by ${plan.orderBy})`
  const filtered = plan.beyond === null ? loose : loose.where(plan.beyond)
  const ranked = filtered.select([key.as('parentKey'), place.as('placeInParent')])
  const rows = (await db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('placeInParent', '<=', plan.size + 1)
    .orderBy('parentKey')
    .orderBy('placeInParent')
    .execute()) as unknown as (RowOf<T> & { parentKey: string })[]

  const byParent = Map.groupBy(rows, (row) => row.parentKey)
  return new Map(parents.map((parent) => [parent, pageOf(byParent.get(parent) ?? [], order, plan)]))
}

/** How many children each parent has, in one statement. */
export async function countChildren<T extends RecordType>(
  query: Rows<T>,
  kinship: Kinship,
  parents: readonly string[],
  at: number,
): Promise<Map<string, number>> {
  const { loose, key } = related(query, kinship, parents, at)
  const rows = await loose
    .clearSelect()
    .select((eb) => [key.as('parentKey'), eb.fn.countAll<number>().as('count')])
    .groupBy(key)
    .execute()
  const counts = new Map(rows.map((row) => [row.parentKey, Number(row.count)]))
  return new Map(parents.map((parent) => [parent, counts.get(parent) ?? 0]))
}

function related<T extends RecordType>(
  query: Rows<T>,
  kinship: Kinship,
  parents: readonly string[],
  at: number,
): { loose: Loose; key: RawBuilder<string> } {
  const loose = query as unknown as Loose
  if ('column' in kinship) {
    const key = sql<string>`${sql.ref(kinship.column)}`
    return { loose: loose.where(sql<boolean>`${key} in (${sql.join([...parents])})`), key }
  }
  const within = 'within' in kinship
  const lineage = within ? lineageOf(parents.map(regionId), at) : placesOf(parents, at)
  const joined = loose.innerJoin(
    lineage.as('lineage'),
    sql.ref('lineage.member') as never,
    sql.ref(within ? kinship.within : kinship.at) as never,
  )
  return { loose: joined as unknown as Loose, key: sql<string>`lineage.ancestor` }
}

/** Each region with itself and everything below it, as (ancestor, member) pairs. */
function lineageOf(regions: readonly string[], at: number) {
  return sql<{ ancestor: string; member: string }>`(with recursive lineage(ancestor, member) as (
    select id, id from region where id in (${sql.join([...regions])})
      and since <= ${at} and ("until" is null or "until" > ${at})
    union select l.ancestor, r.id from region r join lineage l on r.parent = l.member
      where r.since <= ${at} and (r."until" is null or r."until" > ${at})
  ) select ancestor, member from lineage)`
}

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { asOf, type RowOf, type Rows } from './asof.ts'

export type RegionRow = RowOf<'region'>

/** `region:441202` for a division or zone code; a zone may be written as the register does (`Z:HZ-DYW`). */
export function regionId(code: string): string {
  return `region:${code.replace(/^region:/, '').replace(':', '-')}`
}

export function regionsQuery(
  db: Db,
  at: number,
  filter: { level?: string | null; parent?: string | null },
): Rows<'region'> {
  let query = asOf(db, 'region', at)
  if (filter.level) query = query.where('level', '=', filter.level)
  if (filter.parent) query = query.where('parent', '=', regionId(filter.parent))
  return query
}

/** The ids of a region and of everything below it, as a subquery for `in`. */
export function regionsWithin(code: string, at: number): RawBuilder<string> {
  const live = (name: string) =>
    sql`${sql.ref(`${name}.since`)} <= ${at} and (${sql.ref(`${name}.until`)} is null or ${sql.ref(`${name}.until`)} > ${at})`
  return sql<string>`(with recursive below(id) as (
    select id from region where id = ${regionId(code)} and ${live('region')}
    union select r.id from region r join below on r.parent = below.id where ${live('r')}
  ) select id from below)`
}

/** The ids of a region and of all below it. */
export async function findRegionsBelow(db: Db, code: string, at: number): Promise<string[]> {
  const rows = await asOf(db, 'region', at)
    .where(sql<boolean>`id in ${regionsWithin(code, at)}`)
    .execute()
  return rows.map((row) => row.id)
}

/** The regions straight below these, in the order of their codes. */
export async function findChildren(
  db: Db,
  parents: readonly string[],
  at: number,
): Promise<RegionRow[]> {
  return asOf(db, 'region', at)
    .where('parent', 'in', [...parents])
    .orderBy('id')
    .execute()
}

export async function findBoundaries(db: Db, regions: readonly string[], at: number) {
  return asOf(db, 'boundary', at)
    .where('region', 'in', [...regions])
    .execute()
}

/** Every region in force, in the order of their ids. */
export async function findAllRegions(db: Db, at: number): Promise<RegionRow[]> {
  return asOf(db, 'region', at).orderBy('id').execute()
}

/** These regions and all above them, by id: what is below a county is counted with it. */
export async function readAbove(
  db: Db,
  regions: readonly (string | null)[],
  at: number,
): Promise<Map<string, RegionRow>> {
  const ids = [...new Set(regions.flatMap((one) => one ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await asOf(db, 'region', at)
    .where(
      sql<boolean>`id in (with recursive above(id) as (
        select id from region where id in (${sql.join(ids)})
        union select r.parent from region r join above on r.id = above.id
          where r.parent is not null and r.since <= ${at} and (r."until" is null or r."until" > ${at})
      ) select id from above)`,
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

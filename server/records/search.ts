import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { keysHolding } from '../store/words.ts'
import { charactersOf, fold } from './fold.ts'
import { mistakesIn } from './mistake.ts'
import { type Page, type PageRequest, readPage } from './page.ts'
import { type Piece, piecesOf, type Way } from './pieces.ts'
import { placesNamed, regionBefore } from './placename.ts'
import { findAllRegions, type RegionRow } from './region.ts'
import { SEARCHED, type SearchedType } from './searched.ts'

/** What a part of a text means: texts that fit in one of these ways, or records of these regions. */
export interface Meaning {
  readonly ways: readonly Way[]
  readonly regions: readonly string[]
  /** 端州区图书馆: a region, and what is looked for there. */
  readonly within: Pick<Meaning, 'ways' | 'regions'> | null
}

/** One record that was found. */
export interface Found {
  readonly id: string
  readonly tier: number
  readonly place: number
  readonly name: string
}

const SEARCHED_TYPES = Object.keys(SEARCHED) as SearchedType[]
const WITH_REGION: ReadonlySet<SearchedType> = new Set(['station', 'organization', 'project'])

/**
 * What a text asks of records of these types: every meaning must fit. Where nothing fits a part as it was
 * typed, it is read with one mistake. Two statements, however long the text.
 */
export async function understandText(
  db: Db,
  at: number,
  types: readonly SearchedType[],
  text: string,
): Promise<Meaning[]> {
  const pieces = piecesOf(text)
  if (pieces.length === 0) return []
  const regions = await findAllRegions(db, at)
  const meanings = pieces.map((piece) => meaningOf(piece, regions))
  const known = await areKnown(db, at, types, meanings)
  return meanings.map((meaning, i) => {
    if (known[i]) return meaning
    return { ...meaning, ways: [...meaning.ways, ...mistakesIn(pieces[i]!.said)] }
  })
}

/** True for rows of a table that fit all of it; for none where nothing was asked. */
export function fitsText(
  db: Db,
  at: number,
  type: SearchedType,
  meanings: readonly Meaning[],
): RawBuilder<boolean> {
  if (meanings.length === 0) return sql<boolean>`1 = 0`
  const row = sql`(${sql.ref(`${type}.id`)}, ${sql.ref(`${type}.since`)})`
  const tests = meanings.map((one) => sql`${row} in (${fitting(db, at, type, one)})`)
  return sql<boolean>`(${sql.join(tests, sql` and `)})`
}

/** Records that fit a text, best first: named so, beginning so, holding it, then the others; then by name. */
export async function searchRecords(
  db: Db,
  at: number,
  types: readonly SearchedType[],
  text: string,
  meanings: readonly Meaning[],
  request: PageRequest,
): Promise<{ page: Page<Found>; count(): Promise<number> }> {
  const folded = fold(text)
  const parts = types.map((type) => foundOf(db, at, type, folded, meanings))
  const all = db
    .selectFrom(sql<Found>`(${sql.join(parts, sql` union all `)})`.as('found'))
    .selectAll()
  const order = [{ column: 'tier' }, { column: 'place' }, { column: 'name' }, { column: 'id' }]
  return {
    page: await readPage(all, order, request),
    async count() {
      const { n } = await db
        .selectFrom(all.as('all'))
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return Number(n)
    },
  }
}

function foundOf(
  db: Db,
  at: number,
  type: SearchedType,
  folded: string,
  meanings: readonly Meaning[],
): RawBuilder<Found> {
  const name = sql.ref(`${type}.${SEARCHED[type].names[0]}`)
  return sql<Found>`select ${sql.ref(`${type}.id`)} as id, ${tierOf(folded)} as tier,
    ${SEARCHED_TYPES.indexOf(type)} + 0 as place, ${name} as name
    from ${sql.table(type)} join search on record = ${sql.ref(`${type}.id`)} and search.since = ${sql.ref(`${type}.since`)}
    where ${inForce(type, at)} and ${fitsText(db, at, type, meanings)}`
}

/** How well the text of a row of a table fits, from 0; for ordering a list that is narrowed by it. */
export function fitOf(type: SearchedType, text: string): RawBuilder<number> {
  return sql<number>`(select ${tierOf(fold(text))} from search
    where record = ${sql.ref(`${type}.id`)} and search.since = ${sql.ref(`${type}.since`)})`
}

const NAMED = ['text', 'short', 'initials'] as const

function tierOf(folded: string): RawBuilder<number> {
  const like = (pattern: string) =>
    sql.join(
      NAMED.map((column) => sql`${sql.ref(column)} like ${pattern}`),
      sql` or `,
    )
  return sql<number>`case when ${like(`${folded} %`)} or ${folded} in (text, short, initials) then 0
    when ${like(`${folded}%`)} then 1 when ${like(`%${folded}%`)} then 2 else 3 end`
}

function meaningOf({ said, ways }: Piece, regions: readonly RegionRow[]): Meaning {
  const before = regionBefore(said, regions)
  const [rest] = before === null ? [] : piecesOf(charactersOf(said).slice(before.length).join(''))
  return {
    ways,
    regions: placesNamed(said, regions),
    within: before === null || !rest ? null : { regions: before.regions, ways: rest.ways },
  }
}

/** For each meaning whether it names a region, or the texts of any record in force fit it. */
async function areKnown(
  db: Db,
  at: number,
  types: readonly SearchedType[],
  meanings: readonly Meaning[],
): Promise<boolean[]> {
  const columns = meanings.map(({ ways, regions, within }, i) => {
    const parts = [
      { ways, among: null },
      ...(within ? [{ ways: within.ways, among: within.regions }] : []),
    ]
    const some = types.flatMap((type) =>
      parts
        .filter(({ among }) => among === null || WITH_REGION.has(type))
        .map(({ ways, among }) => {
          const there = among === null ? sql`` : sql`region in (${sql.join([...among])}) and`
          return sql`exists (select 1 from search join ${sql.table(type)} on ${sql.ref(`${type}.id`)} = record
            and ${sql.ref(`${type}.since`)} = search.since where ${there} ${inWays(db, ways)} and ${inForce(type, at)})`
        }),
    )
    const known = regions.length > 0 ? sql`1 = 1` : sql.join(some, sql` or `)
    return sql`case when ${known} then 1 else 0 end as ${sql.ref(`known${i}`)}`
  })
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(db)
  return meanings.map((_, i) => Number(rows[0]?.[`known${i}`]) === 1)
}

function fitting(db: Db, at: number, type: SearchedType, meaning: Meaning): RawBuilder<unknown> {
  const { ways, regions, within } = meaning
  const own = sql`select search.record, search.since from search where ${inWays(db, ways)}`
  const parts = [own]
  if (WITH_REGION.has(type) && regions.length > 0) {
    parts.push(
      sql`select id, since from ${sql.table(type)} where region in (${sql.join([...regions])}) and ${inForce(type, at)}`,
    )
  }
  if (WITH_REGION.has(type) && within !== null) {
    parts.push(sql`select there.id, there.since from ${sql.table(type)} as there join search on record = there.id
      and search.since = there.since where region in (${sql.join([...within.regions])}) and ${inWays(db, within.ways)}`)
  }
  return sql.join(parts, sql` union all `)
}

function inWays(db: Db, ways: readonly Way[]): RawBuilder<boolean> {
  const patterns = [...new Map(ways.map((way) => [`${way.column} ${way.pattern}`, way])).values()]
  const tests = patterns.map(({ column, pattern }) => sql`${sql.ref(column)} like ${pattern}`)
  return sql<boolean>`key in ${keysHolding(db, ways)} and (${sql.join(tests, sql` or `)})`
}

function inForce(type: SearchedType, at: number): RawBuilder<boolean> {
  const [since, until] = [sql.ref(`${type}.since`), sql.ref(`${type}.until`)]
  return sql<boolean>`${since} <= ${at} and (${until} is null or ${until} > ${at})`
}

import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { BadInputError } from '../errors.ts'
import type { Db } from '../store/open.ts'
import { isCollege, readLine, readLines } from './line.ts'
import { regionId, regionsWithin } from './region.ts'
import { type Aspect, type Dimension, isOfRows, NONE } from './slice.ts'
import { monthOf, weekOf, yearOf } from './week.ts'

/** Which facts are asked for; several owners at once where many figures are read together. */
export interface Where {
  readonly campaigns?: readonly string[]
  readonly organizations?: readonly string[]
  readonly activities?: readonly string[]
  readonly region?: string
  readonly group?: string
  readonly from?: string
  readonly to?: string
  readonly sample?: boolean
  /** `rows` leaves the platform of record out. */
  readonly basis?: 'rows'
}

export interface Question {
  readonly measures: readonly string[]
  readonly by: readonly Dimension[]
  readonly where: Where
}

/** A key as the database tells it. */
export interface RawKey {
  readonly region?: string | null
  readonly college?: number
  readonly organization?: string
  readonly campaign?: string
  readonly group?: string
  readonly record?: string
  readonly audience?: string
  readonly from?: string | null
  readonly to?: string | null
}

const COLUMNS = {
  REGION: ['region', 'college'],
  ORGANIZATION: ['organization'],
  CAMPAIGN: ['campaign'],
  GROUP: ['group'],
  THEME: [],
  AUDIENCE: ['audience'],
  WEEK: ['from', 'to'],
  MONTH: ['from', 'to'],
  YEAR: ['from', 'to'],
  ACTIVITY: ['record'],
  SETTING: [],
  VENUE_TYPE: [],
} as const satisfies Record<Dimension, readonly (keyof RawKey)[]>

/** Sub-actions (G1a) are counted under their group (G1). */
export function columnsOf(by: readonly Dimension[], at: number) {
  const written: Readonly<Record<keyof RawKey, RawBuilder<unknown>>> = {
    region: sql`observation.region`,
    college: isCollege(at),
    organization: sql`observation.organization`,
    campaign: sql`coalesce(observation.campaign, ${sql.lit(NONE)})`,
    group: sql`coalesce(substr("group", 1, 2), ${sql.lit(NONE)})`,
    record: sql`record`,
    audience: sql`coalesce(audience, ${sql.lit(NONE)})`,
    from: sql`report."periodFrom"`,
    to: sql`report."periodTo"`,
  }
  const names = new Set(by.flatMap((one): readonly (keyof RawKey)[] => COLUMNS[one]))
  return [...names].map((name) => ({ name: `key_${name}`, sql: written[name] }))
}

export async function keysOf(
  db: Db,
  at: number,
  by: readonly Dimension[],
  rows: readonly RawKey[],
) {
  const raw = (row: RawKey, name: keyof RawKey) =>
    (row as Record<string, unknown>)[`key_${name}`] as never
  const regions = by.includes('REGION') ? rows.map((row) => raw(row, 'region')) : []
  const lines = await readLines(db, regions, at)
  const codes: Readonly<Record<Dimension, (row: RawKey) => string>> = {
    REGION: (row) => lines(raw(row, 'region'), Number(raw(row, 'college')) === 1),
    ORGANIZATION: (row) => raw(row, 'organization'),
    CAMPAIGN: (row) => raw(row, 'campaign'),
    GROUP: (row) => raw(row, 'group'),
    THEME: () => NONE,
    AUDIENCE: (row) => raw(row, 'audience'),
    WEEK: (row) => weekOf(raw(row, 'from'), raw(row, 'to')),
    MONTH: (row) => monthOf(raw(row, 'to')),
    YEAR: (row) => yearOf(raw(row, 'to')),
    ACTIVITY: (row) => raw(row, 'record'),
    SETTING: () => NONE,
    VENUE_TYPE: () => NONE,
  }
  return (row: RawKey) => by.map((dimension) => codes[dimension](row))
}

type Facts = SelectQueryBuilder<Database, 'observation', object>

export function facts(db: Db, at: number, question: Question, single = false): Facts {
  const query = ever(db, at, question, single).where((eb) =>
    eb.or([eb('observation.until', 'is', null), eb('observation.until', '>', at)]),
  )
  const ofRows = isOfRows([...question.by, ...aspectsOf(question.where)])
  return ofRows ? query.where('basis', '=', 'SUM_OF_ROWS') : query.where(outranking(at))
}

/** The facts asked for that were known by a revision, in force or not. */
export function ever(db: Db, at: number, { measures, by, where }: Question, single = false): Facts {
  let query = (single ? (db.selectFrom('observation') as Facts) : tallied(db))
    .where('observation.since', '<=', at)
    .where('measure', 'in', [...measures])
  const { campaigns, organizations, activities, region, group, from, to, sample } = where
  if (campaigns) query = query.where('observation.campaign', 'in', [...campaigns])
  if (organizations) query = query.where('observation.organization', 'in', [...organizations])
  if (activities) query = query.where('record', 'in', [...activities])
  if (region) query = query.where(within(region, at))
  if (group === NONE) query = query.where('group', 'is', null)
  else if (group) query = query.where('group', 'like', `${requireGroup(group)}%`)
  if (sample !== undefined) query = query.where('observation.sample', '=', sample ? 1 : 0)
  const isTimed = by.some((one) => COLUMNS[one].some((name) => (name as string) === 'from'))
  return from || to || isTimed ? reported(query, at, from, to) : query
}

/** Facts added up form by form, under the name of the single ones. */
const tallied = (db: Db) => db.selectFrom('tally as observation') as unknown as Facts

/** Whether a question tells activities apart, which only the single facts do. */
export function isSingle({ by, where }: Question): boolean {
  return by.includes('ACTIVITY') || where.activities !== undefined
}

/** The aspects that a filter speaks of. */
export function aspectsOf(where: Where): Aspect[] {
  const said: readonly (readonly [Aspect, unknown])[] = [
    ['CAMPAIGN', where.campaigns],
    ['ORGANIZATION', where.organizations],
    ['ACTIVITY', where.activities],
    ['REGION', where.region],
    ['GROUP', where.group],
    ['FROM', where.from],
    ['TO', where.to],
    ['SAMPLE', where.sample],
    ['BASIS', where.basis],
  ]
  return said.flatMap(([aspect, value]) => (value === undefined ? [] : aspect))
}

function requireGroup(group: string): string {
  if (/^G\d[a-z]?$/.test(group)) return group
  throw new BadInputError(`'group' must be a code such as G1 or G1a, or NONE, got '${group}'.`)
}

/** Only facts of forms whose period lies within these days, both included; with the periods at hand. */
function reported(query: Facts, at: number, from?: string, to?: string): Facts {
  let joined = query.leftJoin('submission as report', (join) =>
    join
      .onRef('report.id', '=', 'observation.submission')
      .on('report.since', '<=', at)
      .on((eb) => eb.or([eb('report.until', 'is', null), eb('report.until', '>', at)])),
  )
  if (from) joined = joined.where('report.periodFrom', '>=', from)
  if (to) joined = joined.where('report.periodTo', '<=', to)
  return joined as unknown as Facts
}

/** A division with everything below it, or one line of a city. */
function within(code: string, at: number) {
  const { region, whose } = readLine(code)
  if (whose === 'all') return sql<boolean>`observation.region in ${regionsWithin(region, at)}`
  const wanted = whose === 'colleges' ? 1 : 0
  return sql<boolean>`(observation.region = ${regionId(region)} and ${isCollege(at)} = ${wanted})`
}

/**
 * Where the platform of record gives a reporter's total, the rows of its forms do not count (Z19-19).
 * What the platform does not split (groups, activities, weeks) is told from the rows.
 */
const outranking = (at: number) => sql<boolean>`(basis = 'PLATFORM_OF_RECORD' or not exists (
  select 1 from tally as total where total.basis = 'PLATFORM_OF_RECORD'
    and total.campaign = observation.campaign and total.organization = observation.organization
    and total.measure = observation.measure
    and total.since <= ${at} and (total."until" is null or total."until" > ${at})))`

import type { RecordType } from '../../schema/database.ts'
import type { ChangeTable } from '../../schema/tables/revision.ts'
import type { Db } from '../store/open.ts'
import { type Page, type PageRequest, readPage } from './page.ts'

/** The types of the change feed, and the table that each is kept in. */
export const CHANGE_TYPES = {
  STATION: 'station',
  ORGANIZATION: 'organization',
  PROJECT: 'project',
  ACTIVITY: 'activity',
  CAMPAIGN: 'campaign',
  SUBMISSION: 'submission',
  MEDIA_REPORT: 'media',
  INDICATOR: 'indicator',
  OBLIGATION: 'obligation',
  REGION: 'region',
  DOCUMENT: 'document',
  STANDARD: 'standard',
  REPORTER: 'reporter',
  BOUNDARY: 'boundary',
  ASSESSMENT: 'assessment',
  INSPECTION: 'inspection',
  DEMONSTRATION: 'demonstration',
  INDICATOR_VALUE: 'indicatorValue',
  PLATFORM_FIGURE: 'platform',
  HOLIDAY: 'holiday',
  PLACE: 'place',
  DECISION: 'decision',
  ERASURE: 'erasure',
} as const satisfies Record<string, RecordType>

export interface ChangeQuery {
  readonly since: number
  readonly until: number
  readonly types?: readonly string[] | null
}

/** The changes after one revision up to another, in the order in which they were made. */
export async function findChanges(
  db: Db,
  query: ChangeQuery,
  request: PageRequest,
): Promise<Page<ChangeTable>> {
  const order = [{ column: 'revision' }, { column: 'position' }]
  return readPage(changes(db, query).selectAll(), order, request)
}

export async function countChanges(db: Db, query: ChangeQuery): Promise<number> {
  const row = await changes(db, query)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** When each of these records changed, newest first. */
export async function findHistory(
  db: Db,
  records: readonly string[],
  at: number,
): Promise<ChangeTable[]> {
  return db
    .selectFrom('change')
    .selectAll()
    .where('record', 'in', [...records])
    .where('revision', '<=', at)
    .orderBy('revision', 'desc')
    .execute()
}

function changes(db: Db, { since, until, types }: ChangeQuery) {
  let query = db.selectFrom('change').where('revision', '>', since).where('revision', '<=', until)
  if (types?.length) {
    const tables = types.flatMap((type) => CHANGE_TYPES[type as keyof typeof CHANGE_TYPES] ?? [])
    query = query.where('type', 'in', tables.length > 0 ? tables : [''])
  }
  return query
}

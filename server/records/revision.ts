import type { RevisionTable } from '../../schema/tables/revision.ts'
import { endOfShanghaiDay } from '../clock.ts'
import { BadInputError } from '../errors.ts'
import type { Db } from '../store/open.ts'
import { type Page, type PageRequest, readPage } from './page.ts'

/** The hub before anything was filed. */
export const EMPTY: RevisionTable = {
  number: 0,
  hash: '0'.repeat(64),
  at: '1970-01-01T00:00:00.000Z',
  summaryZh: '空库',
  summaryEn: 'The empty hub',
  added: 0,
  changed: 0,
  removed: 0,
  told: null,
  salt: null,
}

/** The newest revision; revision 0 where nothing was filed yet. */
export async function newestRevision(db: Db): Promise<RevisionTable> {
  const row = await db
    .selectFrom('revision')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? EMPTY
}

/** Number and hash of the newest revision: what every question of the graph asks first. */
export async function newestMark(db: Db): Promise<Pick<RevisionTable, 'number' | 'hash'>> {
  const known = MARKS.get(db)
  const asked = known ?? newestQuery(db)
  if (known === undefined) MARKS.set(db, asked)
  const { rows } = await db.executeQuery(asked)
  return rows[0] ?? EMPTY
}

// Made once for each database: writing this statement anew costs more than answering it.
const MARKS = new WeakMap<Db, ReturnType<typeof newestQuery>>()

function newestQuery(db: Db) {
  return db
    .selectFrom('revision')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .compile()
}

/** The revisions with these numbers; the order is not promised. */
export async function getRevisions(db: Db, numbers: readonly number[]): Promise<RevisionTable[]> {
  const wanted = numbers.filter((number) => number > 0)
  const rows =
    wanted.length === 0
      ? []
      : await db.selectFrom('revision').selectAll().where('number', 'in', wanted).execute()
  return numbers.includes(0) ? [EMPTY, ...rows] : rows
}

/** The revision asked for; a number above the newest or below 0 is refused. */
export async function requireRevision(db: Db, number: number): Promise<RevisionTable> {
  const [row] = await getRevisions(db, [number])
  if (row !== undefined) return row
  const { number: newest } = await newestRevision(db)
  throw new BadInputError(`There is no revision ${number}: the newest is ${newest}.`)
}

/** The revision in force at the end of a day in Shanghai; undefined before the first. */
export async function revisionOn(db: Db, date: string): Promise<RevisionTable | undefined> {
  return db
    .selectFrom('revision')
    .selectAll()
    .where('at', '<=', endOfShanghaiDay(date))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The revisions, newest first. */
export async function findRevisions(db: Db, request: PageRequest): Promise<Page<RevisionTable>> {
  return readPage(
    db.selectFrom('revision').selectAll(),
    [{ column: 'number', descending: true }],
    request,
  )
}

export async function countRevisions(db: Db): Promise<number> {
  return (await newestRevision(db)).number
}

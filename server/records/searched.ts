import { sql } from 'kysely'
import type { RecordType } from '../../schema/database.ts'
import type { RecordTable } from '../../schema/tables/row.ts'
import type { SearchTable } from '../../schema/tables/search.ts'
import type { Db, Store } from '../store/open.ts'
import { addWords, removeWords } from '../store/words.ts'
import { inBatches } from './batches.ts'
import { fold, gramsOf, shorten } from './fold.ts'
import { syllablesOf } from './pinyin.ts'

type Column = string
interface Searched {
  /** The name first: what begins with the words that are looked for stands first. */
  readonly names: readonly Column[]
  readonly more?: readonly Column[]
  /** JSON lists of codes, or a code, or a flag. */
  readonly codes?: readonly Column[]
}

/** Which types can be looked for, and in which of their columns. */
export const SEARCHED = {
  station: {
    names: ['nameZh', 'nameEn'],
    more: ['addressZh', 'addressEn'],
    codes: ['amenities', 'services', 'venueType', 'accessible'],
  },
  organization: { names: ['nameZh', 'nameEn', 'aliases'] },
  project: { names: ['nameZh', 'nameEn'], codes: ['services'] },
  campaign: { names: ['nameZh', 'nameEn'], more: ['slogan'] },
  region: { names: ['nameZh', 'nameEn'], more: ['code'] },
  document: { names: ['title'], more: ['number'] },
  place: { names: ['nameZh', 'nameEn', 'aliases'] },
} as const satisfies Partial<Record<RecordType, Searched>>

export type SearchedType = keyof typeof SEARCHED
type Row = Readonly<Record<string, unknown>>

/** Changes when what is kept for searching does: databases filled otherwise are filled anew. */
const EDITION = '1'
const BATCH = 100

/** Keeps what is looked for in new states of records, in the transaction that writes them. */
export async function keepSearched(
  db: Db,
  type: RecordType,
  rows: readonly RecordTable[],
): Promise<void> {
  if (!Object.hasOwn(SEARCHED, type) || rows.length === 0) return
  const last = LAST_KEYS.get(db) ?? (await lastKey(db))
  const made = rows.map((row, i) => entryOf(type as SearchedType, row, last + 1 + i))
  LAST_KEYS.set(db, last + made.length)
  await db
    .insertInto('search')
    .values(made.map(({ words: _words, ...entry }) => entry))
    .execute()
  await addWords(db, made)
}

/** The last key that a transaction gave out; it alone writes while it lasts. */
const LAST_KEYS = new WeakMap<Db, number>()

async function lastKey(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('search')
    .select(sql<number>`coalesce(max("key"), 0)`.as('last'))
    .executeTakeFirstOrThrow()
  return Number(last)
}

/** Fills a database whose records were written before they could be looked for; once. */
export async function fillSearch(store: Store): Promise<void> {
  const edition = await store.write
    .selectFrom('hub')
    .select('value')
    .where('key', '=', 'search')
    .executeTakeFirst()
  if (edition?.value === EDITION) return
  await store.write.transaction().execute(async (trx) => {
    await trx.deleteFrom('search').execute()
    await removeWords(trx)
    for (const type of Object.keys(SEARCHED) as SearchedType[]) {
      const rows = await trx
        .selectFrom(type as 'station')
        .selectAll()
        .execute()
      await inBatches(rows, BATCH, (batch) => keepSearched(trx, type, batch))
    }
    await trx
      .insertInto('hub')
      .values({ key: 'search', value: EDITION })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: EDITION }))
      .execute()
  })
}

/**
 * Makes anew what is looked for in states of records that were changed in place, as an erasure changes them: what
 * was erased is found no more, at no revision.
 */
export async function keepSearchedAnew(
  db: Db,
  type: RecordType,
  rows: readonly RecordTable[],
): Promise<void> {
  await dropSearched(db, rows)
  await keepSearched(db, type, rows)
}

/** Takes states of records out of what is looked for. */
export async function dropSearched(
  db: Db,
  states: readonly Pick<RecordTable, 'id' | 'since'>[],
): Promise<void> {
  for (const { id, since } of states) {
    const known = await db
      .selectFrom('search')
      .select('key')
      .where('record', '=', id)
      .where('since', '=', since)
      .executeTakeFirst()
    if (known === undefined) continue
    await removeWords(db, known.key)
    await db.deleteFrom('search').where('key', '=', known.key).execute()
  }
}

/** What a code is looked for as: no text that is folded holds the sign. */
export const codeWord = (column: string, code: unknown) =>
  `§${column}${code}`.toLowerCase().replaceAll('_', '')

function entryOf(
  type: SearchedType,
  row: RecordTable,
  key: number,
): SearchTable & { words: string } {
  const { names, more = [], codes = [] }: Searched = SEARCHED[type]
  const values = row as unknown as Row
  const named = foldAll(values, names)
  const short = shorten(named)
  const heard = [...new Set([named, short])].map(heardOf)
  const initials = heard.map((one) => one.initials).join(' ')
  const signs = codes.flatMap((column) =>
    codesIn(values[column]).map((one) => codeWord(column, one)),
  )
  const text = [named, foldAll(values, more)].filter(Boolean).join(' ')
  const words = [...gramsOf(text), ...gramsOf(short), ...gramsOf(initials).map(heardWord), ...signs]
  return {
    key,
    record: row.id,
    since: row.since,
    text,
    codes: signs.map((one) => `${one}§`).join(' '),
    short,
    initials,
    pinyin: heard.map((one) => one.pinyin).join(' '),
    words: [...new Set(words)].filter(Boolean).join(' '),
  }
}

/** Initials in the index of words, where they must not be taken for letters of a text. */
export const heardWord = (gram: string) => `¤${gram}`

/** How names sound: each word its first letters, and its syllables each after an apostrophe. */
function heardOf(folded: string): { initials: string; pinyin: string } {
  const words = folded
    .split(' ')
    .map((word) => syllablesOf(word))
    .filter((syllables) => syllables.length > 0)
  return {
    initials: words.map((syllables) => syllables.map((one) => one[0]).join('')).join(' '),
    pinyin: words.map((syllables) => syllables.map((one) => `'${one}`).join('')).join(' '),
  }
}

function foldAll(row: Row, columns: readonly Column[]): string {
  return columns
    .map((column) => fold(String(row[column] ?? '')))
    .filter(Boolean)
    .join(' ')
}

function codesIn(value: unknown): unknown[] {
  if (value == null) return []
  return typeof value === 'string' && value.startsWith('[') ? JSON.parse(value) : [value]
}

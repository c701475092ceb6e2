import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'

/** Words that a row must hold: all of these, and one that begins so. */
export interface Wanted {
  readonly words: readonly string[]
  readonly beginnings: readonly string[]
}

type Any = Kysely<Database>

/** Puts the words of rows into the index of words: letters, numbers and signs beyond ASCII, apart by spaces. */
export async function addWords(
  db: Any,
  rows: readonly { readonly key: number; readonly words: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ key, words }) => sql`(${key}, ${words})`)
  await sql`insert into word (rowid, words) values ${sql.join(values)}`.execute(db)
}

/** Takes a row out of the index of words, or all of them. */
export async function removeWords(db: Any, key?: number): Promise<void> {
  const which = key === undefined ? sql`` : sql`where rowid = ${key}`
  await sql`delete from word ${which}`.execute(db)
}

/** The keys of the rows that hold what any of these wants, as a subquery for `in`. */
export function keysHolding(db: Any, any: readonly Wanted[]): RawBuilder<number> {
  if (isPostgres(db)) {
    const asked = any.map(({ words, beginnings }) =>
      [...words.map(quoted), ...beginnings.map((one) => `${quoted(one)}:*`)].join(' & '),
    )
    const query = [...new Set(asked)].map((one) => `(${one})`).join(' | ')
    return sql`(select rowid from word where array_to_tsvector(string_to_array(words, ' ')) @@ ${query}::tsquery)`
  }
  const asked = any.map(({ words, beginnings }) =>
    [...words.map(named), ...beginnings.map((one) => `${named(one)} *`)].join(' AND '),
  )
  const query = [...new Set(asked)].map((one) => `(${one})`).join(' OR ')
  return sql`(select rowid from word where word match ${query})`
}

const isPostgres = (db: Any) => db.getExecutor().adapter instanceof PostgresAdapter

const quoted = (word: string) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
const named = (word: string) => `"${word.replaceAll('"', '""')}"`

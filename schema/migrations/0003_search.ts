import { type Kysely, sql } from 'kysely'
import type { ColumnWords, Migration } from './migration.ts'

/**
 * What is looked for in the texts of a record: one row for each state of it, never changed. Its words lie in an
 * index of their own, FTS5 or GIN. A database that has records already is filled by the hub when it opens it.
 */
export const search: Migration = {
  name: '0003_search',
  async up(db, words) {
    await db.schema
      .createTable('search')
      .addColumn('key', words.integer as never, (col) => col.primaryKey())
      .addColumn('record', words.text as never, (col) => col.notNull())
      .addColumn('since', words.integer as never, (col) => col.notNull())
      .addColumn('text', words.text as never, (col) => col.notNull())
      .addColumn('codes', words.text as never, (col) => col.notNull())
      .addColumn('short', words.text as never, (col) => col.notNull())
      .addColumn('initials', words.text as never, (col) => col.notNull())
      .addColumn('pinyin', words.text as never, (col) => col.notNull())
      .execute()
    await db.schema
      .createIndex('search_by_record')
      .unique()
      .on('search')
      .columns(['record', 'since'])
      .execute()
    await createWords(db, words)
    await createPlaces(db)
  },
}

async function createWords(db: Kysely<any>, { engine, text, integer }: ColumnWords): Promise<void> {
  if (engine === 'sqlite') {
    await sql`create virtual table word using fts5(words, content='', contentless_delete=1,
      detail=none, tokenize='ascii')`.execute(db)
    return
  }
  await sql`create table word (rowid ${integer} primary key, words ${text} not null)`.execute(db)
  await sql`create index word_by_words on word
    using gin (array_to_tsvector(string_to_array(words, ' ')))`.execute(db)
}

/** Positions that a map can show, from south to north; all that a map counts stands in the index. */
async function createPlaces(db: Kysely<any>): Promise<void> {
  await db.schema
    .createIndex('station_by_place')
    .on('station')
    .columns(['lat', 'lon', 'since', 'until', 'id'])
    .where(sql.ref('locationPrecision'), 'in', sql`('ROOFTOP', 'STREET', 'TOWNSHIP')`)
    .execute()
}

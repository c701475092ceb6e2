import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** What may be told of people served, decided when a revision was written and never again. */
export const statistics: Migration = {
  name: '0004_statistics',
  async up(db, words) {
    await db.schema
      .createTable('served')
      .addColumn('campaign', words.text as never, (col) => col.notNull())
      .addColumn('line', words.text as never, (col) => col.notNull())
      .addColumn('audience', words.text as never, (col) => col.notNull())
      .addColumn('since', words.integer as never, (col) => col.notNull())
      .addColumn('until', words.integer as never)
      .addColumn('value', words.real as never)
      .addColumn('qualifier', words.text as never, (col) => col.notNull())
      .addColumn('rows', words.integer as never, (col) => col.notNull())
      .addColumn('sample', words.integer as never, (col) => col.notNull())
      .addPrimaryKeyConstraint('served_key', ['campaign', 'line', 'audience', 'since'])
      .execute()
    for (const column of ['since', 'until']) {
      await db.schema
        .createIndex(`observation_of_served_by_${column}`)
        .on('observation')
        .columns([column])
        .where(sql.ref('measure'), '=', sql.lit('BENEFICIARY_PERSON_TIMES'))
        .execute()
    }
  },
}

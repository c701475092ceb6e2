import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** What may be told of people served, decided once for each revision; and the facts of each form added up. */
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
    await db.schema
      .createTable('tally')
      .addColumn('submission', words.text as never, (col) => col.notNull())
      .addColumn('campaign', words.text as never)
      .addColumn('organization', words.text as never, (col) => col.notNull())
      .addColumn('region', words.text as never)
      .addColumn('group', words.text as never)
      .addColumn('measure', words.text as never, (col) => col.notNull())
      .addColumn('qualifier', words.text as never, (col) => col.notNull())
      .addColumn('basis', words.text as never, (col) => col.notNull())
      .addColumn('sample', words.integer as never, (col) => col.notNull())
      .addColumn('since', words.integer as never, (col) => col.notNull())
      .addColumn('until', words.integer as never)
      .addColumn('value', words.real as never)
      .addColumn('cells', words.integer as never, (col) => col.notNull())
      .execute()
    await sql`insert into tally select submission, campaign, organization, region, "group", measure, qualifier,
      basis, sample, since, "until", sum(value), count(value) from observation
      group by submission, campaign, organization, region, "group", measure, qualifier, basis, sample, since, "until"`.execute(
      db,
    )
    const indexes = [
      ['tally', ['campaign', 'measure']],
      ['tally', ['submission']],
      ['observation', ['since']],
      ['observation', ['until']],
    ] as const
    for (const [table, columns] of indexes) {
      const name = `${table}_by_${columns.join('_')}`
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute()
    }
  },
}

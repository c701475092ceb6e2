import type { Migration } from './migration.ts'

/**
 * Forms that wait for release, digests that give nothing away once a value was erased, the way a form takes,
 * organizations that a complete register no longer lists, and what citizens tell of a station.
 */
export const desk: Migration = {
  name: '0002_desk',
  async up(db, { text, integer }) {
    await db.schema
      .alterTable('filing')
      .addColumn('awaiting', integer as never, (col) => col.notNull().defaultTo(0))
      .execute()
    await db.schema
      .alterTable('source')
      .addColumn('salt', text as never)
      .execute()
    for (const column of ['told', 'salt']) {
      await db.schema
        .alterTable('revision')
        .addColumn(column, text as never)
        .execute()
    }
    await db.schema
      .alterTable('reporter')
      .addColumn('via', text as never)
      .execute()
    await db.schema
      .alterTable('organization')
      .addColumn('active', integer as never)
      .execute()
    for (const column of ['nameZh', 'creditCode']) {
      await db.schema
        .createIndex(`organization_by_${column}`)
        .on('organization')
        .column(column)
        .execute()
    }
    await db.schema
      .createTable('erasure')
      .addColumn('id', text as never, (col) => col.notNull())
      .addColumn('since', integer as never, (col) => col.notNull())
      .addColumn('until', integer as never)
      .addColumn('digest', text as never, (col) => col.notNull())
      .addColumn('sample', integer as never, (col) => col.notNull())
      .addColumn('record', text as never, (col) => col.notNull())
      .addColumn('field', text as never, (col) => col.notNull())
      .addColumn('reason', text as never, (col) => col.notNull())
      .addPrimaryKeyConstraint('erasure_key', ['id', 'since'])
      .execute()
    await db.schema
      .createTable('report')
      .addColumn('number', integer as never, (col) => col.notNull())
      .addColumn('station', text as never, (col) => col.notNull())
      .addColumn('topic', text as never, (col) => col.notNull())
      .addColumn('day', text as never, (col) => col.notNull())
      .addColumn('count', integer as never, (col) => col.notNull())
      .addPrimaryKeyConstraint('report_key', ['number'])
      .execute()
    await db.schema
      .createIndex('report_by_station_topic_day')
      .on('report')
      .columns(['station', 'topic', 'day'])
      .unique()
      .execute()
  },
}

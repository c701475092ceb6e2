import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/**
 * Stations counted by squares of the map. The positions that a map can show are found by the rows and by the
 * columns of its smallest squares, instead of by latitude; opening hours by their texts. A database that has stations already is filled by the
 * hub when it opens it.
 */
export const clusters: Migration = {
  name: '0008_clusters',
  async up(db, words) {
    await db.schema
      .createTable('cluster')
      .addColumn('level', words.integer as never, (col) => col.notNull())
      .addColumn('y', words.integer as never, (col) => col.notNull())
      .addColumn('x', words.integer as never, (col) => col.notNull())
      .addColumn('region', words.text as never, (col) => col.notNull())
      .addColumn('since', words.integer as never, (col) => col.notNull())
      .addColumn('until', words.integer as never)
      .addColumn('count', words.integer as never, (col) => col.notNull())
      .addColumn('located', words.integer as never, (col) => col.notNull())
      .addColumn('lats', words.real as never, (col) => col.notNull())
      .addColumn('lons', words.real as never, (col) => col.notNull())
      .addColumn('west', words.real as never, (col) => col.notNull())
      .addColumn('south', words.real as never, (col) => col.notNull())
      .addColumn('east', words.real as never, (col) => col.notNull())
      .addColumn('north', words.real as never, (col) => col.notNull())
      .addColumn('first', words.text as never, (col) => col.notNull())
      .addPrimaryKeyConstraint('cluster_key', ['level', 'y', 'x', 'region', 'since'])
      .execute()
    await db.schema
      .createIndex('cluster_by_column')
      .on('cluster')
      .columns(['level', 'x', 'y'])
      .execute()
    for (const column of ['since', 'until']) {
      await db.schema.createIndex(`cluster_by_${column}`).on('cluster').column(column).execute()
    }
    for (const index of ['place', 'band']) {
      await db.schema.dropIndex(`station_by_${index}`).execute()
    }
    for (const [name, across, along] of [
      ['row', 'lat + 90', 'lon, lat, "locationPrecision"'],
      ['column', 'lon + 180', 'lat, lon'],
    ] as const) {
      await db.schema
        .createIndex(`station_by_${name}`)
        .on('station')
        .expression(sql.raw(`floor((${across}) / 0.001373291015625), ${along}, since, "until", id`))
        .where(sql.ref('locationPrecision'), 'in', sql`('ROOFTOP', 'STREET', 'TOWNSHIP')`)
        .execute()
    }
    await db.schema
      .createIndex('station_by_hours')
      .on('station')
      .expression(sql`coalesce("openingHours", '')`)
      .where(sql.ref('status'), '=', sql`'OPERATING'`)
      .execute()
  },
}

import type { Migration } from './migration.ts'

/** Activities are found by the words that name their place. */
export const activityPlaces: Migration = {
  name: '0006_activity_places',
  async up(db) {
    await db.schema.createIndex('activity_place').on('activity').columns(['place']).execute()
  },
}

import type { Migration } from './migration.ts'

/** The activities of a campaign in the order of their ids, and how many there are, without reading them all. */
export const activityLists: Migration = {
  name: '0009_activity_lists',
  async up(db) {
    await db.schema
      .createIndex('activity_by_campaign_id')
      .on('activity')
      .columns(['campaign', 'id', 'since', 'until'])
      .execute()
  },
}

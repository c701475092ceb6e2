import type { Migration } from './migration.ts'

/**
 * Two questions that are asked all the time are answered by an index alone: the activities of a campaign in the order
 * of their ids and how many there are, and what its forms add up to.
 */
export const covering: Migration = {
  name: '0009_covering',
  async up(db) {
    await db.schema
      .createIndex('activity_by_campaign_id')
      .on('activity')
      .columns(['campaign', 'id', 'since', 'until'])
      .execute()
    await db.schema.dropIndex('tally_by_campaign_measure').execute()
    await db.schema
      .createIndex('tally_by_campaign_measure')
      .on('tally')
      .columns(['campaign', 'measure', 'basis', 'submission', 'organization', 'region', 'group'])
      .columns(['since', 'until', 'value', 'cells', 'qualifier', 'sample'])
      .execute()
  },
}

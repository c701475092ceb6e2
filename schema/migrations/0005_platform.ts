import type { Migration } from './migration.ts'

/** Which reporters have a total in the platform of record: asked of every row that is added up. */
export const platform: Migration = {
  name: '0005_platform',
  async up(db) {
    await db.schema
      .createIndex('tally_by_basis_reporter')
      .on('tally')
      .columns(['basis', 'campaign', 'organization', 'measure'])
      .execute()
  },
}

import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Store } from './open.ts'

const TABLES: readonly (keyof Database)[] = [
  'hub',
  'revision',
  'change',
  'filing',
  'claim',
  'observation',
  'served',
  'tally',
  'source',
  'region',
  'boundary',
  'document',
  'organization',
  'station',
  'project',
  'standard',
  'indicator',
  'campaign',
  'obligation',
  'reporter',
  'submission',
  'activity',
  'media',
  'platform',
  'assessment',
  'inspection',
  'demonstration',
  'indicatorValue',
  'holiday',
  'place',
  'decision',
  'erasure',
  'report',
  'key',
  'receipt',
  'audit',
]

/** What is made from the records: the hub makes it again when it finds it missing. */
const DERIVED: readonly (keyof Database)[] = ['search', 'word', 'cluster']

const CHUNK = 500

/** Makes one migrated database hold exactly what another holds, whatever engine each is, in one transaction. */
export async function copyDatabase(from: Store, to: Store): Promise<void> {
  await to.write.transaction().execute(async (trx) => {
    const target = trx as unknown as Kysely<Record<string, Record<string, unknown>>>
    const source = from.write as unknown as Kysely<Record<string, Record<string, unknown>>>
    for (const table of TABLES) {
      await target.deleteFrom(table).execute()
      const rows = await source.selectFrom(table).selectAll().execute()
      for (let i = 0; i < rows.length; i += CHUNK) {
        await target
          .insertInto(table)
          .values(rows.slice(i, i + CHUNK))
          .execute()
      }
    }
    for (const table of DERIVED) await target.deleteFrom(table).execute()
    await trx.deleteFrom('hub').where('key', 'in', ['search', 'clusters']).execute()
  })
}

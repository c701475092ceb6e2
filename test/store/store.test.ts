import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { fillClusters } from '../../server/records/cluster.ts'
import { migrate } from '../../server/store/migrate.ts'
import { openStore } from '../../server/store/open.ts'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, NOW, newHub } from '../helpers/hub.ts'

const fileUrl = () => `sqlite:${join(mkdtempSync(join(tmpdir(), 'linzhan-store-')), 'hub.sqlite')}`

describe('SQLite', () => {
  it('loses nothing that was acknowledged: WAL, and FULL on the writer', async () => {
    const store = await openStore(fileUrl())
    const read = async (name: string) => {
      const { rows } = await sql<
        Record<string, unknown>
      >`select * from pragma_${sql.raw(name)}`.execute(store.write)
      return Object.values(rows[0] ?? {})[0]
    }
    expect(await read('journal_mode')).toBe('wal')
    expect(await read('synchronous')).toBe(2)
    expect(await read('trusted_schema')).toBe(0)
    expect(await read('foreign_keys')).toBe(1)
    await store.close()
  })

  it('readers cannot write', async () => {
    const { store, close } = await newHub('sqlite')
    await expect(store.read.deleteFrom('station').execute()).rejects.toThrow('readonly')
    await close()
  })

  it('a file that is no database is refused and left as it is', async () => {
    const url = fileUrl()
    const file = url.replace('sqlite:', '')
    writeFileSync(file, 'This is a letter and not a database, however long it may be. '.repeat(50))
    const before = readFileSync(file)
    await expect(openStore(url)).rejects.toThrow('not a database')
    expect(readFileSync(file)).toEqual(before)
  })

  it('keeps a copy beside a filled database before its shape changes', async () => {
    const { store, url, close } = await newHub('sqlite')
    await store.write.deleteFrom('migration').execute()
    await expect(migrate(store, NOW)).rejects.toThrow() // the tables are there already
    const folder = join(url.replace('sqlite:', ''), '..')
    expect(readdirSync(folder).some((name) => name.includes('.before-20190410010000'))).toBe(true)
    await close()
  })
})

describe.each(ENGINES)('migrations on %s', (engine) => {
  it('are applied once', async () => {
    const { store, close } = await newHub(engine)
    expect(await migrate(store, NOW)).toEqual([])
    await close()
  })

  it('withhold people served in revisions that were written before anything was decided', async () => {
    const { store, close } = await fedHub(engine)
    for (const table of ['served', 'tally']) await store.write.schema.dropTable(table).execute()
    for (const index of ['observation_by_since', 'observation_by_until']) {
      await store.write.schema.dropIndex(index).execute()
    }
    await store.write.deleteFrom('migration').where('name', '=', '0004_statistics').execute()
    expect(await migrate(store, NOW)).toEqual(['0004_statistics'])
    const { campaign } = await ask<{
      campaign: {
        figures: { status: string }[]
        statistics: { rows: { figures: { status: string }[] }[] }
      }
    }>(
      store,
      `{ campaign(id: "campaign:ZQ-2019-MONTH") {
        figures(measures: [BENEFICIARY_PERSON_TIMES, SERVICE_HOURS]) { status }
        statistics(measures: [BENEFICIARY_PERSON_TIMES], by: [REGION]) { rows { figures { status } } } } }`,
    )
    expect(campaign.figures.map(({ status }) => status)).toEqual(['SUPPRESSED', 'OBSERVED'])
    const statuses = campaign.statistics.rows.flatMap(({ figures }) => figures)
    expect([...new Set(statuses.map(({ status }) => status))]).toEqual(['SUPPRESSED'])
    await close()
  })

  it('fill the map of a database whose stations were never counted by squares', async () => {
    const { store, close } = await fedHub(engine)
    const counts = async () => {
      const { rows } =
        await sql`select level, y, x, region, since, "until", "count", "first" from cluster
        order by level, y, x, region, since`.execute(store.write)
      return rows
    }
    const kept = await counts()
    await store.write.deleteFrom('cluster').execute()
    await fillClusters(store)
    expect(await counts()).toEqual(kept)
    expect(kept.length).toBeGreaterThan(1000)
    await close()
  })

  it('refuse a database that is newer than this hub', async () => {
    const { store, close } = await newHub(engine)
    await store.write
      .insertInto('migration')
      .values({ name: '0099_later', sha256: 'x', appliedAt: NOW })
      .execute()
    await expect(migrate(store, NOW)).rejects.toThrow(
      "The database knows the migration '0099_later', this hub does not",
    )
    await close()
  })

  it('refuse a migration that was changed after it was applied', async () => {
    const { store, close } = await newHub(engine)
    await store.write.updateTable('migration').set({ sha256: 'other' }).execute()
    await expect(migrate(store, NOW)).rejects.toThrow(
      "'0001_first_tables' was changed after it was applied",
    )
    await close()
  })
})

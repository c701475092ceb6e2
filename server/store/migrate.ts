import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { firstTables } from '../../schema/migrations/0001_first_tables.ts'
import { desk } from '../../schema/migrations/0002_desk.ts'
import { search } from '../../schema/migrations/0003_search.ts'
import { statistics } from '../../schema/migrations/0004_statistics.ts'
import { platform } from '../../schema/migrations/0005_platform.ts'
import { activityPlaces } from '../../schema/migrations/0006_activity_places.ts'
import { places } from '../../schema/migrations/0007_places.ts'
import { clusters } from '../../schema/migrations/0008_clusters.ts'
import { covering } from '../../schema/migrations/0009_covering.ts'
import type { ColumnWords, Migration } from '../../schema/migrations/migration.ts'
import { ConfigurationError } from '../errors.ts'
import { backupBeforeMigration } from './backup.ts'
import type { Engine, Store } from './open.ts'

const MIGRATIONS: readonly Migration[] = [
  firstTables,
  desk,
  search,
  statistics,
  platform,
  activityPlaces,
  places,
  clusters,
  covering,
]

/**
 * Brings the database to the newest shape: forward only, one transaction, under a lock, after a backup.
 * Refuses a database that is newer than this code or whose applied migrations read otherwise today.
 * Gives the names that it applied.
 */
export async function migrate(store: Store, now: string): Promise<string[]> {
  const steps = await withHashes()
  if ((await pending(store, steps)).length === 0) return []
  await backupBeforeMigration(store, now)

  return store.write.transaction().execute(async (trx) => {
    await lockMigrations(trx, store.engine)
    const applied = await appliedIn(trx)
    const todo = steps.filter((step) => !applied.has(step.name))
    for (const step of todo) {
      await step.up(trx, columnWords(store.engine))
      await trx
        .insertInto('migration')
        .values({ name: step.name, sha256: step.sha256, appliedAt: now })
        .execute()
    }
    return todo.map((step) => step.name)
  })
}

/** For what only reads: refuses a database that is not of this hub's shape, and changes nothing. */
export async function requireMigrated(store: Store): Promise<void> {
  const todo = await pending(store, await withHashes())
  if (todo.length === 0) return
  throw new ConfigurationError(
    `The database lacks ${todo.map((step) => `'${step.name}'`).join(', ')}: start the hub once, or run "hub migrate", then try again.`,
  )
}

async function withHashes() {
  return Promise.all(MIGRATIONS.map(async (step) => ({ ...step, sha256: await hashOf(step.name) })))
}

async function pending(store: Store, steps: readonly { name: string; sha256: string }[]) {
  const tables = await store.write.introspection.getTables()
  if (!tables.some((table) => table.name === 'migration')) return steps
  const applied = await appliedIn(store.write)
  for (const [name, sha256] of applied) {
    const step = steps.find((one) => one.name === name)
    if (step === undefined) {
      throw new ConfigurationError(
        `The database knows the migration '${name}', this hub does not: start the newer hub that made it.`,
      )
    }
    if (step.sha256 !== sha256) {
      throw new ConfigurationError(
        `The migration '${name}' was changed after it was applied to this database: restore the released file.`,
      )
    }
  }
  return steps.filter((step) => !applied.has(step.name))
}

async function appliedIn(db: Store['write'] | Transaction<Database>): Promise<Map<string, string>> {
  const rows = await db.selectFrom('migration').select(['name', 'sha256']).execute()
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

/** Two hubs that start at once must not both migrate: the second waits here, then finds nothing to do. */
async function lockMigrations(trx: Transaction<Database>, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(4411)`.execute(trx)
  await trx.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('sha256', 'text', (col) => col.notNull())
    .addColumn('appliedAt', 'text', (col) => col.notNull())
    .execute()
}

function columnWords(engine: Engine): ColumnWords {
  return engine === 'sqlite'
    ? { engine, text: sql`text`, integer: sql`integer`, real: sql`real` }
    : { engine, text: sql`text collate "C"`, integer: sql`bigint`, real: sql`double precision` }
}

async function hashOf(name: string): Promise<string> {
  const file = new URL(`../../schema/migrations/${name}.ts`, import.meta.url)
  const source = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n')
  return createHash('sha256').update(source).digest('hex')
}

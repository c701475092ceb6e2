import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database } from '../../schema/database.ts'
import { ConfigurationError } from '../errors.ts'

export type Db = Kysely<Database>
export type Engine = 'sqlite' | 'postgres'

/** The hub's database: one connection that writes, others that can only read. */
export interface Store {
  readonly engine: Engine
  readonly url: string
  readonly write: Db
  readonly read: Db
  close(): Promise<void>
}

/** SQLite below this version may corrupt a WAL or overflow in FTS5. */
const SQLITE_FLOOR = '3.54.0'

/** Opens the database at `url`, making the file of an SQLite one where it is missing. */
export async function openStore(url: string): Promise<Store> {
  return url.startsWith('sqlite:') ? openSqlite(url) : openPostgres(url)
}

/** The file of an SQLite database, else null. */
export function fileOf(url: string): string | null {
  return url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : null
}

function openSqlite(url: string): Store {
  const file = fileOf(url)!
  mkdirSync(dirname(file), { recursive: true })
  const writer = new SqliteDatabase(file, { timeout: 2000 })
  checkVersion(writer)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL') // WAL alone may lose the last commits on power loss
  harden(writer)
  const write = new Kysely<Database>({ dialect: new SqliteDialect({ database: writer }) })

  let reader: SqliteDatabase.Database | undefined
  const read = new Kysely<Database>({
    dialect: new SqliteDialect({
      database: async () => {
        reader = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 100 })
        harden(reader)
        return reader
      },
    }),
  })
  return {
    engine: 'sqlite',
    url,
    write,
    read,
    async close() {
      await read.destroy()
      await write.destroy()
    },
  }
}

function harden(database: SqliteDatabase.Database): void {
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('mmap_size = 0')
  database.pragma('foreign_keys = ON')
  database.pragma('cache_size = -65536')
}

function checkVersion(database: SqliteDatabase.Database): void {
  const version = database.prepare('select sqlite_version()').pluck().get() as string
  if (version.localeCompare(SQLITE_FLOOR, 'en', { numeric: true }) < 0) {
    throw new ConfigurationError(
      `SQLite ${version} is too old: ${SQLITE_FLOOR} or later is needed.`,
    )
  }
}

// PostgreSQL sends bigint (count) and numeric (sum) as text; the hub's stay well below 2^53.
const NUMBERS = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]
for (const type of NUMBERS) pg.types.setTypeParser(type, Number)

async function openPostgres(url: string): Promise<Store> {
  const connect = (max: number, options: string) =>
    new Kysely<Database>({
      dialect: new PostgresDialect({
        pool: new pg.Pool({ connectionString: url, max, options, connectionTimeoutMillis: 2000 }),
      }),
    })
  const write = connect(2, '-c statement_timeout=600000 -c lock_timeout=2000')
  const read = connect(8, '-c default_transaction_read_only=on -c statement_timeout=10000')
  await sql`select 1`.execute(read)
  return {
    engine: 'postgres',
    url,
    write,
    read,
    async close() {
      await read.destroy()
      await write.destroy()
    },
  }
}

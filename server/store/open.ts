import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, type LogEvent, PostgresDialect, SqliteDialect, sql } from 'kysely'
import { LRUCache } from 'lru-cache'
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

/** Is told every statement that is read with, for counting them. */
export type Watch = (statement: string) => void

/** Opens the database at `url`, making the file of an SQLite one where it is missing. */
export async function openStore(url: string, watch?: Watch): Promise<Store> {
  return url.startsWith('sqlite:') ? openSqlite(url, watch) : openPostgres(url, watch)
}

/** The file of an SQLite database, else null. */
export function fileOf(url: string): string | null {
  return url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : null
}

function openSqlite(url: string, watch?: Watch): Store {
  const file = fileOf(url)!
  mkdirSync(dirname(file), { recursive: true })
  const writer = new SqliteDatabase(file, { timeout: 2000 })
  checkVersion(writer)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL') // WAL alone may lose the last commits on power loss
  harden(writer)
  const write = new Kysely<Database>({ dialect: new SqliteDialect({ database: writer }) })

  const read = new Kysely<Database>({
    ...logTo(watch),
    dialect: new SqliteDialect({
      database: async () => {
        const reader = new SqliteDatabase(file, {
          readonly: true,
          fileMustExist: true,
          timeout: 100,
        })
        harden(reader)
        return remembering(reader)
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

const KEPT_STATEMENTS = 300

/** Prepares a statement once: the same questions come again and again, and preparing costs like asking. */
function remembering(database: SqliteDatabase.Database) {
  const statements = new LRUCache<string, SqliteDatabase.Statement>({ max: KEPT_STATEMENTS })
  return {
    prepare(text: string): SqliteDatabase.Statement {
      const known = statements.get(text)
      if (known !== undefined) return known
      const made = database.prepare(text)
      statements.set(text, made)
      return made
    },
    close: () => void database.close(),
  }
}

function logTo(watch: Watch | undefined) {
  return watch === undefined ? {} : { log: (event: LogEvent) => watch(event.query.sql) }
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

async function openPostgres(url: string, watch?: Watch): Promise<Store> {
  const connect = (max: number, options: string, told?: Watch) =>
    new Kysely<Database>({
      ...logTo(told),
      dialect: new PostgresDialect({ pool: poolOf(url, max, options) }),
    })
  const write = connect(2, '-c statement_timeout=600000 -c lock_timeout=2000')
  const read = connect(8, '-c default_transaction_read_only=on -c statement_timeout=10000', watch)
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

/** A connection that breaks while nobody uses it is replaced at the next question; it ends nothing. */
function poolOf(connectionString: string, max: number, options: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, options, connectionTimeoutMillis: 2000 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { HubError } from '../errors.ts'
import { fileOf, type Store } from './open.ts'

/** Copies a live SQLite database with SQLite's own backup, checks the copy, then gives it its name. */
export async function backupSqlite(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const unfinished = `${to}.unfinished`
  await rm(unfinished, { force: true })
  const source = new SqliteDatabase(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(unfinished)
  } finally {
    source.close()
  }
  checkCopy(unfinished)
  await syncFile(unfinished)
  await rename(unfinished, to)
}

/** Before the shape of a filled SQLite database changes, a copy of it is kept beside it. */
export async function backupBeforeMigration(store: Store, now: string): Promise<void> {
  const file = fileOf(store.url)
  if (file === null || !existsSync(file)) return // PostgreSQL: its migrations run in one transaction
  const tables = await store.write.introspection.getTables()
  if (tables.length === 0) return
  await backupSqlite(file, `${file}.before-${now.replaceAll(/[^0-9]/g, '').slice(0, 14)}`)
}

function checkCopy(file: string): void {
  const copy = new SqliteDatabase(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE') // one file, nothing beside it
    const answer = copy.pragma('quick_check', { simple: true })
    if (answer !== 'ok') throw new HubError('DAMAGED', `The copy is damaged: ${String(answer)}.`)
  } finally {
    copy.close()
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
